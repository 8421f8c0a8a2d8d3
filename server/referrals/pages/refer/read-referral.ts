import type { Event } from "../../../contract/event.ts";
import { PersonName, type ReferralDetails } from "../../../contract/referral.ts";
import { readContact } from "../fields/contact-fields.ts";
import type { FieldError, Reading } from "../../../pages/fields/filled.ts";
import { readNeeds } from "../fields/needs-fields.ts";
import { readLine } from "../../../pages/fields/read-line.ts";
import { partsOf, readSessions } from "../fields/session-fields.ts";
import { NAME_TOO_LONG } from "../questions/name.ts";
import { readReferrer } from "./referrer-fields.ts";

export interface ChosenEvent {
  event: Event;
  /** Null is all of them. */
  sessions: readonly string[] | null;
}

/** One patient, and the events that they are referred to. */
export interface ReferralForm {
  chosen: ChosenEvent[];
  companion: boolean;
  details: ReferralDetails;
}

export const sessionsField = ({ id }: Event) => `sessions-${id}`;

function readParts(form: URLSearchParams, event: Event): Reading<ChosenEvent> {
  if (partsOf(event).length === 0) return { value: { event, sessions: null } };
  const read = readSessions(form, sessionsField(event), event);
  return "errors" in read ? read : { value: { event, sessions: read.value } };
}

const errorsOf = (reads: readonly Reading<unknown>[]) => reads.flatMap((read): FieldError[] => ("errors" in read ? read.errors : []));

/** Of a single event nothing is asked; of several, those that are ticked are meant. */
function readChosen(form: URLSearchParams, events: readonly Event[]): Reading<ChosenEvent[]> {
  const wanted = new Set(form.getAll("event"));
  const chosen = events.length === 1 ? events : events.filter(({ id }) => wanted.has(id));
  if (chosen.length === 0) return { errors: [{ field: "event", message: "Select at least one event" }] };
  const reads = chosen.map((event) => readParts(form, event));
  const errors = errorsOf(reads);
  return errors.length > 0 ? { errors } : { value: reads.flatMap((read) => ("value" in read ? read.value : [])) };
}

/** All errors at once, in the order of the page. */
export function readReferral(form: URLSearchParams, events: readonly Event[]): Reading<ReferralForm> {
  const chosen = readChosen(form, events);
  const name = readLine(form, "name", PersonName, { empty: "Enter the patient’s name", invalid: NAME_TOO_LONG });
  const contact = readContact(form, "Select how to reach the patient");
  const needs = readNeeds(form, { both: "Select what the patient needs, or “None of these”" });
  const referrer = readReferrer(form);
  if ("value" in chosen && "value" in name && "value" in contact && "value" in needs && "value" in referrer) {
    const details = { name: name.value, contact: contact.value, needs: needs.value, referrer: referrer.value };
    return { value: { chosen: chosen.value, companion: form.get("companion") === "yes", details } };
  }
  return { errors: errorsOf([chosen, name, contact, needs, referrer]) };
}
