import { html, nothing, type TemplateResult } from "lit";
import type { Event } from "../../server/contract/event.ts";
import type { Clinician } from "../clinician.ts";
import type { ClinicianPart } from "../clinician-part.ts";
import { COMPARED_LIMIT, SHORTLIST_LIMIT } from "../shortlist.ts";
import { laterStrings } from "../strings-later.ts";
import { strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";
import { chevron } from "./icons.ts";

export interface ShortlistView {
  readonly ids: readonly string[];
  readonly compared: readonly string[];
  readonly find: (id: string) => Event | undefined;
  readonly isLoading: boolean;
  /** True when events of the list could not be had. */
  readonly hasFailed: boolean;
  readonly words: ClinicianPart["shortlist"];
  readonly service: string;
  /** What clinicians alone need; undefined in public mode. */
  readonly part: Clinician | undefined;
  readonly actions: FinderActions;
}

/** Where more events are saved than can be compared, a person picks. */
function picker(id: string, { ids, compared, actions }: ShortlistView, title: string): TemplateResult | typeof nothing {
  if (ids.length <= COMPARED_LIMIT) return nothing;
  const isOn = compared.includes(id);
  return html`<label class="choice">
    <input type="checkbox" .checked=${isOn} ?disabled=${!isOn && compared.length >= COMPARED_LIMIT} @change=${() => actions.pickCompared(id)} />
    <span>${laterStrings.compare.pick}<span class="unseen" lang="en-GB">: ${title}</span></span>
  </label>`;
}

function entry(id: string, place: number, view: ShortlistView): TemplateResult {
  const event = view.find(id);
  if (!event && view.isLoading) return html`<li><p class="hint">${laterStrings.saved.loading}…</p></li>`;
  const title = event?.title ?? (view.hasFailed ? strings.detail.failed : laterStrings.saved.gone);
  return html`<li>
    <p>${event ? html`<a href=${event.url} target="_top" lang="en-GB">${title}</a><br />${strings.dates.range(event)}` : title}</p>
    ${event && view.part?.obstacle(event)} ${event ? picker(id, view, title) : nothing}
    <div class="buttons">
      ${event && view.part?.book(event)}
      <button type="button" class="secondary" part="button" @click=${() => view.actions.removeShortlisted(place, id)}
        >${laterStrings.saved.remove}<span class="unseen" lang="en-GB">: ${title}</span></button
      >
    </div>
  </li>`;
}

function compareButton({ compared, actions }: ShortlistView): TemplateResult {
  const isPossible = compared.length > 1;
  return html`<button type="button" class="secondary" part="button" id="compare" aria-disabled=${isPossible ? "false" : "true"}
    @click=${() => isPossible && actions.compare(true)}>${laterStrings.compare.open(compared.length)}</button>`;
}

/** The addresses of the ways on hold the ids of events alone. */
function waysOn(view: ShortlistView): TemplateResult {
  const { ids, find, service, words, part, actions } = view;
  const chosen = new URLSearchParams(ids.map((id) => ["ids", id]));
  return html`<div class="buttons">
    ${part?.refer(ids.flatMap((id) => find(id) ?? []), service)}
    ${ids.length > 1 ? compareButton(view) : nothing}
    <a class="secondary" part="button" href="${service}/events?${chosen}" target="_top">${laterStrings.saved.print}</a>
    <button type="button" class="link" @click=${() => actions.clearShortlist()}>${words.clear}</button>
  </div>`;
}

function list(view: ShortlistView): TemplateResult {
  const { ids } = view;
  return html`<ul role="list">
      ${ids.map((id, place) => entry(id, place, view))}
    </ul>
    ${ids.length >= SHORTLIST_LIMIT ? html`<p>${laterStrings.saved.full(SHORTLIST_LIMIT)}</p>` : nothing} ${waysOn(view)}`;
}

/** Events put aside, and the ways on: to compare them, a sheet to print, and for a professional to refer to all of them. */
export function shortlistPanel(view: ShortlistView): TemplateResult {
  const { ids, find, words, part, actions } = view;
  return html`<details class="shortlist" part="shortlist">
    <summary id="shortlist-title">${words.title(ids.length)}${chevron}</summary>
    ${ids.length > 0 ? list(view) : html`<p>${words.empty}</p>`} ${part?.record("list", ids.flatMap((id) => find(id) ?? []), actions)}
    <p class="hint">${words.kept}</p>
  </details>`;
}
