import { html } from "hono/html";
import type { Context } from "hono";
import { choices } from "../../pages/fields/choices.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { Filled, Reading } from "../../pages/fields/filled.ts";
import { textField } from "../../pages/fields/text-field.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import type { Html } from "../../pages/markup.ts";
import { dateTimeRange } from "../../wording/dates.ts";
import { sendDesk, sendNotFound } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import { FormReader } from "../../pages/fields/form-reader.ts";
import { previewSection } from "../events/form-page.ts";
import { previewStored } from "../events/preview.ts";
import type { DeskDependencies } from "../routes.ts";
import type { CoordinatorVisit } from "../visit.ts";
import { findModerated, moderate, type ModeratedEvent, type Moderation } from "./moderate.ts";
import { ALREADY, UUID } from "./suggestion-page.ts";

const KINDS = ["approve", "send-back"] as const satisfies readonly Moderation["kind"][];
const NOTE = 1_000;
const BACK = { href: "/desk/queue?show=events", text: "Events to approve" };

function readModeration(form: URLSearchParams): Reading<Moderation> {
  const reader = new FormReader(form);
  const kind = reader.required("action", reader.one("action", KINDS), "Choose what to do");
  if (kind === "approve") return { value: { kind } };
  const note = kind && reader.required("note", reader.text("note", "the note", NOTE), "Enter what the organiser should change");
  return kind === undefined || note === undefined ? { errors: reader.errors } : { value: { kind, note } };
}

function moderationForm(filled: Filled, token: string): Html {
  const note = textField({ name: "note", label: "What should they change?", hint: "They see this when they open the event. Do not name a patient.", rows: 4, autocomplete: "off", isRevealed: true }, filled);
  return html`<form method="post" novalidate><input type="hidden" name="token" value="${token}">
${choices({
    kind: "radios", name: "action", legend: "What do you want to do?",
    options: [{ value: "approve", label: "Approve it", hint: "It is published at once." }, { value: "send-back", label: "Send it back", reveals: note }],
  }, filled)}
<button class="nhsuk-button" type="submit" data-prevent-double-click="true">Confirm</button></form>`;
}

function doneWords({ kind }: Moderation, count: number): string {
  if (count === 0) return ALREADY;
  const what = count === 1 ? "Event" : `${count} events`;
  return kind === "approve" ? `${what} published. We tell the organiser.` : `${what} sent back. We tell the organiser.`;
}

/** The page of an event that waits for its alliance. */
export function registerModeration(routes: DeskRoutes, { db, baseUrl, now }: DeskDependencies): void {
  const find = (c: Context, visit: CoordinatorVisit) => {
    const id = c.req.param("id") ?? "";
    return UUID.test(id) ? findModerated(db, id, visit) : undefined;
  };

  const readDates = ({ id, organisation, series }: ModeratedEvent) => db.selectFrom("event").select(["starts_at", "ends_at"])
    .where("status", "=", "awaiting-moderation").where("organisation", "=", organisation)
    .where(({ eb, or }) => or([eb("id", "=", id), ...(series === null ? [] : [eb("series", "=", series)])])).orderBy("starts_at").execute();

  async function show(c: Context, visit: CoordinatorVisit, event: ModeratedEvent, filled: Filled): Promise<Response> {
    const hasErrors = filled.errors.length > 0;
    const dates = await readDates(event);
    const preview = await previewStored(db, event.id, baseUrl);
    return sendDesk(c, visit, { title: "Event to approve", current: "queue", hasErrors, back: BACK, isWide: true }, html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l">Event to approve</h1>
<p>By ${event.organiser}.</p>
${dates.length > 1 && html`<p>What you do here is for all ${dates.length} dates:</p><ul>${dates.map(({ starts_at, ends_at }) => html`<li>${dateTimeRange(starts_at.getTime(), ends_at.getTime())}</li>`)}</ul>`}
${previewSection(preview, now())}
${moderationForm(filled, visit.token)}`, hasErrors ? 422 : 200);
  }

  routes.get("coordinator", "/desk/queue/events/:id", async (c, visit) => {
    const event = await find(c, visit);
    if (!event) return sendNotFound(c, visit);
    return event.isWaiting ? show(c, visit, event, { form: toForm({}), errors: [] }) : routes.finish(c, BACK.href, ALREADY);
  });

  routes.post("coordinator", "/desk/queue/events/:id", async (c, visit, form) => {
    const event = await find(c, visit);
    if (!event) return sendNotFound(c, visit);
    if (!event.isWaiting) return routes.finish(c, BACK.href, ALREADY);
    const read = readModeration(form);
    if ("errors" in read) return show(c, visit, event, { form, errors: read.errors });
    return routes.finish(c, BACK.href, doneWords(read.value, await moderate(db, event, read.value, now())));
  });
}
