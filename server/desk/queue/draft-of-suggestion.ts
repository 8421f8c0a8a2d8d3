import { webHref } from "../../pages/markup.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import type { SuggestionDetails } from "../../suggestions/suggestion.ts";
import type { EventContent } from "../events/form/event-content.ts";
import { fillHabits, FIRST_EVENT, type FormValues } from "../events/form/fill-event-form.ts";
import { OTHER_VENUE } from "../events/form/read-event-form.ts";

const DATE = /\b\d{1,2}\/\d{1,2}\/\d{4}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}\b/i;
const CLOCK = /\b\d{1,2}(?:[.:]\d{2})? ?[ap]m\b|\b\d{1,2}:\d{2}\b/gi;

/** Date and times where somebody wrote them in full. The organiser checks them in any case. */
function timesIn(when: string): FormValues {
  const [start = "", end = ""] = when.match(CLOCK) ?? [];
  return { date: DATE.exec(when)?.[0] ?? "", start, end };
}

function placeIn(where: string, isInPerson: boolean): FormValues {
  return isInPerson ? { venue: OTHER_VENUE, "venue-name": where } : { format: "online", venue: "" };
}

/** The form of an event with what is known of it. `last`: what the organiser's last event was like. It names nobody. */
export function draftForm({ what, when = "", where = "", link = "" }: SuggestionDetails, last: EventContent | undefined): URLSearchParams {
  const habits = last ? fillHabits(last) : {};
  const url = webHref(link);
  return toForm({
    ...FIRST_EVENT, ...habits, ...timesIn(when), ...placeIn(where, !/\bonline\b/i.test(where)), title: what,
    ...(url?.startsWith("https://") && { booking: "organiser", "booking-url": url }),
  });
}
