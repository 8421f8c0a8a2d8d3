import { html } from "hono/html";
import type { Event, Session } from "../../../contract/event.ts";
import type { Html } from "../../../pages/markup.ts";
import { dateTimeRange } from "../../../wording/dates.ts";
import { choices } from "../../../pages/fields/choices.ts";
import type { Filled, Reading } from "../../../pages/fields/filled.ts";

const WHOLE = "whole";

/** The parts of an event that one may attend without the others. */
export function partsOf({ sessions }: Pick<Event, "sessions">): Session[] {
  return sessions.filter(({ alone }) => alone);
}

const whenOf = ({ startsAt, endsAt }: Session) => dateTimeRange(Date.parse(startsAt), Date.parse(endsAt));

export interface SessionFields {
  name: string;
  event: Event;
  legend: string;
  isHeading?: boolean;
}

/** The whole event, or some of its parts. */
export function sessionFields({ name, event, ...legend }: SessionFields, filled: Filled): Html {
  const parts = partsOf(event).map((part) => ({ value: part.id, label: part.title, hint: whenOf(part) }));
  const options = [{ value: WHOLE, label: event.kind === "course" ? "The whole course" : "The whole event" }, "or" as const, ...parts];
  return choices({ kind: "checkboxes", name, ...legend, hint: "Select the whole event, or the parts you want.", options }, filled);
}

/** Null is the whole event. */
export function readSessions(form: URLSearchParams, name: string, event: Event): Reading<string[] | null> {
  const chosen = new Set(form.getAll(name));
  if (chosen.has(WHOLE)) return { value: null };
  const wanted = partsOf(event).flatMap(({ id }) => (chosen.has(id) ? id : []));
  if (wanted.length > 0) return { value: wanted };
  return { errors: [{ field: name, message: "Select the whole event, or at least one part" }] };
}

export function fillSessions(name: string, sessions: readonly string[] | null): Record<string, readonly string[]> {
  return { [name]: sessions ?? [WHOLE] };
}

/** Each part on a line of its own. */
export function sessionsWords(event: Event, sessions: readonly string[] | null): Html {
  if (sessions === null) return html`The whole event`;
  const parts = event.sessions.filter(({ id }) => sessions.includes(id));
  return html`${parts.map((part, index) => html`${index > 0 && html`<br>`}${part.title}, ${whenOf(part)}`)}`;
}
