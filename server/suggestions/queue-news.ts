import { sql } from "kysely";
import { londonDate } from "../wording/london-time.ts";
import type { Referrals } from "../referrals/referral.ts";

/**
 * Tells each alliance by e-mail, once a day at most, that something new waits in its queue: what is its own, and what is of no alliance that is
 * known. Throws `ReferralsUnavailableError`.
 */
export async function tellAlliances({ db, now }: Pick<Referrals, "db" | "now">): Promise<void> {
  await db.transaction({}, (tx) => sql`
    insert into message (alliance, kind, recipient, occasion, created_at)
    select contact.alliance, 'queue-news', 'alliance', ${londonDate(now())}, ${new Date(now())}
    from alliance_contact contact
    cross join lateral (select coalesce(max(created_at), '-infinity') as told_at from message where alliance = contact.alliance) last
    where exists (select from suggestion where state = 'open' and greatest(created_at, state_at) > told_at
        and (suggestion.alliance = contact.alliance or suggestion.alliance is null))
      or exists (select from event join organisation on organisation.slug = event.organisation
        where event.status = 'awaiting-moderation' and event.revised_at > told_at
          and (organisation.alliance = contact.alliance or organisation.alliance is null))
    on conflict do nothing`.execute(tx));
}
