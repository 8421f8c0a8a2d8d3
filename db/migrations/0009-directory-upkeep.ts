import { sql, type Kysely } from "kysely";

const SLUG = "'^[a-z0-9]+(-[a-z0-9]+)*$'";

/** When somebody last said that the facts of a venue are right is no news to those who follow the directory. */
const venues = `
alter table organisation add column if not exists trusted boolean not null default true;
alter table venue add column last_confirmed date;

create or replace function venue_updated() returns trigger language plpgsql as $$
begin
  perform revise_events(array_agg(event.id)) from event where event.ends_at > now() and event.venue in (
    select a.slug from after_update a join before_update b on b.slug = a.slug
    where to_jsonb(a) - 'last_confirmed' <> to_jsonb(b) - 'last_confirmed'
  );
  return null;
end $$;

create function venue_facts_updated() returns trigger language plpgsql as $$
begin
  if exists (select to_jsonb(a) - 'last_confirmed' from after_update a except all select to_jsonb(b) - 'last_confirmed' from before_update b) then
    perform record_changes(array['reference'], array[null::uuid]);
  end if;
  return null;
end $$;
drop trigger venue_reference_updated on venue;
create trigger venue_reference_updated after update on venue
  referencing old table as before_update new table as after_update
  for each statement execute function venue_facts_updated();
`;

/**
 * Where two entries were one place, nobody who has booked goes anywhere else: they are not told of a change. Files and calendars that name
 * the entry that is gone still find the place.
 */
const merging = `
drop trigger tell_of_event_change on event;
create trigger tell_of_event_change after update on event for each row
  when (event_is_public(new.status) and event_is_public(old.status) and greatest(old.ends_at, new.ends_at) > now()
    and (new.status = 'cancelled' and old.status <> 'cancelled'
      or new.status <> 'cancelled' and (new.status, new.starts_at, new.ends_at, new.format)
        is distinct from (old.status, old.starts_at, old.ends_at, old.format)
      or new.status <> 'cancelled' and new.venue is distinct from old.venue
        and coalesce(current_setting('hwbe.merging_venues', true), '') <> 'yes'))
  execute function tell_of_event_change();

create table former_venue (
  slug text primary key check (slug ~ ${SLUG}),
  name text not null,
  venue text not null references venue on delete cascade
);
create index former_venue_venue on former_venue (venue);
`;

/** The words of the page about these events, and where else people can turn. A signpost that is taken off the page is kept. */
const pages = `
create table page_section (
  slug text primary key check (slug ~ ${SLUG}),
  title text not null check (length(title) between 1 and 100),
  body text not null check (length(body) <= 10000)
);
create table signpost (
  slug text primary key check (slug ~ ${SLUG}),
  position integer not null,
  title text not null check (length(title) between 1 and 100),
  body text not null check (length(body) between 1 and 1000),
  phone text check (length(phone) <= 50),
  website text check (website ~ '^https://'),
  shown boolean not null default true
);
${["page_section", "signpost"].map((table) => `
create trigger ${table}_reference_added after insert on ${table}
  referencing new table as changed for each statement execute function reference_rows_changed();
create trigger ${table}_reference_removed after delete on ${table}
  referencing old table as changed for each statement execute function reference_rows_changed();
create trigger ${table}_reference_updated after update on ${table}
  referencing old table as before_update new table as after_update
  for each statement execute function reference_updated();
`).join("")}
`;

/** How often finders were opened on each website. Nothing about who opened them. */
const sites = `
create table embedding_site (
  host text not null check (length(host) between 1 and 259),
  day date not null,
  loads integer not null check (loads > 0),
  primary key (day, host)
);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [venues, merging, pages, sites]) await sql.raw(script).execute(db);
}
