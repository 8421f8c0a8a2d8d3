import { html } from "hono/html";
import type { Html } from "../markup.ts";

/** A field that people neither see nor reach, and that programs fill in. */
const TRAP = html`<div class="nhsuk-u-visually-hidden" aria-hidden="true"><label for="website">Leave this empty</label>
<input id="website" name="website" type="text" tabindex="-1" autocomplete="off"></div>`;

/** What a form that a stranger may send has in it: the token against forged requests, and the trap. */
export function formGuards(token: string): Html {
  return html`<input type="hidden" name="token" value="${token}">
${TRAP}`;
}
