import { html } from "hono/html";
import { FIXED_LABELS } from "../../contract/vocabulary.ts";
import type { CalendarProblem } from "../../calendars/calendar-event.ts";
import type { CalendarResult } from "../../calendars/calendar-result.ts";
import type { MappedCalendar, MappedEvent } from "../../calendars/map-events.ts";
import type { Names } from "../../imports/names.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { dateTimeRange, longDate } from "../../wording/dates.ts";
import { responsiveTable } from "../directory/responsive-table.ts";

const SHOWN = 100;

function place({ event, unknownPlace }: MappedEvent, venues: Names): Html {
  const where = event.venue === null ? FIXED_LABELS.format[event.format] : venues.nameOf(event.venue);
  return html`${where}${unknownPlace !== null && html`<br><span class="hwbe-calendar-says">The calendar says: ${unknownPlace}</span>`}`;
}

/** What a calendar would bring. */
export function broughtTable({ events }: MappedCalendar, { venues, topics }: { venues: Names; topics: Names }): Html {
  if (events.length === 0) return html`<p>Nothing yet.</p>`;
  const rows = events.slice(0, SHOWN).map((one) => [
    html`${one.event.title}${one.event.status === "cancelled" && html` <strong class="nhsuk-tag nhsuk-tag--red">Cancelled</strong>`}`,
    dateTimeRange(one.event.startsAt, one.event.endsAt), place(one, venues), one.event.topics.map((slug) => topics.nameOf(slug)).join(", ") || "None",
  ]);
  return html`${responsiveTable({ caption: "Events in the calendar", headings: ["Event", "When", "Where", "Topics"], rows })}
${events.length > SHOWN && html`<p>And ${events.length - SHOWN} more.</p>`}`;
}

/** What is left out, and why. */
export function problemList(problems: readonly CalendarProblem[]): OptionalHtml {
  if (problems.length === 0) return undefined;
  return html`<section aria-labelledby="left-out"><h2 class="nhsuk-heading-m" id="left-out">Left out</h2><ul>
${problems.slice(0, SHOWN).map(({ title, reason }) => html`<li><strong>${title ?? "An event without a title"}</strong> ${reason}.</li>`)}
</ul>${problems.length > SHOWN && html`<p>And ${problems.length - SHOWN} more.</p>`}</section>`;
}

/** Events that the calendar lost, for their organiser to decide about. */
export function missingList({ missing }: CalendarResult): OptionalHtml {
  if (missing.length === 0) return undefined;
  return html`<section aria-labelledby="missing"><h2 class="nhsuk-heading-m" id="missing">No longer in the calendar</h2>
<p>These are still published. We cancel one by ourselves only if nobody has booked it and it is missing twice.</p><ul>
${missing.slice(0, SHOWN).map(({ id, title, startsAt }) => html`<li><a href="/desk/events/${id}/call-off">${title}, ${longDate(startsAt)}</a></li>`)}
</ul></section>`;
}
