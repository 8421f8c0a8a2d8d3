import type { VenueTable } from "../../../../db/schema.ts";

type Column = Exclude<keyof VenueTable, "slug" | "latitude" | "longitude" | "borough_gss" | "last_confirmed">;

interface Fact<Name extends Column> {
  column: Name;
  label: string;
  hint?: string;
}

export type YesNoColumn = "step_free" | "hearing_loop" | "accessible_toilet" | "station_step_free";
export type NoteColumn = Exclude<Column, YesNoColumn | "name" | "address" | "postcode">;

/** What may be yes, no, or not known. */
export const YES_NO_FACTS: readonly Fact<YesNoColumn>[] = [
  { column: "step_free", label: "Can people get in and around without steps?" },
  { column: "hearing_loop", label: "Is there a hearing loop?" },
  { column: "accessible_toilet", label: "Is there an accessible toilet?" },
  { column: "station_step_free", label: "Is the nearest station step-free?", hint: "From the street to the platform" },
];

/** What is said in words, or not known. */
export const NOTE_FACTS: readonly Fact<NoteColumn>[] = [
  { column: "access_note", label: "More about access", hint: "Such as heavy doors, or a lift that is far from the entrance" },
  { column: "nearest_station", label: "Nearest station" },
  { column: "directions", label: "How to get there" },
  { column: "parking", label: "Parking" },
  { column: "parking_cost", label: "Cost of parking" },
  { column: "blue_badge", label: "Blue Badge parking" },
  { column: "patient_transport", label: "Patient transport" },
];

/** The name of a column's field in a form. */
export const fieldOf = (column: Column): string => column.replaceAll("_", "-");
