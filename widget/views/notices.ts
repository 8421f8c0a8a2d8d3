import { html, nothing, type TemplateResult } from "lit";
import { longDate, time } from "../../server/wording/dates.ts";
import type { FinderState } from "../state.ts";
import { strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";

const words = strings.failure;

/** Whom to ask when the finder cannot help. */
export function helpLine(): TemplateResult {
  return html`<p>${words.ask} <a href="tel:${words.helpLine.replaceAll(" ", "")}">${words.helpLine}</a>.</p>`;
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
