import { html, nothing, type TemplateResult } from "lit";
import { SHORTLIST_LIMIT } from "../shortlist.ts";
import type { ListItem } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
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
  if (!event && isLoading) return html`<li><p class="hint">${laterStrings.clinician.loading}…</p></li>`;
  return html`<li>
    <p>
      ${event
        ? html`<strong lang="en-GB">${event.title}</strong><br />${strings.dates.range(event)}`
        : laterStrings.clinician.gone}
    </p>
    <div class="buttons">
      ${event ? bookingLink(event, "clinician") : nothing}
      <button type="button" class="secondary" part="button" @click=${() => actions.toggleShortlisted(id)}
        >${laterStrings.clinician.remove}<span class="unseen" lang="en-GB">: ${event?.title ?? laterStrings.clinician.gone}</span></button
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
    ${heading(level, html`<span id="shortlist-title" tabindex="-1">${laterStrings.shortlist(ids.length)}</span>`)}
    ${ids.length === 0
      ? html`<p>${laterStrings.clinician.empty}</p>`
      : html`<ul role="list">
            ${ids.map((id) => entry(id, view))}
          </ul>
          ${ids.length >= SHORTLIST_LIMIT ? html`<p>${laterStrings.clinician.full(SHORTLIST_LIMIT)}</p>` : nothing}
          <div class="buttons">
            ${canRefer ? html`<a class="primary" part="button" href="${service}/refer?${chosen}" target="_top">${laterStrings.clinician.refer}</a>` : nothing}
            <a class="secondary" part="button" href="${service}/events?${chosen}" target="_top">${laterStrings.clinician.print}</a>
            <button type="button" class="link" @click=${() => actions.clearShortlist()}>${laterStrings.clinician.clear}</button>
          </div>`}
    <p class="hint">${laterStrings.clinician.keys}</p>
  </div>`;
}
