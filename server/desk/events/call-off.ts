import { html } from "hono/html";
import { sql, type Kysely, type Transaction } from "kysely";
import type { Database } from "../../../db/schema.ts";
import { choices } from "../../pages/fields/choices.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { FieldError, Filled } from "../../pages/fields/filled.ts";
import { textField } from "../../pages/fields/text-field.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import type { Html } from "../../pages/markup.ts";
import { dateTimeRange } from "../../wording/dates.ts";
import { londonDate } from "../../wording/london-time.ts";
import { sendDesk, sendNotFound } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import { scopeField, scopeOf } from "./change-event.ts";
import { findOwnEvent, lockEvents, type OwnEvent } from "./event-rows.ts";
import { FormReader } from "../../pages/fields/form-reader.ts";
import { readTimes } from "./form/read-event-form.ts";
import { timesOn } from "./form/recurrence.ts";
import type { EventTimes } from "./form/event-content.ts";

type CallingOff = { kind: "cancel"; note: string | null } | { kind: "postpone"; note: string | null; times: EventTimes };

/** The parts of an event that moves, as far from its start as they were. */
function movedSessions(before: EventTimes, next: EventTimes): EventTimes["sessions"] {
  const sameClock = timesOn(before, londonDate(next.startsAt));
  const later = next.startsAt - sameClock.startsAt;
  return sameClock.sessions.map((session) => ({ ...session, startsAt: session.startsAt + later, endsAt: session.endsAt + later }));
}

function readCallingOff(form: URLSearchParams, { times: before }: OwnEvent, now: number): { value: CallingOff } | { errors: FieldError[] } {
  const reader = new FormReader(form);
  const kind = reader.required("what", reader.one("what", ["cancel", "postpone"]), "Choose whether it is cancelled or gets a new date");
  const note = reader.text("note", "the reason", 500);
  const times = kind === "postpone" ? readTimes(reader, now) : undefined;
  if (times && movedSessions(before, times).some(({ endsAt }) => endsAt > times.endsAt)) reader.refuse("end", "Leave time for all parts of the event");
  if (reader.errors.length > 0 || note === undefined || kind === undefined) return { errors: reader.errors };
  return { value: times ? { kind: "postpone", note, times } : { kind: "cancel", note } };
}

type Status = OwnEvent["row"]["status"];
const isPublic = (status: Status) => status === "published" || status === "postponed";

/** What nobody has looked at does not become public by being moved. */
async function moveEvent(tx: Transaction<Database>, { row, times }: OwnEvent, { note, times: next }: CallingOff & { kind: "postpone" }): Promise<void> {
  const told = isPublic(row.status) && { status: "postponed" as const, status_note: note, previous_starts_at: row.previous_starts_at ?? row.starts_at };
  await tx.updateTable("event").where("id", "=", row.id).set({ starts_at: new Date(next.startsAt), ends_at: new Date(next.endsAt), ...told }).execute();
  const moved = movedSessions(times, next);
  const stored = await tx.selectFrom("session").select("id").where("event_id", "=", row.id).orderBy("position").execute();
  for (const [index, { id }] of stored.entries()) {
    const session = moved[index]!;
    await tx.updateTable("session").set({ starts_at: new Date(session.startsAt), ends_at: new Date(session.endsAt) }).where("id", "=", id).execute();
  }
}

/** Public events are cancelled, and stay to be seen; others are taken back, and nobody learns of them. */
async function cancelEvents(tx: Transaction<Database>, targets: readonly OwnEvent["row"][], note: string | null): Promise<void> {
  const set = { true: { status: "cancelled" as const, status_note: note, previous_starts_at: null }, false: { status: "draft" as const } };
  for (const [kind, rows] of Map.groupBy(targets, ({ status }) => isPublic(status))) {
    await tx.updateTable("event").set(set[`${kind}`]).where("id", "=", sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`).execute();
  }
}

/** Cancels or moves an event, or cancels those after it too. In the same step everyone concerned is told. Gives how many, 0 when it was done before. */
export function callOff(db: Kysely<Database>, event: OwnEvent, what: CallingOff, { scope, now }: { scope: ReturnType<typeof scopeOf>; now: number }): Promise<number> {
  const { row } = event;
  return db.transaction().execute(async (tx) => {
    const isOne = what.kind === "postpone" || scope === "one";
    const targets = await lockEvents(tx, { id: row.id, organisation: row.organisation, series: isOne ? null : row.series, from: scope === "later" ? row.starts_at : new Date(now) });
    const current = targets.find(({ id }) => id === row.id);
    if (!current || current.status === "cancelled") return 0;
    if (what.kind === "postpone") await moveEvent(tx, { ...event, row: current }, what);
    else await cancelEvents(tx, targets, what.note);
    return isOne ? 1 : targets.length;
  });
}

function page(event: OwnEvent, filled: Filled, token: string): Html {
  const { row, times } = event;
  const text = (name: string, label: string, hint: string) => textField({ name, label, hint, autocomplete: "off", width: 20 }, filled);
  const newDate = html`${text("date", "New date", "For example 3/3/2027")}${text("start", "Starts at", "For example 2pm")}${text("end", "Ends at", "For example 4pm")}`;
  return html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l">Cancel or move this event</h1>
<p class="nhsuk-body-l">${row.title}<br>${dateTimeRange(times.startsAt, times.endsAt)}</p>
<p>${row.places_taken === 0 ? "Nobody has a place yet." : `${row.places_taken} ${row.places_taken === 1 ? "place is" : "places are"} taken. We write to everyone with a place, and to those who wait or referred them.`} It stays in the list, so that nobody travels in vain.</p>
<form method="post" novalidate><input type="hidden" name="token" value="${token}">
${choices({ kind: "radios", name: "what", legend: "What happens with it?", options: [
    { value: "cancel", label: "It is cancelled" },
    { value: "postpone", label: "It gets a new date", reveals: newDate },
  ] }, filled)}
${textField({ name: "note", label: "What people should know", hint: "It will be public. Do not name anyone.", rows: 3, autocomplete: "off" }, filled)}
${scopeField(event, filled, "Which of the series? (to cancel)")}
<button class="nhsuk-button nhsuk-button--warning" type="submit">Tell everyone, and do it</button>
</form>`;
}

function doneWords(what: CallingOff, count: number, { status }: OwnEvent["row"]): string {
  if (count === 0) return "This event was cancelled already";
  if (!isPublic(status)) return what.kind === "postpone" ? "The event has its new date. It is not public yet." : "The event is taken back. It was not public yet.";
  return what.kind === "postpone" ? "The event has its new date. Everyone is told." : `${count === 1 ? "The event is" : `${count} events are`} cancelled. Everyone is told.`;
}

/** The page on which an event is cancelled or moved. */
export function registerCallOff(routes: DeskRoutes, { db, now }: DeskDependencies): void {
  const desk = { title: "Cancel or move this event", current: "events", back: { href: "/desk/events", text: "Your events" } } as const;

  routes.get("organiser", "/desk/events/:id/call-off", async (c, visit) => {
    const event = await findOwnEvent(db, visit.organisation, c.req.param("id") ?? "");
    if (!event) return sendNotFound(c, visit);
    return sendDesk(c, visit, desk, page(event, { form: toForm({ scope: "one" }), errors: [] }, visit.token));
  });

  routes.post("organiser", "/desk/events/:id/call-off", async (c, visit, form) => {
    const event = await findOwnEvent(db, visit.organisation, c.req.param("id") ?? "");
    if (!event) return sendNotFound(c, visit);
    const read = readCallingOff(form, event, now());
    if ("errors" in read) return sendDesk(c, visit, { ...desk, hasErrors: true }, page(event, { form, errors: read.errors }, visit.token), 422);
    const count = await callOff(db, event, read.value, { scope: scopeOf(form), now: now() });
    return routes.finish(c, "/desk/events", doneWords(read.value, count, event.row));
  });
}
