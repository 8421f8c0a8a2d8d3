import { html, type TemplateResult } from "lit";
import type { ListItem } from "../state.ts";
import { strings } from "../strings.ts";
import type { FirstActions } from "./actions.ts";

/** In place of the details of an event, while they are on their way or when they could not be had. */
export function detailStatus({ id, url }: ListItem, hasFailed: boolean, actions: FirstActions): TemplateResult {
  const words = strings.detail;
  if (!hasFailed) return html`<p class="hint">${words.loading}…</p>`;
  return html`<p class="field-error">${words.failed}</p>
    <div class="buttons">
      <button type="button" class="secondary" part="button" @click=${() => actions.retryEvent(id)}>${words.retry}</button>
      <a class="secondary" part="button" href=${url} target="_top">${words.page}</a>
    </div>`;
}
