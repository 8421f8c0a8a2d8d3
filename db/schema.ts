import type { ColumnType, Generated, GeneratedAlways } from "kysely";

/** Dates without a time are text, `2026-03-03`: a day is no instant. Timestamps are `Date`. bigint is read as a number. */
type Day = ColumnType<string, string, string>;
type DefaultOnInsert<T> = Generated<T>;

export interface AllianceTable {
  slug: string;
  name: string;
  short_name: string;
  ons_code: string | null;
  website: string | null;
  valid_from: Day | null;
  valid_to: Day | null;
}

export interface AllianceSuccessionTable {
  predecessor: string;
  successor: string;
}

export interface AllianceMembershipTable {
  borough_gss: string;
  alliance: string;
  valid_from: Day;
  valid_to: Day | null;
}

export interface BoroughTable {
  gss: string;
  slug: string;
  name: string;
  short_label: string;
  icb_area: string;
  tile_row: number;
  tile_column: number;
  latitude: number;
  longitude: number;
}

export interface OrganisationTable {
  slug: string;
  name: string;
  short_name: string;
  kind: "nhs-trust" | "charity" | "community";
  ods_code: string | null;
  alliance: string | null;
  scope: "london" | "national" | "other";
  website: string | null;
}

/** In `step_free` and its like null means "not known". */
export interface VenueTable {
  slug: string;
  name: string;
  address: string;
  postcode: string;
  borough_gss: string | null;
  latitude: number;
  longitude: number;
  step_free: boolean | null;
  hearing_loop: boolean | null;
  accessible_toilet: boolean | null;
  access_note: string | null;
  nearest_station: string | null;
  station_step_free: boolean | null;
  directions: string | null;
  parking: string | null;
  parking_cost: string | null;
  blue_badge: string | null;
  patient_transport: string | null;
}

interface TermTable {
  slug: string;
  position: number;
  label: string;
  definition: string | null;
  synonyms: DefaultOnInsert<string[]>;
  misspellings: DefaultOnInsert<string[]>;
}

export interface TopicTable extends TermTable {
  theme: "body" | "mind" | "people" | "practical";
}

export interface TumourGroupTable extends TermTable {
  parent: string | null;
  nhs_tumour_group: string;
}

export type StageTable = TermTable;

export interface LanguageTable {
  code: string;
  label: string;
}

/** A postcode or the outward half of one. */
export interface PostcodeAreaTable {
  code: string;
  latitude: number;
  longitude: number;
}

export interface SeriesTable {
  slug: string;
  title: string;
  organisation: string;
}

/**
 * One dated happening. `join_url` is never published. `cost` null means free. `capacity` null means no limit.
 * `import_key` tells which row of an organisation's own list this event came from.
 */
export interface EventTable {
  id: DefaultOnInsert<string>;
  slug: string;
  series: string | null;
  organisation: string;
  venue: string | null;
  title: string;
  for_whom: string;
  summary: string;
  what_happens: string | null;
  what_to_bring: string | null;
  format: "in-person" | "online" | "hybrid" | "phone";
  kind: "group-session" | "course" | "one-to-one" | "drop-in" | "open-day";
  for_patients: boolean;
  for_carers: boolean;
  effort: "seated" | "some-standing" | "gentle-activity" | null;
  breaks: boolean | null;
  bsl: DefaultOnInsert<"provided" | "on-request" | "no">;
  interpreter: DefaultOnInsert<"provided" | "on-request" | "no">;
  support_request_by: Day | null;
  cost: string | null;
  contact_name: string | null;
  contact_phone: string | null;
  contact_email: string | null;
  starts_at: Date;
  ends_at: Date;
  previous_starts_at: Date | null;
  capacity: number | null;
  places_taken: DefaultOnInsert<number>;
  waiting_list: DefaultOnInsert<boolean>;
  waiting_count: DefaultOnInsert<number>;
  places_state: GeneratedAlways<"open" | "available" | "few" | "waiting-list" | "full">;
  places_left: GeneratedAlways<number | null>;
  booking_route: "here" | "organiser" | "phone" | "drop-in";
  booking_self: boolean;
  booking_professional: boolean;
  booking_url: string | null;
  booking_note: string | null;
  join_url: string | null;
  status: DefaultOnInsert<"draft" | "awaiting-moderation" | "published" | "cancelled" | "postponed">;
  status_note: string | null;
  last_confirmed: Day | null;
  sample: DefaultOnInsert<boolean>;
  import_key: string | null;
  revision: DefaultOnInsert<number>;
  revised_at: DefaultOnInsert<Date>;
}

export interface SessionTable {
  id: DefaultOnInsert<string>;
  event_id: string;
  position: number;
  title: string;
  starts_at: Date;
  ends_at: Date;
  alone: boolean;
}

/** `number` rises by one with each public change; a reader who follows the numbers misses none. */
export interface ChangeTable {
  number: number;
  kind: "published" | "withdrawn" | "reference";
  event_id: string | null;
  at: DefaultOnInsert<Date>;
}

export interface Database {
  alliance: AllianceTable;
  alliance_succession: AllianceSuccessionTable;
  alliance_membership: AllianceMembershipTable;
  borough: BoroughTable;
  organisation: OrganisationTable;
  venue: VenueTable;
  topic: TopicTable;
  tumour_group: TumourGroupTable;
  stage: StageTable;
  language: LanguageTable;
  postcode_area: PostcodeAreaTable;
  series: SeriesTable;
  event: EventTable;
  session: SessionTable;
  event_partner: { event_id: string; organisation: string };
  event_topic: { event_id: string; topic: string };
  event_tumour_group: { event_id: string; tumour_group: string };
  event_stage: { event_id: string; stage: string };
  event_language: { event_id: string; language: string };
  change: ChangeTable;
  change_counter: { single: boolean; number: number };
}
