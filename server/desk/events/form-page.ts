import { html } from "hono/html";
import type { Context } from "hono";
import type { Event } from "../../contract/event.ts";
import { eventList } from "../../pages/event-card.ts";
import { eventPage } from "../../pages/event-page.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { sendDesk, type DeskPage } from "../desk-page.ts";
import type { OrganiserVisit } from "../visit.ts";
import type { EventChoices } from "./form/choices.ts";
import { eventFields, type EventFieldsOptions } from "./form/event-fields.ts";

export interface FormPage extends EventFieldsOptions {
  title: string;
  filled: Filled;
  choices: EventChoices;
  /** Stands over the form. */
  intro?: OptionalHtml;
  /** Stands before the buttons. */
  scope?: OptionalHtml;
  /** What is sent along, by name. */
  hidden?: Readonly<Record<string, string>>;
  preview?: Event | undefined;
  buttons: Html;
}

/** An event as people will see it, in the list and on its page. */
export function previewSection(event: Event, now: number): Html {
  return html`<section class="hwbe-preview" id="preview" tabindex="-1" autofocus aria-labelledby="preview-title">
<h2 id="preview-title" class="nhsuk-heading-m">As people will see it</h2>
<p class="nhsuk-hint">Nothing is published yet. Links do not work here.</p>
<h3 class="nhsuk-heading-s">In the finder</h3>
<div class="hwbe-preview__frame" inert>${eventList([{ event }], now)}</div>
<h3 class="nhsuk-heading-s">On its own page</h3>
<div class="hwbe-preview__frame" inert>${eventPage({ event, otherDates: [], otherEvents: { online: [], similar: [] }, url: event.url }, now)}</div>
</section>`;
}

/** The form of an event, with what is wrong with it. */
export function sendForm(c: Context, visit: OrganiserVisit, page: FormPage, now: number): Promise<Response> {
  const { title, filled, choices, intro, scope, hidden = {}, preview, buttons } = page;
  const hasErrors = filled.errors.length > 0;
  const desk: DeskPage = { title, current: "events", hasErrors, back: { href: "/desk/events", text: "Your events" } };
  const fields = Object.entries({ token: visit.token, ...hidden }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return sendDesk(c, visit, desk, html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l">${title}</h1>
${preview && previewSection(preview, now)}
${intro}
<form method="post" class="hwbe-event-form" novalidate>${fields}
${eventFields(choices, filled, page)}
${scope}
<div class="nhsuk-button-group">${buttons}</div>
</form>`, hasErrors ? 422 : 200);
}

const button = (then: string, text: string, style = "") => html`<button class="nhsuk-button${style}" type="submit" name="then" value="${then}" data-prevent-double-click="true">${text}</button>`;

export const PUBLISH_BUTTONS = html`${button("publish", "Publish")}
${button("preview", "See how it will look", " nhsuk-button--secondary")}
${button("draft", "Save as draft", " nhsuk-button--secondary")}`;

export const CHANGE_BUTTONS = html`${button("change", "Save changes")}
${button("preview", "See how it will look", " nhsuk-button--secondary")}`;
