import { html, nothing, type TemplateResult } from "lit";
import type { MoreStatus } from "../more-events.ts";
import type { Answer } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import { strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";

/** The way to the next events, and whose map the distances were measured on. */
export function listFoot({ events, total, next, attribution }: Answer, more: MoreStatus, actions: FinderActions): TemplateResult {
  const isLoading = more === "loading";
  const words = laterStrings.more;
  return html`<div class="foot">
    ${next
      ? html`<p>${words.shown(events.length, total)}</p>
          ${more === "failed" ? html`<p class="field-error">${strings.failure.unavailable}</p>` : nothing}
          <button type="button" class="secondary more" part="button" aria-disabled=${isLoading ? "true" : nothing} @click=${() => actions.more()}>
            ${isLoading ? `${words.loading}…` : words.ask}
          </button>`
      : nothing}
    ${attribution ? html`<p class="hint">${words.attribution} <span lang="en-GB">${attribution}</span></p>` : nothing}
  </div>`;
}
