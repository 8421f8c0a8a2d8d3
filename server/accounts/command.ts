import { parseArgs } from "node:util";
import { migrateToLatest } from "../../db/migrate.ts";
import { withDatabase } from "../../db/open.ts";
import { runCommand, UsageError } from "../command.ts";
import type { Config } from "../config.ts";
import { EmailAddress } from "../contract/referral.ts";
import { invite } from "./invitations.ts";
import { roleWords } from "./role-words.ts";
import { roleOf } from "./roles.ts";

const USAGE = "Usage: npm run staff -- add-administrator EMAIL | list";

async function addAdministrator(config: Config, log: (line: string) => void, typed: string | undefined): Promise<void> {
  const { data: email } = EmailAddress.safeParse(typed);
  if (email === undefined) throw new UsageError(USAGE);
  await withDatabase(config, log, async (db) => {
    await migrateToLatest(db);
    const token = await invite(db, { email, role: { role: "administrator" }, now: Date.now() });
    log(`${config.publicUrl ?? `http://localhost:${config.port}`}/desk/invitations/${token}`);
    log("Open this link, once, within 14 days. Whoever has it becomes an administrator.");
  });
}

async function list(config: Config, log: (line: string) => void): Promise<void> {
  await withDatabase(config, log, async (db) => {
    await migrateToLatest(db);
    const rows = await db.selectFrom("staff_role").innerJoin("staff", "staff.id", "staff_role.staff").select(["staff.name", "staff.email", "staff_role.role", "staff_role.organisation", "staff_role.alliance"])
      .orderBy("staff.name").execute();
    for (const row of rows) {
      const role = roleOf(row);
      if (role) log(`${row.name} <${row.email}>  ${await roleWords(db, role)}`);
    }
    if (rows.length === 0) log("Nobody is there yet. Begin with: npm run staff -- add-administrator EMAIL");
  });
}

if (import.meta.main) {
  await runCommand(async (config, log) => {
    const { positionals: [command, argument] } = parseArgs({ allowPositionals: true, strict: false });
    if (command === "add-administrator") return addAdministrator(config, log, argument);
    if (command === "list") return list(config, log);
    throw new UsageError(USAGE);
  });
}
