import { sql, type Kysely } from "kysely";

const settings = `
alter table event add column booking_approval boolean not null default false;

create table referral_settings (
  organisation text primary key references organisation,
  team_email text check (length(team_email) <= 254),
  unseen_after_working_days integer not null default 2 check (unseen_after_working_days between 1 and 30),
  keep_days integer not null default 90 check (keep_days between 1 and 3650)
);

create table alliance_contact (
  alliance text primary key references alliance,
  email text not null check (length(email) <= 254)
);

create table api_key (
  id uuid primary key default gen_random_uuid(),
  organisation text not null references organisation,
  name text not null check (length(name) between 1 and 100),
  hash bytea not null unique check (length(hash) = 32),
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['refer', 'receive']),
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
`;

/** What identifies a person stands in `sealed` and `person_index` alone, and both are empty once the details are erased. */
const referrals = `
create sequence referral_queue;

create table referral (
  id uuid primary key,
  reference text not null unique check (reference ~ '^HWB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  event_id uuid not null references event,
  organisation text not null references organisation,
  booked_by text not null check (booked_by in ('patient', 'carer', 'carer-for-patient', 'professional')),
  contact_kind text not null check (contact_kind in ('email', 'text', 'phone')),
  state text not null
    check (state in ('received', 'waiting', 'confirmed', 'declined', 'cancelled', 'attended', 'did-not-attend')),
  reason text check (reason in ('not-suitable', 'not-eligible', 'not-reached', 'no-place', 'other', 'person', 'referrer', 'organiser', 'lapsed')),
  party_size integer not null check (party_size between 1 and 2),
  sessions uuid[],
  queue_number bigint,
  api_key uuid references api_key,
  same_person_as uuid references referral,
  created_at timestamptz not null default now(),
  state_at timestamptz not null default now(),
  confirm_by timestamptz,
  referrer_proved_at timestamptz,
  approved_at timestamptz,
  seen_at timestamptz,
  erased_at timestamptz,
  sealed bytea,
  sealed_key bytea,
  key_id text,
  person_index bytea,
  check ((state = 'waiting') = (queue_number is not null)),
  check ((state in ('declined', 'cancelled')) = (reason is not null)),
  check ((erased_at is null) = (sealed is not null)),
  check ((sealed is null) = (sealed_key is null) and (sealed is null) = (key_id is null)),
  check (erased_at is null or person_index is null)
);
create index referral_event on referral (event_id);
create unique index referral_queue_number on referral (event_id, queue_number) where state = 'waiting';
create index referral_person on referral (event_id, person_index) where person_index is not null;
create index referral_confirm_by on referral (confirm_by) where confirm_by is not null;
create index referral_key_id on referral (key_id) where key_id is not null;

create table referral_request (
  scope text not null,
  key bytea not null,
  fingerprint bytea not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);
create index referral_request_created_at on referral_request (created_at);
create index referral_request_referral on referral_request ((answer ->> 'referral'));
`;

const messages = `
create table message (
  id uuid primary key default gen_random_uuid(),
  organisation text not null references organisation,
  event_id uuid not null references event,
  referral_id uuid references referral,
  kind text not null check (kind in ('booked', 'received', 'waiting', 'promoted', 'confirmed', 'declined', 'cancelled', 'changed', 'reminder',
    'event-cancelled', 'event-changed', 'confirm-address', 'prove-address', 'your-link', 'second-booking', 'new-referrals', 'unseen-referrals')),
  recipient text not null check (recipient in ('attendee', 'referrer', 'organiser', 'alliance')),
  occasion text not null default '',
  created_at timestamptz not null default now(),
  send_after timestamptz not null default now(),
  attempts integer not null default 0,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text check (length(failure) <= 40),
  unique nulls not distinct (event_id, referral_id, kind, recipient, occasion),
  check (recipient in ('organiser', 'alliance') or referral_id is not null)
);
create index message_due on message (send_after) where sent_at is null and failed_at is null;
create index message_failed on message (organisation, event_id) where failed_at is not null;
create index message_referral on message (referral_id);
`;

/** Numbered and chained within an organisation, so that organisations do not wait for each other. */
const audit = `
create table audit (
  organisation text not null references organisation,
  number bigint not null,
  at timestamptz not null,
  actor text not null check (length(actor) between 1 and 100),
  action text not null check (length(action) between 1 and 40),
  referral_id uuid not null,
  hash bytea not null,
  primary key (organisation, number)
);

create table audit_head (
  organisation text primary key references organisation,
  number bigint not null,
  hash bytea not null
);

create function audit_hash(before bytea, entry audit) returns bytea language sql immutable
  return sha256(before || convert_to(jsonb_build_array(entry.organisation, entry.number,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.actor, entry.action, entry.referral_id)::text, 'UTF8'));

create function append_audit(in_organisation text, in_actor text, in_action text, in_referral uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_head;
  entry audit;
begin
  insert into audit_head values (in_organisation, 0, sha256('')) on conflict do nothing;
  select * into head from audit_head where organisation = in_organisation for update;
  entry.organisation := in_organisation;
  entry.number := head.number + 1;
  entry.at := clock_timestamp();
  entry.actor := in_actor;
  entry.action := in_action;
  entry.referral_id := in_referral;
  entry.hash := audit_hash(head.hash, entry);
  insert into audit select entry.*;
  update audit_head set number = entry.number, hash = entry.hash where organisation = in_organisation;
end $$;
revoke execute on function append_audit from public;
`;

/** In whatever way an event changes, everyone who has a place or waits for one is told. */
const eventChanges = `
create function tell_of_event_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into message (organisation, event_id, referral_id, kind, recipient, occasion)
    select new.organisation, new.id, referral.id,
      case when new.status = 'cancelled' then 'event-cancelled' else 'event-changed' end, to_whom.recipient, new.revision::text
    from referral
    cross join lateral (select 'attendee' as recipient union all select 'referrer' where booked_by = 'professional') as to_whom
    where event_id = new.id and state in ('received', 'waiting', 'confirmed') and erased_at is null
  on conflict do nothing;
  return null;
end $$;
create trigger tell_of_event_change after update on event for each row
  when (event_is_public(new.status) and event_is_public(old.status) and greatest(old.ends_at, new.ends_at) > now()
    and (new.status = 'cancelled' and old.status <> 'cancelled'
      or new.status <> 'cancelled' and (new.status, new.starts_at, new.ends_at, new.venue, new.format)
        is distinct from (old.status, old.starts_at, old.ends_at, old.venue, old.format)))
  execute function tell_of_event_change();
`;

/** An event that goes to another organisation takes its referrals along. */
const handover = `
create function hand_over_referrals() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update referral set organisation = new.organisation where event_id = new.id;
  update message set organisation = new.organisation where event_id = new.id;
  return null;
end $$;
create trigger hand_over_referrals after update of organisation on event for each row
  when (new.organisation <> old.organisation) execute function hand_over_referrals();

create function organisations_with_referrals() returns setof text
language sql stable security definer set search_path = public, pg_temp
  begin atomic select distinct organisation from referral; end;
revoke execute on function organisations_with_referrals from public;
`;

const abuse = `
create table used_challenge (
  id bytea primary key,
  used_for bytea not null,
  expires_at timestamptz not null
);
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
`;

/**
 * The role that takes referrals sees those of one organisation, of one key of the API, or a single one, as its transaction says
 * in settings. Without a setting it sees none. It can add to the audit and neither read nor change it.
 */
const role = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'hwbe_referrals') then
    create role hwbe_referrals nologin;
  end if;
exception when insufficient_privilege then
  raise exception 'the role hwbe_referrals is missing, and this user may not create it' using errcode = 'HW001';
end $$;

alter function record_changes set search_path = public, pg_temp;
alter function record_changes security definer;

do $$ begin execute format('grant connect on database %I to hwbe_referrals', current_database()); end $$;
grant usage on schema public to hwbe_referrals;
grant select (id, organisation, status, starts_at, ends_at, revision, kind, booking_route, booking_self, booking_professional, booking_approval,
  capacity, places_taken, waiting_list, waiting_count, contact_phone, contact_email) on event to hwbe_referrals;
grant select on session, organisation, venue, alliance, referral_settings, alliance_contact, api_key to hwbe_referrals;
grant update (places_taken, waiting_count) on event to hwbe_referrals;
grant select, insert, update on referral, referral_request, message to hwbe_referrals;
grant delete on referral_request to hwbe_referrals;
grant select, insert, update, delete on used_challenge, rate_limit to hwbe_referrals;
grant usage on sequence referral_queue to hwbe_referrals;
grant execute on function append_audit, organisations_with_referrals to hwbe_referrals;

alter table referral enable row level security;
create policy one_organisation on referral to hwbe_referrals
  using (organisation = nullif(current_setting('hwbe.organisation', true), ''));
create policy one_api_key on referral for select to hwbe_referrals
  using (api_key::text = nullif(current_setting('hwbe.api_key', true), ''));
create policy one_referral on referral for select to hwbe_referrals
  using (id::text = nullif(current_setting('hwbe.referral', true), ''));
create policy one_reference on referral for select to hwbe_referrals
  using (reference = nullif(current_setting('hwbe.reference', true), ''));
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [settings, referrals, messages, audit, eventChanges, handover, abuse, role]) {
    await sql.raw(script).execute(db);
  }
}
