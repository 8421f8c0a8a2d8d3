import { sql, type Kysely } from "kysely";

/** A message may be about the queue of an alliance: then it has no event and no suggestion. */
const messages = `
alter table message
  add column alliance text references alliance,
  drop constraint message_once,
  drop constraint message_subject_check,
  add constraint message_once unique nulls not distinct (event_id, referral_id, suggestion_id, alliance, kind, recipient, occasion),
  add constraint message_subject_check check (case
    when alliance is not null then event_id is null and referral_id is null and suggestion_id is null and organisation is null and recipient = 'alliance'
    when suggestion_id is not null then event_id is null and referral_id is null and recipient in ('organiser', 'suggester')
      and (recipient = 'suggester' or organisation is not null)
    else event_id is not null and organisation is not null and recipient <> 'suggester'
      and (recipient in ('organiser', 'alliance') or referral_id is not null)
  end);
create index message_alliance on message (alliance, created_at) where alliance is not null;
grant select (revised_at) on event to hwbe_referrals;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(messages).execute(db);
}
