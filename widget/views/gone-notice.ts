import { html, type TemplateResult } from "lit";
import type { ListItem } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import { strings } from "../strings.ts";

/** In place of an event that a person had open, and that left the list. Its page says what became of it. */
export function goneNotice({ title, url }: ListItem): TemplateResult {
  return html`<p class="notice" part="notice">${laterStrings.gone(title)} <a href=${url} target="_top">${strings.detail.page}</a></p>`;
}
