import { html } from "hono/html";
import type { Context } from "hono";
import { choices as choiceField } from "../../pages/fields/choices.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import type { OptionalHtml } from "../../pages/markup.ts";
import { sendNotFound } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import type { OrganiserVisit } from "../visit.ts";
import { findOwnEvent, type OwnEvent } from "./event-rows.ts";
import { readEventChoices } from "./form/choices.ts";
import { fillContent, fillTimes } from "./form/fill-event-form.ts";
import { readEventForm } from "./form/read-event-form.ts";
import { CHANGE_BUTTONS, sendForm, type FormPage } from "./form-page.ts";
import { previewEvent } from "./preview.ts";
import { change, SCOPES } from "./publish.ts";

const SCOPE_LABELS = { one: "Only this one", later: "This one and those after it", all: "All that are to come" } as const;

/** Which events of a series a change is for. */
export function scopeField({ row }: OwnEvent, filled: Filled, legend: string): OptionalHtml {
  if (row.series === null) return undefined;
  return choiceField({ kind: "radios", name: "scope", legend, options: SCOPES.map((value) => ({ value, label: SCOPE_LABELS[value] })) }, filled);
}

export const scopeOf = (form: URLSearchParams) => SCOPES.find((scope) => scope === form.get("scope")) ?? "one";

function doneWords(count: number): string {
  return count === 1 ? "Event changed. Everyone with a place is told if the time or place is another." : `${count} events changed. Everyone with a place is told if the time or place is another.`;
}

function moderationIntro({ row: { status, moderation_note } }: OwnEvent): OptionalHtml {
  if (status === "awaiting-moderation") return html`<div class="nhsuk-inset-text"><p>Your cancer alliance looks at this event before it is published.</p></div>`;
  if (status !== "draft" || moderation_note === null) return undefined;
  return html`<div class="nhsuk-inset-text"><p>Your cancer alliance asks you to change this event before it is published:</p><p class="hwbe-prose">${moderation_note}</p></div>`;
}

/** The page on which an event is changed. */
export function registerChangeEvent(routes: DeskRoutes, { db, baseUrl, now }: DeskDependencies): void {
  async function show(c: Context, visit: OrganiserVisit, event: OwnEvent, filled: Filled, more: Partial<FormPage> = {}): Promise<Response> {
    const { row } = event;
    return sendForm(c, visit, {
      title: `Change ${row.title}`,
      mayRepeat: false,
      filled,
      choices: await readEventChoices(db, visit.organisation),
      hidden: { revision: filled.form.get("revision") ?? String(row.revision) },
      intro: moderationIntro(event),
      scope: scopeField(event, filled, "Which of the series do you want to change?"),
      buttons: CHANGE_BUTTONS,
      ...more,
    }, now());
  }

  const eventOf = (c: Context, { organisation }: OrganiserVisit) => findOwnEvent(db, organisation, c.req.param("id") ?? "");

  routes.get("organiser", "/desk/events/:id", async (c, visit) => {
    const event = await eventOf(c, visit);
    if (!event) return sendNotFound(c, visit);
    return show(c, visit, event, { form: toForm({ ...fillContent(event.content), ...fillTimes(event.times), scope: "one" }), errors: [] });
  });

  routes.post("organiser", "/desk/events/:id", async (c, visit, form) => {
    const event = await eventOf(c, visit);
    if (!event) return sendNotFound(c, visit);
    const { organisation } = visit;
    const read = readEventForm(form, await readEventChoices(db, organisation), now());
    if ("errors" in read) return show(c, visit, event, { form, errors: read.errors });
    if (form.get("then") === "preview") {
      const seen = await previewEvent(db, { organisation, form: read.value, baseUrl, now: now() });
      return "errors" in seen ? show(c, visit, event, { form, errors: seen.errors }) : show(c, visit, event, { form, errors: [] }, { preview: seen.value });
    }
    const done = await change(db, { organisation, form: read.value, now: now(), before: event, scope: scopeOf(form), revision: Number(form.get("revision")) });
    return "errors" in done ? show(c, visit, event, { form, errors: done.errors }) : routes.finish(c, "/desk/events", doneWords(done.value));
  });
}
