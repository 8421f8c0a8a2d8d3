import { randomBytes, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ErasureJournal } from "../referrals/erasure-journal.ts";
import { KeyRing } from "../sealing/key-ring.ts";
import type { PlaceRequest, Referrals } from "../referrals/referral.ts";
import { ReferralsDatabase } from "../referrals/database/referrals-database.ts";
import type { TestDatabase } from "./database.ts";

export function testRing(): KeyRing {
  const keys = { current: "one", byId: new Map([["one", randomBytes(32)]]) };
  return new KeyRing(() => keys, randomBytes(32));
}

const newJournal = () => new ErasureJournal(join(tmpdir(), `hwbe-erasures-${randomUUID()}`));

export interface TestReferrals extends Referrals {
  close(): Promise<void>;
}

/** Referrals over a test database, with keys of their own. */
export function openTestReferrals({ referralsUrl }: TestDatabase, { now = Date.now, ring = testRing(), journal = newJournal() }: Partial<Referrals> = {}): TestReferrals {
  const lines: string[] = [];
  const db = new ReferralsDatabase(referralsUrl, (line) => lines.push(line));
  return { db, ring, journal, now, close: () => db.close() };
}

/** Somebody who books for themselves. */
export function placeRequest(event: string, changes: Partial<PlaceRequest> = {}): PlaceRequest {
  const number = randomUUID();
  return {
    event,
    bookedBy: "patient",
    companion: false,
    sessions: null,
    details: { name: `Sample Person ${number}`, contact: { kind: "email", value: `person-${number}@example.org` }, needs: {} },
    mustConfirm: false,
    request: { scope: "form", key: number },
    ...changes,
  };
}
