import { parseArgs } from "node:util";
import { migrateToLatest } from "../../../db/migrate.ts";
import { withDatabase } from "../../../db/open.ts";
import { runCommand, UsageError } from "../../command.ts";
import type { Config } from "../../config.ts";
import { API_SCOPES, createApiKey, revokeApiKey, type ApiScope } from "./api-keys.ts";

const USAGE = 'Usage: npm run keys -- add --organisation SLUG --name "What uses it" --scopes refer,receive | list | revoke ID';
const MAX_NAME = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Log = (line: string) => void;

function readScopes(text: string): ApiScope[] {
  const names = text.split(",").map((name) => name.trim());
  const scopes = API_SCOPES.filter((scope) => names.includes(scope));
  if (scopes.length !== new Set(names).size) throw new UsageError(`The scopes are ${API_SCOPES.join(" and ")}, with a comma between them.`);
  return scopes;
}

async function add(config: Config, log: Log, { organisation, name, scopes }: Partial<Record<string, string>>): Promise<void> {
  if (!organisation || !name || !scopes) throw new UsageError(USAGE);
  if (name.length > MAX_NAME) throw new UsageError(`A name has up to ${MAX_NAME} characters.`);
  const wanted = readScopes(scopes);
  await withDatabase(config, log, async (db) => {
    await migrateToLatest(db);
    const known = await db.selectFrom("organisation").select("slug").where("slug", "=", organisation).executeTakeFirst();
    if (!known) throw new UsageError(`There is no organisation ${organisation}. See /v1/organisations for their slugs.`);
    const { id, key } = await createApiKey(db, { organisation, name, scopes: wanted });
    log(`${key}\nThis is the key. It is shown only now. To revoke it: npm run keys -- revoke ${id}`);
  });
}

async function list(config: Config, log: Log): Promise<void> {
  const keys = await withDatabase(config, log, async (db) => {
    await migrateToLatest(db);
    return db.selectFrom("api_key").selectAll().orderBy("created_at").execute();
  });
  for (const { id, organisation, name, scopes, revoked_at } of keys) {
    log(`${id}  ${organisation}  ${scopes.join(",")}  ${name}${revoked_at ? "  (revoked)" : ""}`);
  }
  if (keys.length === 0) log("There are no keys yet.");
}

async function revoke(config: Config, log: Log, id: string | undefined): Promise<void> {
  if (id === undefined || !UUID.test(id)) throw new UsageError(USAGE);
  const isRevoked = await withDatabase(config, log, (db) => revokeApiKey(db, id));
  if (!isRevoked) throw new UsageError("There is no key with this id that could be revoked.");
  log("The key opens nothing any more.");
}

function readArguments() {
  try {
    const options = { organisation: { type: "string" }, name: { type: "string" }, scopes: { type: "string" } } as const;
    return parseArgs({ allowPositionals: true, options });
  } catch {
    throw new UsageError(USAGE);
  }
}

if (import.meta.main) {
  await runCommand(async (config, log) => {
    const { values, positionals: [command, argument] } = readArguments();
    if (command === "add") return add(config, log, values);
    if (command === "list") return list(config, log);
    if (command === "revoke") return revoke(config, log, argument);
    throw new UsageError(USAGE);
  });
}
