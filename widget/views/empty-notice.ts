import { html, nothing, type TemplateResult } from "lit";
import type { Chip } from "../chips.ts";
import { wider, type FinderState } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";
import { helpLine } from "./notices.ts";

/** Nothing matched: what to try, and whom to ask. */
export function emptyNotice({ search }: FinderState, chips: readonly Chip[], actions: FinderActions): TemplateResult {
  const further = search.near.trim() ? wider(search.miles) : undefined;
  if (chips.length === 0) return html`<div class="notice" part="notice"><p><strong>${laterStrings.empty.nothing}</strong></p>${helpLine()}</div>`;
  return html`<div class="notice" part="notice">
    <p><strong>${laterStrings.empty.title}</strong></p>
    <p>${laterStrings.empty.tryThis}</p>
    <ul>
      ${further
        ? html`<li>
            <button type="button" class="link" @click=${() => actions.submit({ miles: further })}>${laterStrings.empty.widen(further)}</button>
          </li>`
        : nothing}
      ${chips.length > 1
        ? chips.map(
            ({ label, without }) => html`<li>
              <button type="button" class="link" @click=${() => actions.submit(without)}>${laterStrings.empty.remove(label)}</button>
            </li>`,
          )
        : nothing}
      <li><button type="button" class="link" @click=${() => actions.clear()}>${laterStrings.empty.clear}</button></li>
    </ul>
    ${helpLine()}
  </div>`;
}
