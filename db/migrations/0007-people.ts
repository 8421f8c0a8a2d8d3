import { sql, type Kysely } from "kysely";

/** An organiser may stop taking bookings for a while, whatever places are left. */
const booking = `
alter table event add column booking_closed boolean not null default false;
grant select (booking_closed) on event to hwbe_referrals;
`;

/** What an organiser has written to everyone on an event. It names nobody, and stands on the pages behind their links alone. */
const notices = `
create table event_notice (
  id uuid primary key,
  event_id uuid not null references event,
  staff text not null check (length(staff) between 1 and 100),
  body text not null check (length(body) between 1 and 1000),
  at timestamptz not null default now()
);
create index event_notice_event on event_notice (event_id, at);
grant select, insert on event_notice to hwbe_referrals;
`;

/** The history of one referral. */
const history = `create index audit_referral on audit (referral_id);`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [booking, notices, history]) await sql.raw(script).execute(db);
}
