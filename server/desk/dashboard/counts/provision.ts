import { sql, type Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { IS_OFFERED, inScope, type Scope } from "../scope.ts";
import { within, withinBoth, type Question } from "./question.ts";

export interface BoroughCount {
  name: string;
  label: string;
  row: number;
  column: number;
  events: number;
  before: number;
}

const isOwn = ({ kind, slug }: Scope) => kind !== "alliance" ? sql`true`
  : sql`exists (select from alliance_membership as member where member.borough_gss = borough.gss and member.alliance = ${slug} and member.valid_to is null)`;

/** Events at venues in each borough, in the order of names. Of an alliance: its own boroughs, and others where it has events. */
export async function countByBorough(db: Kysely<Database>, { scope, period }: Question): Promise<BoroughCount[]> {
  const { rows } = await sql<BoroughCount>`
    select borough.name, short_label as label, tile_row as row, tile_column as column,
      count(event.id) filter (where ${within("starts_at", period)}) as events,
      count(event.id) filter (where ${within("starts_at", period.before)}) as before
    from borough
    left join venue on venue.borough_gss = borough.gss
    left join event on event.venue = venue.slug and ${IS_OFFERED} and ${inScope(scope)} and ${withinBoth("starts_at", period)}
    group by borough.gss having ${isOwn(scope)} or count(event.id) > 0 order by borough.name`.execute(db);
  return rows;
}

/** Events that are in no borough: online, by phone, or at a venue outside London. */
export async function countOutsideBoroughs(db: Kysely<Database>, { scope, period }: Question): Promise<{ online: number; elsewhere: number }> {
  const { rows } = await sql<{ online: number; elsewhere: number }>`
    select count(*) filter (where event.venue is null) as online, count(*) filter (where event.venue is not null) as elsewhere
    from event left join venue on venue.slug = event.venue
    where venue.borough_gss is null and ${IS_OFFERED} and ${inScope(scope)} and ${within("starts_at", period)}`.execute(db);
  return rows[0]!;
}

/** `group` null: for all cancers. `stage` null: for any stage. */
export interface GroupAndStageCount {
  group: string | null;
  stage: string | null;
  events: number;
}

/** Events by tumour group and stage. A group stands for those that it is the parent of; an event for several counts in each. */
export async function countByGroupAndStage(db: Kysely<Database>, { scope, period }: Question): Promise<GroupAndStageCount[]> {
  const { rows } = await sql<GroupAndStageCount>`
    with counted as (
      select distinct event.id, coalesce(tumour_group.parent, tumour_group.slug) as "group"
      from event left join event_tumour_group on event_id = event.id left join tumour_group on tumour_group.slug = event_tumour_group.tumour_group
      where ${IS_OFFERED} and ${inScope(scope)} and ${within("starts_at", period)})
    select "group", stage, count(*) as events from counted left join event_stage on event_id = counted.id group by 1, 2`.execute(db);
  return rows;
}

export interface Terms {
  groups: { slug: string; label: string }[];
  stages: { slug: string; label: string }[];
}

/** The tumour groups without a parent, and all stages. */
export async function readTerms(db: Kysely<Database>): Promise<Terms> {
  const groups = await db.selectFrom("tumour_group").select(["slug", "label"]).where("parent", "is", null).orderBy("position").execute();
  const stages = await db.selectFrom("stage").select(["slug", "label"]).orderBy("position").execute();
  return { groups, stages };
}
