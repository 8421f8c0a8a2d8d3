import { sql, type Kysely } from "kysely";

/** Numbers are handed out under a row lock that is kept until commit, so they become visible in order, with no gap to skip. */
const numbers = `
create table change_counter (
  single boolean primary key default true check (single),
  number bigint not null default 0
);
insert into change_counter default values;

create table change (
  number bigint primary key,
  kind text not null check (kind in ('published', 'withdrawn', 'reference')),
  event_id uuid,
  at timestamptz not null default now(),
  check ((kind = 'reference') = (event_id is null))
);

create function record_changes(kinds text[], ids uuid[]) returns void language plpgsql as $$
declare
  added constant integer := cardinality(kinds);
  last bigint;
begin
  if added = 0 then return; end if;
  update change_counter set number = number + added returning number into last;
  insert into change (number, kind, event_id)
    select last - added + c.position, c.kind, c.event_id
    from unnest(kinds, ids) with ordinality as c (kind, event_id, position);
  perform pg_notify('directory_change', last::text);
end $$;
`;

/** A revision is a change of what is published. Places are not part of it: they change too often for a calendar's SEQUENCE. */
const revisions = `
create function event_is_public(status text) returns boolean language sql immutable
  return status in ('published', 'cancelled', 'postponed');

create function event_content(e event) returns jsonb language sql stable
  return to_jsonb(e) - array['places_taken', 'waiting_count', 'places_state', 'places_left',
    'revision', 'revised_at', 'join_url', 'import_key', 'capacity'];

create function event_revise() returns trigger language plpgsql as $$
begin
  if new.revision <= old.revision and event_content(new) is distinct from event_content(old) then
    new.revision := old.revision + case when old.revised_at = now() then 0 else 1 end;
    new.revised_at := now();
  end if;
  return new;
end $$;
create trigger event_revise before update on event for each row execute function event_revise();

create function revise_events(ids uuid[]) returns void language sql as $$
  update event set revision = revision + 1, revised_at = now()
  where id = any(ids) and revised_at is distinct from now();
$$;
`;

const publishing = `
create function event_inserted() returns trigger language plpgsql as $$
begin
  perform record_changes(coalesce(array_agg('published'::text), '{}'), coalesce(array_agg(id), '{}'))
  from added where event_is_public(status);
  return null;
end $$;
create trigger event_inserted after insert on event
  referencing new table as added for each statement execute function event_inserted();

create function event_updated() returns trigger language plpgsql as $$
begin
  perform record_changes(
    coalesce(array_agg(case when event_is_public(n.status) then 'published' else 'withdrawn' end), '{}'),
    coalesce(array_agg(n.id), '{}'))
  from after_update n join before_update o on o.id = n.id
  where (event_is_public(n.status) or event_is_public(o.status))
    and (n.revision, n.revised_at, n.places_state, n.places_left, n.status)
      is distinct from (o.revision, o.revised_at, o.places_state, o.places_left, o.status);
  return null;
end $$;
create trigger event_updated after update on event
  referencing old table as before_update new table as after_update
  for each statement execute function event_updated();

create function event_deleted() returns trigger language plpgsql as $$
begin
  perform record_changes(coalesce(array_agg('withdrawn'::text), '{}'), coalesce(array_agg(id), '{}'))
  from removed where event_is_public(status);
  return null;
end $$;
create trigger event_deleted after delete on event
  referencing old table as removed for each statement execute function event_deleted();
`;

const PARTS = ["session", "event_partner", "event_topic", "event_tumour_group", "event_stage", "event_language"];

const parts = `
create function event_part_added() returns trigger language plpgsql as $$
begin
  perform revise_events(array_agg(distinct event_id)) from added;
  return null;
end $$;
create function event_part_removed() returns trigger language plpgsql as $$
begin
  perform revise_events(array_agg(distinct event_id)) from removed;
  return null;
end $$;
create function event_part_updated() returns trigger language plpgsql as $$
begin
  perform revise_events(array_agg(distinct event_id)) from (
    (table after_update except table before_update) union all (table before_update except table after_update)
  ) as differing;
  return null;
end $$;
${PARTS.map((table) => `
create trigger ${table}_added after insert on ${table}
  referencing new table as added for each statement execute function event_part_added();
create trigger ${table}_removed after delete on ${table}
  referencing old table as removed for each statement execute function event_part_removed();
create trigger ${table}_updated after update on ${table}
  referencing old table as before_update new table as after_update
  for each statement execute function event_part_updated();
`).join("")}
`;

const venues = `
create function venue_updated() returns trigger language plpgsql as $$
begin
  perform revise_events(array_agg(event.id)) from event where event.venue in (
    select slug from (table after_update except table before_update) as differing
  ) and event.ends_at > now();
  return null;
end $$;
create trigger venue_updated after update on venue
  referencing old table as before_update new table as after_update
  for each statement execute function venue_updated();
`;

const REFERENCE = [
  "alliance", "alliance_succession", "alliance_membership", "borough", "organisation",
  "topic", "tumour_group", "stage", "language", "series", "venue", "postcode_area",
];

/** A statement that leaves every row as it was, such as an insert whose rows are all there, is no change. */
const references = `
create function reference_rows_changed() returns trigger language plpgsql as $$
begin
  if exists (select from changed) then
    perform record_changes(array['reference'], array[null::uuid]);
  end if;
  return null;
end $$;
create function reference_updated() returns trigger language plpgsql as $$
begin
  if exists (table after_update except all table before_update) then
    perform record_changes(array['reference'], array[null::uuid]);
  end if;
  return null;
end $$;
${REFERENCE.map((table) => `
create trigger ${table}_reference_added after insert on ${table}
  referencing new table as changed for each statement execute function reference_rows_changed();
create trigger ${table}_reference_removed after delete on ${table}
  referencing old table as changed for each statement execute function reference_rows_changed();
create trigger ${table}_reference_updated after update on ${table}
  referencing old table as before_update new table as after_update
  for each statement execute function reference_updated();
`).join("")}
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [numbers, revisions, publishing, parts, venues, references]) {
    await sql.raw(script).execute(db);
  }
}
