import { sql, type Kysely } from "kysely";

const SLUG = "'^[a-z0-9]+(-[a-z0-9]+)*$'";

const reference = `
create table alliance (
  slug text primary key check (slug ~ ${SLUG}),
  name text not null,
  short_name text not null,
  ons_code text unique check (ons_code ~ '^E56[0-9]{6}$'),
  website text check (website ~ '^https?://'),
  valid_from date,
  valid_to date,
  check (valid_to >= valid_from)
);

create table alliance_succession (
  predecessor text not null references alliance,
  successor text not null references alliance,
  primary key (predecessor, successor),
  check (predecessor <> successor)
);

create table borough (
  gss text primary key check (gss ~ '^E09[0-9]{6}$'),
  slug text not null unique check (slug ~ ${SLUG}),
  name text not null unique,
  short_label text not null,
  icb_area text not null,
  tile_row integer not null check (tile_row >= 0),
  tile_column integer not null check (tile_column >= 0),
  latitude double precision not null check (latitude between 49 and 61),
  longitude double precision not null check (longitude between -9 and 2),
  unique (tile_row, tile_column)
);

create table alliance_membership (
  borough_gss text not null references borough,
  alliance text not null references alliance,
  valid_from date not null,
  valid_to date,
  primary key (borough_gss, valid_from),
  check (valid_to >= valid_from)
);
create unique index alliance_membership_one_today on alliance_membership (borough_gss) where valid_to is null;

create table organisation (
  slug text primary key check (slug ~ ${SLUG}),
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('nhs-trust', 'charity', 'community')),
  ods_code text unique check (ods_code ~ '^[A-Z0-9]{3,6}$'),
  alliance text references alliance,
  scope text not null check (scope in ('london', 'national', 'other')),
  website text check (website ~ '^https?://')
);

create table venue (
  slug text primary key check (slug ~ ${SLUG}),
  name text not null,
  address text not null,
  postcode text not null check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
  borough_gss text references borough,
  latitude double precision not null check (latitude between 49 and 61),
  longitude double precision not null check (longitude between -9 and 2),
  step_free boolean,
  hearing_loop boolean,
  accessible_toilet boolean,
  access_note text,
  nearest_station text,
  station_step_free boolean,
  directions text,
  parking text,
  parking_cost text,
  blue_badge text,
  patient_transport text
);

create table topic (
  slug text primary key check (slug ~ ${SLUG}),
  position integer not null unique,
  label text not null unique,
  theme text not null check (theme in ('body', 'mind', 'people', 'practical')),
  definition text,
  synonyms text[] not null default '{}',
  misspellings text[] not null default '{}'
);

create table tumour_group (
  slug text primary key check (slug ~ ${SLUG}),
  position integer not null unique,
  label text not null unique,
  parent text references tumour_group,
  nhs_tumour_group text not null,
  definition text,
  synonyms text[] not null default '{}',
  misspellings text[] not null default '{}'
);

create table stage (
  slug text primary key check (slug ~ ${SLUG}),
  position integer not null unique,
  label text not null unique,
  definition text,
  synonyms text[] not null default '{}',
  misspellings text[] not null default '{}'
);

create table language (
  code text primary key check (code ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  label text not null unique
);

create table postcode_area (
  code text primary key check (code ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?( [0-9][A-Z]{2})?$'),
  latitude double precision not null check (latitude between 49 and 61),
  longitude double precision not null check (longitude between -9 and 2)
);
`;

const events = `
create table series (
  slug text primary key check (slug ~ ${SLUG}),
  title text not null,
  organisation text not null references organisation
);

create table event (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ ${SLUG} and length(slug) <= 100),
  series text references series,
  organisation text not null references organisation,
  venue text references venue,
  title text not null check (length(title) between 1 and 200),
  for_whom text not null check (length(for_whom) between 1 and 300),
  summary text not null check (length(summary) between 1 and 1000),
  what_happens text check (length(what_happens) <= 10000),
  what_to_bring text check (length(what_to_bring) <= 1000),
  format text not null check (format in ('in-person', 'online', 'hybrid', 'phone')),
  kind text not null check (kind in ('group-session', 'course', 'one-to-one', 'drop-in', 'open-day')),
  for_patients boolean not null,
  for_carers boolean not null,
  effort text check (effort in ('seated', 'some-standing', 'gentle-activity')),
  breaks boolean,
  bsl text not null default 'no' check (bsl in ('provided', 'on-request', 'no')),
  interpreter text not null default 'no' check (interpreter in ('provided', 'on-request', 'no')),
  support_request_by date,
  cost text check (length(cost) between 1 and 200),
  contact_name text,
  contact_phone text,
  contact_email text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  previous_starts_at timestamptz,
  capacity integer check (capacity >= 0),
  places_taken integer not null default 0 check (places_taken >= 0),
  waiting_list boolean not null default false,
  waiting_count integer not null default 0 check (waiting_count >= 0),
  places_state text not null generated always as (case
    when capacity is null then 'open'
    when capacity - places_taken > 5 then 'available'
    when capacity - places_taken > 0 then 'few'
    when waiting_list then 'waiting-list'
    else 'full'
  end) stored,
  places_left integer generated always as (case
    when capacity - places_taken between 1 and 5 then capacity - places_taken
  end) stored,
  booking_route text not null check (booking_route in ('here', 'organiser', 'phone', 'drop-in')),
  booking_self boolean not null,
  booking_professional boolean not null,
  booking_url text check (booking_url ~ '^https://'),
  booking_note text check (length(booking_note) <= 500),
  join_url text check (join_url ~ '^https://'),
  status text not null default 'draft'
    check (status in ('draft', 'awaiting-moderation', 'published', 'cancelled', 'postponed')),
  status_note text check (length(status_note) <= 500),
  last_confirmed date,
  sample boolean not null default false,
  import_key text,
  revision integer not null default 0 check (revision >= 0),
  revised_at timestamptz not null default now(),
  unique (organisation, import_key),
  check (ends_at > starts_at),
  check (places_taken <= capacity),
  check (waiting_count = 0 or waiting_list),
  check (for_patients or for_carers),
  check (booking_self or booking_professional),
  check (booking_route <> 'organiser' or booking_url is not null),
  check ((format in ('in-person', 'hybrid')) = (venue is not null)),
  check (contact_name is not null or (contact_phone is null and contact_email is null)),
  check (previous_starts_at is null or status = 'postponed')
);
create index event_ends_at on event (ends_at);
create index event_venue on event (venue);
create index event_organisation on event (organisation);
create index event_series on event (series);

create table session (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references event on delete cascade,
  position integer not null check (position >= 1),
  title text not null check (length(title) between 1 and 200),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  alone boolean not null,
  unique (event_id, position),
  check (ends_at > starts_at)
);

create table event_partner (
  event_id uuid not null references event on delete cascade,
  organisation text not null references organisation,
  primary key (event_id, organisation)
);
create table event_topic (
  event_id uuid not null references event on delete cascade,
  topic text not null references topic,
  primary key (event_id, topic)
);
create table event_tumour_group (
  event_id uuid not null references event on delete cascade,
  tumour_group text not null references tumour_group,
  primary key (event_id, tumour_group)
);
create table event_stage (
  event_id uuid not null references event on delete cascade,
  stage text not null references stage,
  primary key (event_id, stage)
);
create table event_language (
  event_id uuid not null references event on delete cascade,
  language text not null references language,
  primary key (event_id, language)
);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(reference).execute(db);
  await sql.raw(events).execute(db);
}
