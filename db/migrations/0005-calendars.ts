import { sql, type Kysely } from "kysely";

/** A file between its preview and its confirmation; afterwards what became of it. It is gone after an hour. */
const files = `
create table kept_file (
  id uuid primary key default gen_random_uuid(),
  organisation text not null references organisation,
  staff text not null,
  name text not null check (length(name) <= 200),
  bytes bytea check (length(bytes) <= 5242880),
  report jsonb,
  created_at timestamptz not null default now(),
  check (bytes is null or report is null)
);
create index kept_file_created_at on kept_file (created_at);
`;

const calendars = `
create table calendar (
  id uuid primary key default gen_random_uuid(),
  organisation text not null references organisation,
  address text not null check (address ~ '^https://' and length(address) <= 2000),
  mapping jsonb,
  following boolean not null default false,
  body bytea check (length(body) <= 2097152),
  etag text,
  last_modified text,
  fetched_at timestamptz,
  failure text,
  result jsonb,
  next_fetch_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  unique (organisation, address),
  check (not following or mapping is not null)
);
create index calendar_due on calendar (next_fetch_at) where following;

create table calendar_event (
  calendar uuid not null references calendar on delete cascade,
  reference text not null,
  said jsonb not null,
  missing_fetches integer not null default 0 check (missing_fetches >= 0),
  primary key (calendar, reference)
);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [files, calendars]) await sql.raw(script).execute(db);
}
