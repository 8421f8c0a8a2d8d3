import { createHash, randomBytes } from "node:crypto";
import { createOTP } from "@better-auth/utils/otp";
import { sql, type Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import { decrypt, encrypt } from "../sealing/cipher.ts";
import type { KeyRing } from "../sealing/key-ring.ts";

const ISSUER = "Cancer wellbeing events, London";
/** RFC 6238, section 4: a step lasts 30 seconds. One before and one after are taken too, as clocks differ. */
const STEP_MS = 30_000;
const WINDOW = [0, -1, 1] as const;
const SECRET_BYTES = 20;
const BACKUP_CODES = 8;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

interface Factors {
  db: Kysely<Database>;
  ring: KeyRing;
  now: () => number;
}

const contextOf = (staff: string) => `second factor ${staff}`;
const hashOf = (code: string) => createHash("sha256").update(code).digest();

/** RFC 4648, section 6, as people type it from the screen: in groups of four. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

export interface NewFactor {
  /** `otpauth://totp/…`, for the camera of the app. */
  url: string;
  /** The same to type, in groups of four. */
  key: string;
}

/** What an app needs to be set up. */
export function shown(secret: Buffer, name: string): NewFactor {
  return { url: createOTP(new Uint8Array(secret)).url(ISSUER, name), key: base32(secret).replace(/(.{4})(?=.)/g, "$1 ") };
}

/** Whether somebody has a second factor that was proved once. */
export async function hasFactor({ db }: Factors, staff: string): Promise<boolean> {
  const factor = await db.selectFrom("staff_second_factor").select("confirmed_at").where("staff", "=", staff).executeTakeFirst();
  return Boolean(factor?.confirmed_at);
}

/** The secret of an app that is being set up. Until its first code was right it belongs to one browser: nobody else gets to know it. */
export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);

async function stepOf(secret: Buffer, code: string, now: number): Promise<number | undefined> {
  const current = Math.floor(now / STEP_MS);
  for (const offset of WINDOW) if ((await createOTP(new Uint8Array(secret)).hotp(current + offset)) === code) return current + offset;
  return undefined;
}

const plainCode = (typed: string) => typed.replace(/[\s-]/g, "").toLowerCase();

/** Makes an app the second factor of somebody who has none, by its first code. */
export async function confirmFactor({ db, ring, now }: Factors, staff: string, secret: Buffer, typed: string): Promise<boolean> {
  const step = await stepOf(secret, plainCode(typed), now());
  if (step === undefined) return false;
  const factor = { secret: encrypt(ring.keyFor("staff"), contextOf(staff), secret), last_step: step, confirmed_at: new Date(now()) };
  const { numInsertedOrUpdatedRows } = await db.insertInto("staff_second_factor").values({ staff, ...factor })
    .onConflict((conflict) => conflict.column("staff").doUpdateSet(factor).where("staff_second_factor.confirmed_at", "is", null)).executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes a code of the app, once: neither it nor an earlier one counts again. */
async function takeAppCode({ db, ring, now }: Factors, staff: string, code: string): Promise<boolean> {
  const factor = await db.selectFrom("staff_second_factor").selectAll().where("staff", "=", staff).where("confirmed_at", "is not", null).executeTakeFirst();
  const step = factor && (await stepOf(decrypt(ring.keyFor("staff"), contextOf(staff), factor.secret), code, now()));
  if (step === undefined) return false;
  const { numUpdatedRows } = await db.updateTable("staff_second_factor").set({ last_step: step })
    .where("staff", "=", staff).where("last_step", "<", step).executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function takeBackupCode({ db }: Factors, staff: string, code: string): Promise<boolean> {
  const hash = hashOf(code);
  const { numUpdatedRows } = await db.updateTable("staff_second_factor").set({ backup_codes: sql`array_remove(backup_codes, ${hash})` })
    .where("staff", "=", staff).where(sql<boolean>`${hash} = any(backup_codes)`).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether a code proves the second factor: six digits of the app, or one of the codes for when the app is lost. Each is good once. */
export function takeCode(factors: Factors, staff: string, typed: string): Promise<boolean> {
  const code = plainCode(typed);
  return /^\d{6}$/.test(code) ? takeAppCode(factors, staff, code) : takeBackupCode(factors, staff, code);
}

/** New codes for when the app is lost, in place of those before. They are shown once. */
export async function newBackupCodes({ db }: Factors, staff: string): Promise<string[]> {
  const codes = Array.from({ length: BACKUP_CODES }, () => base32(randomBytes(10)).toLowerCase());
  await db.updateTable("staff_second_factor").set({ backup_codes: codes.map(hashOf) }).where("staff", "=", staff).execute();
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, "$1-"));
}

/** Takes the second factor away, so that another can be set up, and ends all sessions. */
export async function resetFactor({ db }: Factors, staff: string): Promise<void> {
  await db.deleteFrom("staff_second_factor").where("staff", "=", staff).execute();
  await db.deleteFrom("staff_session").where("staff", "=", staff).execute();
}
