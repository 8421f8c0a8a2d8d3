import { html, type TemplateResult } from "lit";
import { londonDate } from "../../server/wording/london-time.ts";
import { addMonths, monthOf } from "../month.ts";
import type { ListItem } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";
import { heading } from "./heading.ts";

/** The month that is shown, and the ways to the ones beside it. */
export function monthHead(month: string, now: number, actions: FinderActions): TemplateResult {
  const step = (count: number, text: string, isPossible: boolean) => html`<button type="button" class="secondary" part="button"
    aria-disabled=${isPossible ? "false" : "true"} @click=${() => isPossible && actions.change({ month: addMonths(month, count) })}>${text}<span class="unseen">: ${laterStrings.dates.month(addMonths(month, count))}</span></button>`;
  return html`<div class="month-head">
    ${step(-1, laterStrings.views.earlier, month > monthOf(now))}
    <p class="month" aria-live="polite">${laterStrings.dates.month(month)}</p>
    ${step(1, laterStrings.views.later, true)}
  </div>`;
}

/** The events under the day on which they start. A list by day fits any screen, which a grid of days does not. */
export function byDay(events: readonly ListItem[], level: number, item: (event: ListItem) => TemplateResult): TemplateResult {
  const days = new Map<string, ListItem[]>();
  for (const event of events) {
    const day = londonDate(Date.parse(event.startsAt));
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return html`${[...days.values()].map(
    (ofDay) => html`<section class="one-day">
      ${heading(level, laterStrings.dates.day(Date.parse(ofDay[0]!.startsAt)))}
      <ul class="list" role="list" part="list">${ofDay.map((event) => html`<li>${item(event)}</li>`)}</ul>
    </section>`,
  )}`;
}
