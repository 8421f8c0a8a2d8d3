import { html, nothing, type TemplateResult } from "lit";
import { Here, type HereStatus } from "../here.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";

/** The way to take the device's own place, and what came of it. */
export function nearHere(status: HereStatus, actions: FinderActions): TemplateResult | typeof nothing {
  if (!Here.isPossible) return nothing;
  const words = laterStrings.here;
  return html`<button type="button" class="link here" aria-disabled=${status === "asking" ? "true" : nothing} @click=${() => actions.nearHere()}>
      ${status === "asking" ? `${words.asking}…` : words.use}</button
    >${status === "failed" ? html`<p class="field-error">${words.failed}</p>` : nothing}`;
}
