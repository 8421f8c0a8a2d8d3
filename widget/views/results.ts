import { html, nothing, type TemplateResult } from "lit";
import type { Answer, ListItem } from "../state.ts";
import { strings } from "../strings.ts";
import { eventItem, type ItemContext } from "./event-item.ts";
import { sampleNotice } from "./notices.ts";

/** How many events there are, where the focus goes after a search, and the choice of their order. */
export function resultsHead(answer: Answer | undefined, sort: unknown): TemplateResult {
  return html`<div class="results-head">
    <p id="count" class="count" part="count" tabindex="-1">${answer ? strings.results.found(answer.total) : `${strings.results.loading}…`}</p>
    ${sort}
  </div>`;
}

/** Grey shapes in place of the first events. The words beside them say that events are loading. */
export function skeleton(): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">${[1, 2, 3].map(() => html`<div><span></span><span></span><span></span></div>`)}</div>`;
}

/** Draws events under the days of a month. */
export type ByDay = (events: readonly ListItem[], level: number, item: (event: ListItem) => TemplateResult) => TemplateResult;

/** Draws one event. */
export type Item = typeof eventItem;

/** The events of an answer, one below the other or by day. */
export function resultList(answer: Answer, context: ItemContext, byDay: ByDay | undefined, item: Item = eventItem): TemplateResult {
  return html`${answer.events.some((event) => event.sample) ? sampleNotice() : nothing}
    ${byDay
      ? byDay(answer.events, context.level, (event) => item(event, { ...context, level: context.level + 1 }))
      : html`<ul class="list" role="list" part="list">
          ${answer.events.slice(0, context.most).map((event) => html`<li>${item(event, context)}</li>`)}
        </ul>`}`;
}
