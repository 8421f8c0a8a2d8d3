import { createHash, randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { ApiKeyTable, Database } from "../../../db/schema.ts";
import type { Referrals } from "../referral.ts";

export const API_SCOPES = ["refer", "receive"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** `refer`: makes referrals and sees what becomes of them. `receive`: reads and answers those to the organisation's own events. */
export interface ApiKey {
  id: string;
  organisation: string;
  scopes: ApiKeyTable["scopes"];
}

const PREFIX = "hwbe_";
const BYTES = 32;
const SHAPE = /^hwbe_[\w-]{43}$/;

/** A key has 256 random bits: a plain hash of it tells nobody anything. */
const hashOf = (key: string) => createHash("sha256").update(key).digest();

export interface NewApiKey {
  organisation: string;
  name: string;
  scopes: readonly ApiScope[];
}

/** The key itself is given here, and never again. Runs as the owner of the tables. */
export async function createApiKey(db: Kysely<Database>, { organisation, name, scopes }: NewApiKey): Promise<{ id: string; key: string }> {
  const key = PREFIX + randomBytes(BYTES).toString("base64url");
  const values = { organisation, name, scopes: [...scopes], hash: hashOf(key), revoked_at: null };
  const { id } = await db.insertInto("api_key").values(values).returning("id").executeTakeFirstOrThrow();
  return { id, key };
}

/** From now on the key opens nothing. False when there is no such key, or it was revoked before. */
export async function revokeApiKey(db: Kysely<Database>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("api_key")
    .set({ revoked_at: new Date() })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The key of an `Authorization: Bearer` header (RFC 6750 section 2.1); undefined when it is none of ours, or revoked. */
export async function findApiKey({ db }: Pick<Referrals, "db">, authorization: string | undefined): Promise<ApiKey | undefined> {
  const key = /^bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  if (key === undefined || !SHAPE.test(key)) return undefined;
  return db.transaction({}, (tx) =>
    tx
      .selectFrom("api_key")
      .select(["id", "organisation", "scopes"])
      .where("hash", "=", hashOf(key))
      .where("revoked_at", "is", null)
      .executeTakeFirst());
}
