import { createHash, randomBytes } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { sql } from "kysely";
import type { Database } from "../../db/schema.ts";
import { addRole, columnsOf, roleOf } from "./roles.ts";
import type { StaffRole } from "./staff.ts";

const VALID_DAYS = 14;
const DAY_MS = 86_400_000;
const TOKEN = /^[\w-]{43}$/;

const hashOf = (token: string) => createHash("sha256").update(token).digest();
export const normalEmail = (email: string) => email.trim().toLowerCase();

export interface Invitation {
  id: string;
  email: string;
  role: StaffRole;
}

/** Invites an address to a role. Gives the token of the link, which is kept nowhere. Addresses of invitations whose time is over are forgotten. */
export async function invite(db: Kysely<Database>, { email, role, now }: { email: string; role: StaffRole; now: number }): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.deleteFrom("invitation").where("expires_at", "<=", new Date(now)).execute();
  await db.insertInto("invitation")
    .values({ email: normalEmail(email), ...columnsOf(role), token_hash: hashOf(token), expires_at: new Date(now + VALID_DAYS * DAY_MS), accepted_at: null }).execute();
  return token;
}

async function findOpen(db: Kysely<Database>, token: string, now: number) {
  if (!TOKEN.test(token)) return undefined;
  return db.selectFrom("invitation").selectAll().where("token_hash", "=", hashOf(token)).where("accepted_at", "is", null).where("expires_at", ">", new Date(now))
    .forUpdate().executeTakeFirst();
}

/** The invitation of a link; undefined when it was used, is too old, or never was. */
export async function findInvitation(db: Kysely<Database>, token: string, now: number): Promise<Invitation | undefined> {
  const row = await db.transaction().execute((tx) => findOpen(tx, token, now));
  const role = row && roleOf(row);
  return role && { id: row.id, email: row.email, role };
}

async function ensureStaff(tx: Transaction<Database>, email: string, name: string): Promise<string> {
  const id = randomBytes(16).toString("base64url");
  await tx.insertInto("staff").values({ id, name, email, email_verified: true, image: null }).onConflict((conflict) => conflict.column("email").doNothing()).execute();
  const staff = await tx.selectFrom("staff").select("id").where("email", "=", email).executeTakeFirstOrThrow();
  return staff.id;
}

/**
 * Takes an invitation, once: by who is signed in already, or by whoever holds the link, as the address it went to. Gives their address; undefined when
 * the link is no good any more.
 */
export function acceptInvitation(db: Kysely<Database>, { token, name, staff, now }: { token: string; name: string; staff: string | undefined; now: number }): Promise<string | undefined> {
  return db.transaction().execute(async (tx) => {
    const row = await findOpen(tx, token, now);
    const role = row && roleOf(row);
    if (!role) return undefined;
    await addRole(tx, staff ?? (await ensureStaff(tx, row.email, name)), role);
    await tx.updateTable("invitation").set({ accepted_at: sql`now()` }).where("id", "=", row.id).execute();
    return row.email;
  });
}

/** Takes an invitation back that nobody has taken. */
export async function withdrawInvitation(db: Kysely<Database>, id: string): Promise<void> {
  await db.deleteFrom("invitation").where("id", "=", id).where("accepted_at", "is", null).execute();
}
