import { html, nothing, type TemplateResult } from "lit";
import { dateTimeRange } from "../../server/wording/dates.ts";
import { SHORTLIST_LIMIT } from "../shortlist.ts";
import type { ListItem } from "../state.ts";
import { clinicianWords as words } from "../strings-later.ts";
import { strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";
import { bookingLink } from "./booking.ts";
import { heading } from "./heading.ts";

export interface ShortlistView {
  readonly ids: readonly string[];
  readonly find: (id: string) => ListItem | undefined;
  readonly isLoading: boolean;
  readonly service: string;
  readonly level: number;
  readonly actions: FinderActions;
}

function entry(id: string, { find, isLoading, actions }: ShortlistView): TemplateResult {
  const event = find(id);
  if (!event && isLoading) return html`<li><p class="hint">${words.loading}…</p></li>`;
  return html`<li>
    <p>
      ${event
        ? html`<strong>${event.title}</strong><br />${dateTimeRange(Date.parse(event.startsAt), Date.parse(event.endsAt))}`
        : words.gone}
    </p>
    <div class="buttons">
      ${event ? bookingLink(event, "clinician") : nothing}
      <button type="button" class="secondary" part="button" @click=${() => actions.toggleShortlisted(id)}
        >${words.remove}<span class="unseen">: ${event?.title ?? words.gone}</span></button
      >
    </div>
  </li>`;
}

function isReferable(event: ListItem | undefined): boolean {
  return event?.booking.route === "here" && event.booking.open && event.booking.who.includes("professional") && event.status !== "cancelled";
}

/** Events put aside for one patient, and the ways on: to refer to all of them, and a sheet to print. Their addresses hold the ids of events alone. */
export function shortlistPanel(view: ShortlistView): TemplateResult {
  const { ids, service, level, actions } = view;
  const chosen = new URLSearchParams(ids.map((id) => ["ids", id]));
  const canRefer = ids.some((id) => isReferable(view.find(id)));
  return html`<div class="shortlist" part="shortlist" role="group" aria-labelledby="shortlist-title">
    ${heading(level, html`<span id="shortlist-title" tabindex="-1">${strings.shortlist(ids.length)}</span>`)}
    ${ids.length === 0
      ? html`<p>${words.empty}</p>`
      : html`<ul role="list">
            ${ids.map((id) => entry(id, view))}
          </ul>
          ${ids.length >= SHORTLIST_LIMIT ? html`<p>${words.full(SHORTLIST_LIMIT)}</p>` : nothing}
          <div class="buttons">
            ${canRefer ? html`<a class="primary" part="button" href="${service}/refer?${chosen}" target="_top">${words.refer}</a>` : nothing}
            <a class="secondary" part="button" href="${service}/events?${chosen}" target="_top">${words.print}</a>
            <button type="button" class="link" @click=${() => actions.clearShortlist()}>${words.clear}</button>
          </div>`}
    <p class="hint">${words.keys}</p>
  </div>`;
}
