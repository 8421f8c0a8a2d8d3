import { sql, type Transaction } from "kysely";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "../../../db/schema.ts";
import type { ReferralsDatabase } from "../database/referrals-database.ts";
import type { Referrals } from "../referral.ts";

/**
 * How often one address, or one key of the API, may do what costs us or others something. A trust's intranet is one address for hundreds
 * of clinicians: with a proof of work far more is allowed. In seconds.
 */
const LIMITS = {
  proved: { points: 300, duration: 600 },
  unproved: { points: 20, duration: 600 },
  "attendee-address": { points: 20, duration: 86_400 },
  "referrer-address": { points: 100, duration: 86_400 },
  "suggester-address": { points: 5, duration: 86_400 },
  link: { points: 60, duration: 3_600 },
  "send-link": { points: 10, duration: 3_600 },
  "sign-in-address": { points: 30, duration: 3_600 },
  "sign-in-address-from": { points: 5, duration: 3_600 },
  "sign-in": { points: 60, duration: 3_600 },
  "second-factor": { points: 8, duration: 900 },
  invitation: { points: 60, duration: 86_400 },
  api: { points: 6_000, duration: 60 },
  "wrong-key": { points: 30, duration: 600 },
} as const;
export type Limit = keyof typeof LIMITS;

const limiters = new WeakMap<ReferralsDatabase, Map<Limit, RateLimiterPostgres>>();

function limiterOf(db: ReferralsDatabase, limit: Limit): RateLimiterPostgres {
  const known = limiters.get(db) ?? new Map<Limit, RateLimiterPostgres>();
  limiters.set(db, known);
  const limiter = known.get(limit) ?? new RateLimiterPostgres({
    ...LIMITS[limit],
    storeClient: { query: db.query.bind(db) },
    storeType: "client",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: limit,
  });
  known.set(limit, limiter);
  return limiter;
}

/**
 * Counts a use, or as many as are said, in the database, for all replicas. `who` is kept as a keyed hash that differs from day to day. False when it was
 * one too many. Throws `ReferralsUnavailableError`.
 */
export async function isWithinLimit({ db, ring, now }: Referrals, limit: Limit, who: string, count = 1): Promise<boolean> {
  const day = new Date(now()).toISOString().slice(0, 10);
  try {
    await limiterOf(db, limit).consume(ring.mac("visitor", limit, day, who).toString("hex"), count);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

/** Removes counts whose time is over. The limiter writes `expire` in milliseconds, by this machine's clock. */
export async function forgetCounts(tx: Transaction<Database>, now: number): Promise<void> {
  await sql`delete from rate_limit where expire < ${now}`.execute(tx);
}
