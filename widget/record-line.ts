import type { EventSummary } from "../server/contract/event.ts";
import { strings } from "./strings.ts";
import { clinicianStrings } from "./strings-clinician.ts";

/** Systems that keep records take a line break or a control character for the end of an entry. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Z}]+/gu, " ").trim();

/** What a clinician writes into a patient's record about an event that was offered: one line of facts of the event, none of the patient. */
export function recordLine(event: EventSummary): string {
  const { title, venue, format, url } = event;
  const words = { title, when: strings.dates.range(event), where: venue?.name ?? strings.formats[format], url };
  return oneLine(clinicianStrings.record.line(words));
}

/** A line for each event. Nobody offers one that is cancelled. */
export function recordLines(events: readonly EventSummary[]): string {
  return events.filter(({ status }) => status !== "cancelled").map(recordLine).join("\n");
}
