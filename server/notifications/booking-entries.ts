import type { Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { ReferralRow } from "../referrals/repository.ts";
import { londonDate } from "../wording/london-time.ts";
import type { BookingEntry } from "./booking-calendar.ts";

interface Times {
  starts_at: Date;
  ends_at: Date;
}

function entry(uid: string, { starts_at, ends_at }: Times): BookingEntry {
  return { uid, startsAt: starts_at.getTime(), endsAt: ends_at.getTime() };
}

/** One entry for the event; for a course, or where parts were chosen, one for each part. */
export async function bookingEntries(tx: Transaction<Database>, referral: ReferralRow, event: Times): Promise<BookingEntry[]> {
  const all = await tx.selectFrom("session").select(["id", "starts_at", "ends_at"]).where("event_id", "=", referral.event_id).orderBy("position").execute();
  const chosen = all.filter(({ id }) => referral.sessions?.includes(id) ?? true);
  const days = new Set(all.map(({ starts_at }) => londonDate(starts_at.getTime()))).size;
  if (chosen.length === 0 || (referral.sessions === null && days < 2)) return [entry(referral.id, event)];
  return chosen.map((session) => entry(`${referral.id}-${session.id}`, session));
}
