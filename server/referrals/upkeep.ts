import { sql, type Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import { workingDaysAgo } from "../wording/working-days.ts";
import { appendAudit } from "./audit.ts";
import { erased, lapsed } from "./changes.ts";
import { lockEvent } from "./event-row.ts";
import { fillPlaces } from "./fill-places.ts";
import { forgetCounts } from "./visitors/limits.ts";
import type { Referrals } from "./referral.ts";
import { LIVE_STATES } from "./repository.ts";
import { changeReferral, type Transition } from "./transition.ts";

type Tx = Transaction<Database>;

const HOUR_MS = 60 * 60 * 1000;
const REMIND_BEFORE_MS = 48 * HOUR_MS;
/** Who booked just now needs no reminder. */
const BOOKED_BEFORE_HOURS = 72;
const KEEP_REQUESTS_MS = 30 * 24 * HOUR_MS;
const AT_ONCE = 500;

function referralIds(tx: Tx) {
  return tx.selectFrom("referral").innerJoin("event", "event.id", "referral.event_id").select("referral.id").limit(AT_ONCE);
}

const dueToLapse = (now: number) => (tx: Tx) => referralIds(tx).where("confirm_by", "<=", new Date(now)).where("state", "in", LIVE_STATES).execute();

const dueToErase = (now: number) => (tx: Tx) =>
  referralIds(tx)
    .leftJoin("referral_settings", "referral_settings.organisation", "referral.organisation")
    .where("erased_at", "is", null)
    .where(sql<boolean>`ends_at + make_interval(days => coalesce(keep_days, 90)) < ${new Date(now)}`)
    .execute();

/** What someone asked to have erased is there again after a database was put back to an older day. */
const noted = (ids: readonly string[]) => (tx: Tx) => referralIds(tx).where("erased_at", "is", null).where("referral.id", "=", sql<string>`any(${ids}::uuid[])`).execute();

async function changeAll(referrals: Referrals, organisation: string, due: (tx: Tx) => Promise<{ id: string }[]>, decide: Transition["decide"]): Promise<void> {
  const scope = { organisation };
  for (const { id } of await referrals.db.transaction(scope, due)) await changeReferral(referrals, { scope, by: { id }, actor: "service", decide });
}

/** Gives places that became free outside the service, such as by a larger room. */
async function fillFreePlaces({ db, now }: Referrals, organisation: string): Promise<void> {
  const events = await db.transaction({}, (tx) =>
    tx.selectFrom("event").select("id").where("organisation", "=", organisation).where("waiting_count", ">", 0).where("ends_at", ">", new Date(now()))
      .where("status", "in", ["published", "postponed"]).where(sql<boolean>`places_taken < coalesce(capacity, places_taken + 1)`).execute());
  for (const { id } of events) {
    await db.transaction({}, async (tx) => {
      const event = await lockEvent(tx, id);
      if (!event) return;
      const { promoted } = await fillPlaces(tx, event, now());
      await appendAudit(tx, promoted.map((referral) => ({ organisation, actor: "service", action: "promote", referral })));
    });
  }
}

/** 48 hours before; again when the event has moved since. */
async function remind({ db, now }: Referrals, organisation: string): Promise<void> {
  const until = new Date(now() + REMIND_BEFORE_MS);
  await db.transaction({ organisation }, (tx) => sql`
    insert into message (organisation, event_id, referral_id, kind, recipient, occasion)
    select referral.organisation, event.id, referral.id, 'reminder', 'attendee', event.starts_at::text
    from referral join event on event.id = referral.event_id
    where referral.state = 'confirmed' and referral.contact_kind = 'email' and referral.erased_at is null
      and event.status in ('published', 'postponed') and event.starts_at > ${new Date(now())} and event.starts_at <= ${until}
      and referral.created_at < event.starts_at - make_interval(hours => ${BOOKED_BEFORE_HOURS})
    on conflict do nothing`.execute(tx));
}

/** Referrals that nobody has opened: the organiser's team is reminded, and after as long again the alliance is told. Once a day for each event. */
async function chaseUnseen({ db, now }: Referrals, organisation: string): Promise<void> {
  await db.transaction({ organisation }, async (tx) => {
    const settings = await tx.selectFrom("referral_settings").select("unseen_after_working_days as days").where("organisation", "=", organisation).executeTakeFirst();
    const days = settings?.days ?? 2;
    const today = new Date(now()).toISOString().slice(0, 10);
    for (const [recipient, before] of [["organiser", workingDaysAgo(now(), days)], ["alliance", workingDaysAgo(now(), 2 * days)]] as const) {
      await sql`
        insert into message (organisation, event_id, kind, recipient, occasion)
        select distinct ${organisation}, event.id, 'unseen-referrals', ${recipient}, ${today}
        from referral join event on event.id = referral.event_id
        where referral.seen_at is null and referral.state in ('received', 'waiting', 'confirmed') and referral.created_at < ${new Date(before)}
          and referral.confirm_by is null and event.ends_at > ${new Date(now())} and event.status <> 'cancelled'
        on conflict do nothing`.execute(tx);
    }
  });
}

async function prune({ db, now }: Referrals): Promise<void> {
  await db.transaction({}, async (tx) => {
    await tx.deleteFrom("referral_request").where("created_at", "<", new Date(now() - KEEP_REQUESTS_MS)).execute();
    await tx.deleteFrom("used_challenge").where("expires_at", "<", new Date(now())).execute();
    await forgetCounts(tx, now());
  });
}

/** All that is due by the clock. Each step may be run again, and by several services at once. Throws `ReferralsUnavailableError`. */
export async function runUpkeep(referrals: Referrals): Promise<void> {
  const { db, now } = referrals;
  const journal = await referrals.journal.read();
  const { rows: organisations } = await db.transaction({}, (tx) => sql<{ organisation: string }>`select organisations_with_referrals() as organisation`.execute(tx));
  for (const { organisation } of organisations) {
    await changeAll(referrals, organisation, dueToLapse(now()), lapsed);
    await changeAll(referrals, organisation, dueToErase(now()), erased);
    await changeAll(referrals, organisation, noted(journal), erased);
    await fillFreePlaces(referrals, organisation);
    await remind(referrals, organisation);
    await chaseUnseen(referrals, organisation);
  }
  await prune(referrals);
}
