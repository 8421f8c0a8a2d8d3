import { randomUUID } from "node:crypto";
import { html } from "hono/html";
import type { Context } from "hono";
import type { DeskRoutes } from "../desk-routes.ts";
import { sendNotFound } from "../desk-page.ts";
import type { DeskDependencies } from "../routes.ts";
import type { OrganiserVisit } from "../visit.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { longDate } from "../../wording/dates.ts";
import { addDraft, findDraft, removeDraft, saveDraft } from "./event-drafts.ts";
import { findLastEvent, findOwnEvent } from "./event-rows.ts";
import { readEventChoices } from "./form/choices.ts";
import { fillContent, fillHabits, fillTimes, FIRST_EVENT } from "./form/fill-event-form.ts";
import { readEventForm } from "./form/read-event-form.ts";
import { PUBLISH_BUTTONS, sendForm, type FormPage } from "./form-page.ts";
import { previewEvent } from "./preview.ts";
import { publish, type Published } from "./publish.ts";

const NEW = { title: "Publish an event", mayRepeat: true, buttons: PUBLISH_BUTTONS } as const;

function doneWords({ count, isPublic }: Published): string {
  if (!isPublic) return "Sent to your cancer alliance. They look at it before it is published.";
  return count === 1 ? "Event published" : `${count} events published`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idOf = (form: URLSearchParams) => { const id = form.get("id") ?? ""; return UUID.test(id) ? id : randomUUID(); };

interface Sent {
  form: URLSearchParams;
  page: Pick<FormPage, "title" | "mayRepeat" | "isCopy">;
  /** The draft that the form came from. */
  draft?: string;
}

/** The pages on which an event is made: anew, as a copy, or from a draft. */
export function registerNewEvent(routes: DeskRoutes, { db, baseUrl, now }: DeskDependencies): void {
  const show = async (c: Context, visit: OrganiserVisit, page: Omit<FormPage, "choices" | "buttons">) =>
    sendForm(c, visit, { ...page, hidden: { id: idOf(page.filled.form) }, choices: await readEventChoices(db, visit.organisation), buttons: PUBLISH_BUTTONS }, now());

  async function keepDraft(c: Context, { organisation }: OrganiserVisit, { form, draft }: Sent): Promise<Response> {
    const id = draft !== undefined && (await saveDraft(db, organisation, draft, form)) ? draft : await addDraft(db, organisation, form);
    return routes.finish(c, `/desk/events/drafts/${id}`, "Draft saved. Nobody else sees it yet.");
  }

  async function publishSent(c: Context, visit: OrganiserVisit, sent: Sent): Promise<Response> {
    const { form, page, draft } = sent;
    const { organisation } = visit;
    const then = form.get("then");
    if (then === "draft") return keepDraft(c, visit, sent);
    const again = (filled: Filled, more: Partial<FormPage> = {}) => show(c, visit, { ...page, filled, ...more });
    const read = readEventForm(form, await readEventChoices(db, organisation), now());
    if ("errors" in read) return again({ form, errors: read.errors });
    if (then === "preview") {
      const seen = await previewEvent(db, { organisation, form: read.value, baseUrl, now: now() });
      return "errors" in seen ? again({ form, errors: seen.errors }) : again({ form, errors: [] }, { preview: seen.value });
    }
    const done = await publish(db, { organisation, form: read.value, id: idOf(form), now: now() });
    if ("errors" in done) return again({ form, errors: done.errors });
    if (draft !== undefined) await removeDraft(db, organisation, draft);
    return routes.finish(c, "/desk/events", doneWords(done.value));
  }

  routes.get("organiser", "/desk/events/new", async (c, visit) => {
    const last = await findLastEvent(db, visit.organisation);
    const form = toForm(last ? { ...FIRST_EVENT, ...fillHabits(last.content) } : FIRST_EVENT);
    const intro = last && html`<p>Place, contact and access are as in your last event. You can also <a href="/desk/events">copy an event</a>.</p>`;
    return show(c, visit, { ...NEW, filled: { form, errors: [] }, intro });
  });
  routes.post("organiser", "/desk/events/new", (c, visit, form) => publishSent(c, visit, { form, page: NEW }));

  const copyPage = { title: "Copy an event", mayRepeat: true, isCopy: true } as const;
  routes.get("organiser", "/desk/events/:id/copy", async (c, visit) => {
    const found = await findOwnEvent(db, visit.organisation, c.req.param("id") ?? "");
    if (!found) return sendNotFound(c, visit);
    const { date: _, "end-date": __, sessions: ___, ...times } = fillTimes(found.times);
    const form = toForm({ ...fillContent(found.content), ...times, repeat: "no" });
    const intro = html`<p class="nhsuk-body-l">${found.row.title}<br><span class="nhsuk-hint">It was on ${longDate(found.times.startsAt)}.</span></p>`;
    return show(c, visit, { ...copyPage, filled: { form, errors: [] }, intro });
  });
  routes.post("organiser", "/desk/events/:id/copy", async (c, visit, form) => {
    const found = await findOwnEvent(db, visit.organisation, c.req.param("id") ?? "");
    return found ? publishSent(c, visit, { form, page: copyPage }) : sendNotFound(c, visit);
  });

  routes.get("organiser", "/desk/events/drafts/:id", async (c, visit) => {
    const draft = await findDraft(db, visit.organisation, c.req.param("id") ?? "");
    if (!draft) return sendNotFound(c, visit);
    return show(c, visit, { ...NEW, filled: { form: new URLSearchParams(draft.form), errors: [] } });
  });
  routes.post("organiser", "/desk/events/drafts/:id", async (c, visit, form) => {
    const draft = await findDraft(db, visit.organisation, c.req.param("id") ?? "");
    return draft ? publishSent(c, visit, { form, page: NEW, draft: draft.id }) : sendNotFound(c, visit);
  });
  routes.post("organiser", "/desk/events/drafts/:id/delete", async (c, visit) => {
    await removeDraft(db, visit.organisation, c.req.param("id") ?? "");
    return routes.finish(c, "/desk/events", "Draft deleted");
  });
}
