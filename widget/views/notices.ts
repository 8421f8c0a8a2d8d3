import { html, nothing, type TemplateResult } from "lit";
import type { FinderState } from "../state.ts";
import { strings } from "../strings.ts";
import type { FirstActions } from "./actions.ts";

/** Whom to ask when the finder cannot help. */
export function helpLine(): TemplateResult {
  return html`<p>${strings.failure.ask} <a href="tel:${strings.failure.helpLine.replaceAll(" ", "")}">${strings.failure.helpLine}</a>.</p>`;
}

/** What went wrong, that the list is an older one if there is a list, and the ways on. */
export function failureNotice(state: FinderState, service: string, actions: FirstActions): TemplateResult | typeof nothing {
  const { failure, answer } = state;
  if (!failure || failure.kind === "unknown-place") return nothing;
  return html`<div class="notice problem" part="notice">
    <p><strong>${failure.kind === "offline" ? strings.failure.offline : strings.failure.unavailable}</strong></p>
    ${answer ? html`<p>${strings.failure.kept(strings.dates.moment(answer.at))}</p>` : nothing} ${failure.kind === "offline" ? html`<p>${strings.failure.offlineNext}</p>` : nothing}
    ${answer ? nothing : helpLine()}
    <div class="buttons">
      <button type="button" class="primary" part="button" @click=${() => actions.retry()}>${strings.failure.retry}</button>
      <a class="secondary" part="button" href="${service}/events" target="_top">${strings.failure.directory}</a>
    </div>
  </div>`;
}

/** Tells that the service itself could not check for changes, and since when. */
export function staleNotice(staleSince: string | undefined): TemplateResult | typeof nothing {
  if (!staleSince) return nothing;
  return html`<p class="notice" part="notice">${strings.failure.stale(strings.dates.moment(Date.parse(staleSince)))}</p>`;
}

export function sampleNotice(): TemplateResult {
  return html`<p class="notice" part="notice">${strings.results.sampleNote}</p>`;
}
