import type { Selectable } from "kysely";
import type { EventTable } from "../schema.ts";

type Column<Name extends keyof EventTable> = NonNullable<Selectable<EventTable>[Name]>;

/** On which days a series is held, counted from the day on which the sample is made. `weekday`: 0 is Sunday. */
export type Dates =
  | { weekday: number; everyWeeks: number; times: number; fromDay?: number }
  | { inDays: readonly number[] }
  | "tonight"
  | "clocks-go-forward"
  | "clocks-go-back";

/** A made-up series of events. What is left out takes the value of most events: see `expand.ts`. */
export interface SampleSeries {
  key: string;
  title: string;
  organiser: string;
  partners?: readonly string[];
  /** Without a venue it is online, unless `format` says otherwise. */
  venue?: string;
  format?: Column<"format">;
  kind?: Column<"kind">;
  forWhom: string;
  summary: string;
  happens?: string;
  bring?: string;
  topics: readonly string[];
  tumourGroups?: readonly string[];
  stages?: readonly string[];
  for?: "patients" | "carers" | "both";
  languages?: readonly string[];
  dates: Dates;
  /** Start on a 24-hour clock, and length in minutes. */
  at: readonly [hour: number, minute: number, minutes: number];
  /** Places in all, and how many are taken at each date (the last number serves the rest); null: no limit. */
  places?: { capacity: number; taken: readonly number[]; waiting?: number } | null;
  booking?: { route: Column<"booking_route">; self?: boolean; professional?: boolean; url?: string; note?: string; approval?: boolean };
  contact?: { name: string; phone?: string };
  effort?: Column<"effort">;
  breaks?: boolean;
  bsl?: Column<"bsl">;
  interpreter?: Column<"interpreter">;
  cost?: string;
  /** A course: so many sessions, a week apart. */
  courseSessions?: number;
  /** Parts of one day, in minutes after its start. */
  parts?: readonly { title: string; from: number; minutes: number }[];
  cancelled?: { date: number; note: string };
  /** The date of this number was first to be held so many days earlier. */
  postponed?: { date: number; days: number; note: string };
  confirmedDaysAgo?: number;
}
