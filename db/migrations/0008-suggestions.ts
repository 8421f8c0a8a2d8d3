import { sql, type Kysely } from "kysely";

/**
 * What the public tells and asks. All that they and the desk write about it stands in `sealed` alone, which is empty once it is erased.
 * `open` waits for the alliance, `asked` for who told us, `passed` for an organiser.
 */
const suggestions = `
create table suggestion (
  id uuid primary key,
  reference text not null unique check (reference ~ '^SUG-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  kind text not null check (kind in ('event', 'question', 'wrong', 'praise', 'other')),
  alliance text references alliance,
  event_id uuid references event on delete set null,
  state text not null default 'open' check (state in ('open', 'asked', 'passed', 'closed')),
  outcome text check (outcome in ('published', 'merged', 'refused', 'answered', 'noted')),
  reason text check (length(reason) between 1 and 40),
  organisation text references organisation,
  draft uuid,
  has_email boolean not null,
  confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  state_at timestamptz not null default now(),
  erased_at timestamptz,
  sealed bytea,
  sealed_key bytea,
  key_id text,
  check ((state = 'closed') = (outcome is not null)),
  check ((outcome is not distinct from 'refused') = (reason is not null)),
  check (state <> 'passed' or organisation is not null),
  check (erased_at is null or state = 'closed'),
  check ((erased_at is null) = (sealed is not null)),
  check ((sealed is null) = (sealed_key is null) and (sealed is null) = (key_id is null))
);
create index suggestion_waiting on suggestion (created_at) where state <> 'closed';
create index suggestion_organisation on suggestion (organisation, state_at) where organisation is not null;
create index suggestion_to_erase on suggestion (state_at) where state = 'closed' and erased_at is null;
create index suggestion_key_id on suggestion (key_id) where key_id is not null;
grant select, insert, update on suggestion to hwbe_referrals;
`;

/** A message is about an event, or about what somebody told us: then it has no event. */
const messages = `
alter table message
  alter column organisation drop not null,
  alter column event_id drop not null,
  add column suggestion_id uuid references suggestion,
  drop constraint message_check,
  drop constraint message_recipient_check,
  drop constraint message_event_id_referral_id_kind_recipient_occasion_key,
  add constraint message_once unique nulls not distinct (event_id, referral_id, suggestion_id, kind, recipient, occasion),
  add constraint message_recipient_check check (recipient in ('attendee', 'referrer', 'organiser', 'alliance', 'suggester')),
  add constraint message_subject_check check (case
    when suggestion_id is not null then event_id is null and referral_id is null and recipient in ('organiser', 'suggester')
      and (recipient = 'suggester' or organisation is not null)
    else event_id is not null and organisation is not null and recipient <> 'suggester'
      and (recipient in ('organiser', 'alliance') or referral_id is not null)
  end),
  drop constraint message_kind_check,
  add constraint message_kind_check check (kind ~ '^[a-z-]{1,40}$');
create index message_suggestion on message (suggestion_id) where suggestion_id is not null;
`;

/** What the alliance asks an organiser to change in an event before it is published. */
const moderation = `
alter table event add column moderation_note text check (length(moderation_note) <= 1000);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [suggestions, messages, moderation]) await sql.raw(script).execute(db);
}
