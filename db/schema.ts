import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";

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
  trusted: DefaultOnInsert<boolean>;
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
  /** When somebody at the desk last said that these facts are right. */
  last_confirmed: Day | null;
}

/** An entry that was merged into another, and what it was called. */
export interface FormerVenueTable {
  slug: string;
  name: string;
  venue: string;
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

/** A part of the page about these events, as plain text with lists and links. */
export interface PageSectionTable {
  slug: string;
  title: string;
  body: string;
}

/** Where else people can turn. */
export interface SignpostTable {
  slug: string;
  position: number;
  title: string;
  body: string;
  phone: string | null;
  website: string | null;
  shown: DefaultOnInsert<boolean>;
}

/** How often finders were opened on the pages of a host, on a day in London. */
export interface EmbeddingSiteTable {
  host: string;
  day: Day;
  loads: number;
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
  booking_approval: DefaultOnInsert<boolean>;
  booking_closed: DefaultOnInsert<boolean>;
  join_url: string | null;
  status: DefaultOnInsert<"draft" | "awaiting-moderation" | "published" | "cancelled" | "postponed">;
  status_note: string | null;
  moderation_note: string | null;
  last_confirmed: Day | null;
  sample: DefaultOnInsert<boolean>;
  import_key: string | null;
  revision: DefaultOnInsert<number>;
  revised_at: DefaultOnInsert<Date>;
}

export type StaffRoleName = "organiser" | "lead" | "coordinator" | "administrator";

export interface StaffTable {
  id: string;
  name: string;
  email: string;
  email_verified: DefaultOnInsert<boolean>;
  image: string | null;
  created_at: DefaultOnInsert<Date>;
  updated_at: DefaultOnInsert<Date>;
}

/** `second_factor_at` is when a second factor was proved in this session. */
export interface StaffSessionTable {
  id: string;
  staff: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  second_factor_at: Date | null;
  created_at: DefaultOnInsert<Date>;
  updated_at: DefaultOnInsert<Date>;
}

export interface StaffRoleTable {
  id: DefaultOnInsert<string>;
  staff: string;
  role: StaffRoleName;
  organisation: string | null;
  alliance: string | null;
  created_at: DefaultOnInsert<Date>;
}

/** A role that somebody may take by a link. Of the link its SHA-256 alone is kept. */
export interface InvitationTable {
  id: DefaultOnInsert<string>;
  email: string;
  role: StaffRoleName;
  organisation: string | null;
  alliance: string | null;
  token_hash: Buffer;
  created_at: DefaultOnInsert<Date>;
  expires_at: Date;
  accepted_at: Date | null;
}

/** The secret of an authenticator app, sealed; the last time step that was used; and SHA-256 of the codes for when the app is lost. */
export interface StaffSecondFactorTable {
  staff: string;
  secret: Buffer;
  last_step: DefaultOnInsert<number>;
  backup_codes: DefaultOnInsert<Buffer[]>;
  confirmed_at: Date | null;
}

/** The form of an event as somebody left it, encoded as forms are. */
export interface EventDraftTable {
  id: DefaultOnInsert<string>;
  organisation: string;
  title: string;
  form: string;
  updated_at: DefaultOnInsert<Date>;
}

/** A spreadsheet that somebody of the staff sent, until it is confirmed or an hour old. `report` is what became of it, as JSON. */
export interface KeptFileTable {
  id: DefaultOnInsert<string>;
  organisation: string;
  staff: string;
  name: string;
  bytes: Buffer | null;
  report: ColumnType<unknown, string | null | undefined, string | null>;
  created_at: DefaultOnInsert<Date>;
}

/**
 * A calendar of an organisation. `body` is the last one that was good, with its `etag` and `last_modified` (RFC 9110 section 8.8);
 * `failure` says why the last fetch brought none. `mapping` and `result` are JSON of server/calendars.
 */
export interface CalendarTable {
  id: DefaultOnInsert<string>;
  organisation: string;
  address: string;
  mapping: ColumnType<unknown, string | null | undefined, string | null>;
  following: DefaultOnInsert<boolean>;
  body: Buffer | null;
  etag: string | null;
  last_modified: string | null;
  fetched_at: Date | null;
  failure: string | null;
  result: ColumnType<unknown, string | null | undefined, string | null>;
  next_fetch_at: DefaultOnInsert<Date>;
  created_at: DefaultOnInsert<Date>;
}

/** What a calendar last said of an event, whose `import_key` is `reference`; how many fetches in a row it was not in it. */
export interface CalendarEventTable {
  calendar: string;
  reference: string;
  said: ColumnType<unknown, string, string>;
  missing_fetches: DefaultOnInsert<number>;
}

/** A version of the finder's single file, as it was first published. */
export interface WidgetReleaseTable {
  version: string;
  script: Buffer;
  released_at: DefaultOnInsert<Date>;
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

/** Who hears of an organisation's referrals, how soon they must be opened, and how long details are kept after the event. */
export interface ReferralSettingsTable {
  organisation: string;
  team_email: string | null;
  unseen_after_working_days: DefaultOnInsert<number>;
  keep_days: DefaultOnInsert<number>;
}

export interface AllianceContactTable {
  alliance: string;
  email: string;
}

/** A key of the API is kept as its SHA-256 alone. */
export interface ApiKeyTable {
  id: DefaultOnInsert<string>;
  organisation: string;
  name: string;
  hash: Buffer;
  scopes: ("refer" | "receive")[];
  created_at: DefaultOnInsert<Date>;
  revoked_at: Date | null;
}

/**
 * One person's request for a place. `organisation` runs the event and reads its referrals. `received`, `confirmed`, `attended`
 * and `did-not-attend` hold `party_size` places; `waiting` stands in line by `queue_number`. `sealed`, `sealed_key` and
 * `person_index` hold what identifies a person, until it is erased. `sessions` null means all of them.
 */
export interface ReferralTable {
  id: string;
  reference: string;
  event_id: string;
  organisation: string;
  booked_by: "patient" | "carer" | "carer-for-patient" | "professional";
  contact_kind: "email" | "text" | "phone";
  state: "received" | "waiting" | "confirmed" | "declined" | "cancelled" | "attended" | "did-not-attend";
  reason: "not-suitable" | "not-eligible" | "not-reached" | "no-place" | "other" | "person" | "referrer" | "organiser" | "lapsed" | null;
  party_size: number;
  sessions: string[] | null;
  queue_number: number | null;
  api_key: string | null;
  same_person_as: string | null;
  created_at: DefaultOnInsert<Date>;
  state_at: DefaultOnInsert<Date>;
  confirm_by: Date | null;
  referrer_proved_at: Date | null;
  approved_at: Date | null;
  /** The first time; kept when the referral moves on. */
  confirmed_at: ColumnType<Date | null, Date | undefined, never>;
  seen_at: Date | null;
  erased_at: Date | null;
  sealed: Buffer | null;
  sealed_key: Buffer | null;
  key_id: string | null;
  person_index: Buffer | null;
}

/** A request that was made under an idempotency key, and the first answer to it. Key and fingerprint are keyed hashes. */
export interface ReferralRequestTable {
  scope: string;
  key: Buffer;
  fingerprint: Buffer;
  answer: JSONColumnType<object> | null;
  created_at: DefaultOnInsert<Date>;
}

/**
 * What somebody of the public told or asked. `open` waits for the alliance (null: for any), `asked` for who told us, `passed` for
 * `organisation`. `sealed` holds all that was written about it and the address, until it is erased. `draft` is the organiser's draft of it.
 */
export interface SuggestionTable {
  id: string;
  reference: string;
  kind: "event" | "question" | "wrong" | "praise" | "other";
  alliance: string | null;
  event_id: string | null;
  state: DefaultOnInsert<"open" | "asked" | "passed" | "closed">;
  outcome: "published" | "merged" | "refused" | "answered" | "noted" | null;
  reason: string | null;
  organisation: string | null;
  draft: string | null;
  has_email: boolean;
  confirmed_at: Date | null;
  created_at: DefaultOnInsert<Date>;
  state_at: DefaultOnInsert<Date>;
  erased_at: Date | null;
  sealed: Buffer | null;
  sealed_key: Buffer | null;
  key_id: string | null;
}

/** A message to be sent by e-mail. It names no person and no address: whoever sends it looks them up then. It is about an event, a suggestion, or an alliance's queue. */
export interface MessageTable {
  id: DefaultOnInsert<string>;
  organisation: string | null;
  event_id: string | null;
  referral_id: string | null;
  suggestion_id: string | null;
  alliance: string | null;
  kind:
    | "booked" | "received" | "waiting" | "promoted" | "confirmed" | "declined" | "cancelled" | "changed" | "reminder"
    | "event-cancelled" | "event-changed" | "moved" | "organiser-wrote" | "confirm-address" | "prove-address" | "your-link" | "second-booking"
    | "new-referrals" | "unseen-referrals" | "still-right" | "event-approved" | "event-sent-back"
    | "suggestion-received" | "suggestion-question" | "suggestion-answer" | "suggestion-closed" | "suggested-event" | "passed-question" | "queue-news";
  recipient: "attendee" | "referrer" | "organiser" | "alliance" | "suggester";
  occasion: DefaultOnInsert<string>;
  created_at: DefaultOnInsert<Date>;
  send_after: DefaultOnInsert<Date>;
  attempts: DefaultOnInsert<number>;
  sent_at: Date | null;
  failed_at: Date | null;
  failure: string | null;
}

/** What an organiser wrote to everyone on an event. `staff` is the id of who wrote it. */
export interface EventNoticeTable {
  id: string;
  event_id: string;
  staff: string;
  body: string;
  at: DefaultOnInsert<Date>;
}

/** One line of the audit. `hash` covers the line and the hash before it. */
export interface AuditTable {
  organisation: string;
  number: number;
  at: Date;
  actor: string;
  action: string;
  referral_id: string;
  hash: Buffer;
}

export interface Database {
  alliance: AllianceTable;
  alliance_succession: AllianceSuccessionTable;
  alliance_membership: AllianceMembershipTable;
  borough: BoroughTable;
  organisation: OrganisationTable;
  venue: VenueTable;
  former_venue: FormerVenueTable;
  topic: TopicTable;
  tumour_group: TumourGroupTable;
  stage: StageTable;
  language: LanguageTable;
  postcode_area: PostcodeAreaTable;
  page_section: PageSectionTable;
  signpost: SignpostTable;
  embedding_site: EmbeddingSiteTable;
  series: SeriesTable;
  event: EventTable;
  staff: StaffTable;
  staff_session: StaffSessionTable;
  staff_role: StaffRoleTable;
  staff_second_factor: StaffSecondFactorTable;
  invitation: InvitationTable;
  event_draft: EventDraftTable;
  kept_file: KeptFileTable;
  calendar: CalendarTable;
  calendar_event: CalendarEventTable;
  widget_release: WidgetReleaseTable;
  session: SessionTable;
  event_partner: { event_id: string; organisation: string };
  event_topic: { event_id: string; topic: string };
  event_tumour_group: { event_id: string; tumour_group: string };
  event_stage: { event_id: string; stage: string };
  event_language: { event_id: string; language: string };
  change: ChangeTable;
  change_counter: { single: boolean; number: number };
  referral_settings: ReferralSettingsTable;
  alliance_contact: AllianceContactTable;
  api_key: ApiKeyTable;
  referral: ReferralTable;
  referral_request: ReferralRequestTable;
  suggestion: SuggestionTable;
  message: MessageTable;
  event_notice: EventNoticeTable;
  audit: AuditTable;
  audit_head: { organisation: string; number: number; hash: Buffer };
  rate_limit: { key: string; points: number; expire: number | null };
  used_challenge: { id: Buffer; used_for: Buffer; expires_at: Date };
}
