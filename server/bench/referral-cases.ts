import { randomBytes, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect } from "../../db/connect.ts";
import { ErasureJournal } from "../referrals/erasure-journal.ts";
import { KeyRing } from "../sealing/key-ring.ts";
import type { Referrals } from "../referrals/referral.ts";
import { ReferralsDatabase } from "../referrals/database/referrals-database.ts";
import { takePlace } from "../referrals/take-place.ts";
import { bookPlainly } from "./plain-booking.ts";

const AT_ONCE = 32;
const CONNECTIONS = 10;
const ROUNDS = 5;
const ROUND_MS = 2_000;
const MANY = 200;

interface ReferralCase {
  name: string;
  /** Bookings a second, in the median round. */
  service: number;
  plain: number;
}

async function rate(book: (event: string) => Promise<unknown>, events: readonly string[]): Promise<number> {
  const end = performance.now() + ROUND_MS;
  let done = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (performance.now() < end) await book(events[done++ % events.length]!);
  }));
  return done / (ROUND_MS / 1000);
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

async function bookable(databaseUrl: string): Promise<string[]> {
  const db = connect(databaseUrl);
  try {
    const rows = await db.selectFrom("event").select("id").where("status", "=", "published").where("ends_at", ">", new Date()).limit(MANY).execute();
    const ids = rows.map(({ id }) => id);
    await db.updateTable("event").set({ booking_route: "here", booking_self: true, capacity: 1_000_000, booking_approval: false }).where("id", "in", ids).execute();
    return ids;
  } finally {
    await db.destroy();
  }
}

function request(event: string) {
  const key = randomUUID();
  const details = { name: `Sample Person ${key}`, contact: { kind: "email", value: `${key}@example.org` }, needs: {} } as const;
  return { event, bookedBy: "patient", companion: false, sessions: null, details, mustConfirm: false, request: { scope: "form", key } } as const;
}

/** A booking with all that belongs to it, beside the same transaction in plain SQL, by turns; both with 10 connections and 32 people at once. */
export async function referralCases(databaseUrl: string, referralsUrl: string): Promise<ReferralCase[]> {
  const keys = { current: "one", byId: new Map([["one", randomBytes(32)]]) };
  const db = new ReferralsDatabase(referralsUrl, (line) => process.stderr.write(`${line}\n`));
  const referrals: Referrals = { db, ring: new KeyRing(() => keys, randomBytes(32)), journal: new ErasureJournal(join(tmpdir(), "hwbe-bench-erased")), now: Date.now };
  const pool = new pg.Pool({ connectionString: referralsUrl, max: CONNECTIONS });
  const events = await bookable(databaseUrl);
  const cases: ReferralCase[] = [];
  try {
    for (const [name, chosen] of [["one event", events.slice(0, 1)], [`${MANY} events`, events]] as const) {
      const [service, plain]: [number[], number[]] = [[], []];
      for (let round = 0; round <= ROUNDS; round++) {
        const measured = [await rate((event) => takePlace(referrals, request(event)), chosen), await rate((event) => bookPlainly(pool, event), chosen)] as const;
        if (round === 0) continue;
        service.push(measured[0]);
        plain.push(measured[1]);
      }
      cases.push({ name, service: median(service), plain: median(plain) });
    }
  } finally {
    await db.close();
    await pool.end();
  }
  return cases;
}
