import { html, nothing, type TemplateResult } from "lit";
import { longDate, time } from "../../server/wording/dates.ts";
import type { Chip } from "../chips.ts";
import { wider, type FinderState } from "../state.ts";
import { HELP_LINE, strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";

const words = strings.failure;

function helpLine(): TemplateResult {
  return html`<p>${strings.empty.ask} <a href="tel:${HELP_LINE.replaceAll(" ", "")}">${HELP_LINE}</a>.</p>`;
}

/** What went wrong, that the list is an older one if there is a list, and the ways on. */
export function failureNotice(state: FinderState, service: string, actions: FinderActions): TemplateResult | typeof nothing {
  const { failure, answer } = state;
  if (!failure || failure.kind === "unknown-place") return nothing;
  return html`<div class="notice problem" part="notice">
    <p><strong>${failure.kind === "offline" ? words.offline : words.unavailable}</strong></p>
    ${answer ? html`<p>${words.kept}</p>` : nothing} ${failure.kind === "offline" ? html`<p>${words.offlineNext}</p>` : nothing}
    ${answer ? nothing : helpLine()}
    <div class="buttons">
      <button type="button" class="primary" part="button" @click=${() => actions.retry()}>${words.retry}</button>
      <a class="secondary" part="button" href="${service}/events" target="_top">${words.directory}</a>
    </div>
  </div>`;
}

/** Tells that the service itself could not check for changes, and since when. */
export function staleNotice(staleSince: string | undefined): TemplateResult | typeof nothing {
  if (!staleSince) return nothing;
  const instant = Date.parse(staleSince);
  return html`<p class="notice" part="notice">${words.stale(`${longDate(instant)}, ${time(instant)}`)}</p>`;
}

export function sampleNotice(): TemplateResult {
  return html`<p class="notice" part="notice">${strings.results.sampleNote}</p>`;
}

/** Nothing matched: what to try, and whom to ask. */
export function emptyNotice({ search }: FinderState, chips: readonly Chip[], actions: FinderActions): TemplateResult {
  const further = search.near.trim() ? wider(search.miles) : undefined;
  if (chips.length === 0) return html`<div class="notice" part="notice"><p><strong>${strings.empty.nothing}</strong></p>${helpLine()}</div>`;
  return html`<div class="notice" part="notice">
    <p><strong>${strings.empty.title}</strong></p>
    <p>${strings.empty.tryThis}</p>
    <ul>
      ${further
        ? html`<li>
            <button type="button" class="link" @click=${() => actions.submit({ miles: further })}>${strings.empty.widen(further)}</button>
          </li>`
        : nothing}
      ${chips.length > 1
        ? chips.map(
            ({ label, without }) => html`<li>
              <button type="button" class="link" @click=${() => actions.submit(without)}>${strings.empty.remove(label)}</button>
            </li>`,
          )
        : nothing}
      <li><button type="button" class="link" @click=${() => actions.clear()}>${strings.empty.clear}</button></li>
    </ul>
    ${helpLine()}
  </div>`;
}
