import { html } from "hono/html";
import type { Context } from "hono";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { sendDesk } from "../desk-page.ts";
import type { Visit } from "../visit.ts";

export interface EditPage {
  title: string;
  back: { href: string; text: string };
  filled: Filled;
  /** Stands over the form. */
  intro?: OptionalHtml;
  fields: Html;
  /** Buttons in place of a single one that saves. */
  buttons?: Html;
  /** Stands below the form. */
  more?: OptionalHtml;
}

/** A form of its own button, for one step that needs no fields. */
export function stepForm({ token }: Visit, { action, text, about = "" }: { action: string; text: string; about?: string }): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="token" value="${token}">
<button class="hwbe-link-button" type="submit">${text}<span class="nhsuk-u-visually-hidden"> ${about}</span></button></form>`;
}

const SAVE = html`<button class="nhsuk-button" type="submit" name="then" value="save" data-prevent-double-click="true">Save</button>`;

/** The form of one entry of the directory, with what is wrong with it. */
export function sendEdit(c: Context, visit: Visit, { title, back, filled, intro, fields, buttons = SAVE, more }: EditPage): Promise<Response> {
  const hasErrors = filled.errors.length > 0;
  return sendDesk(c, visit, { title, current: "directory", hasErrors, back }, html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l">${title}</h1>
${intro}
<form method="post" novalidate><input type="hidden" name="token" value="${visit.token}">
${fields}
<div class="nhsuk-button-group">${buttons}</div>
</form>
${more}`, hasErrors ? 422 : 200);
}
