import { html } from "hono/html";
import { DECLINE_REASONS } from "../../contract/referral.ts";
import { choices, type Choice } from "../../pages/fields/choices.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { selectField } from "../../pages/fields/select-field.ts";
import type { OptionalHtml } from "../../pages/markup.ts";
import type { ReferralView } from "../../referrals/referral.ts";
import type { DECISIONS } from "./decisions.ts";
import { hasEnded, hasStarted, whenOf, type PeopleEvent } from "./event-for-people.ts";

type Kind = (typeof DECISIONS)[number];

const REASONS = {
  "not-suitable": "This event is not right for them at the moment",
  "not-eligible": "It is for other people, for example those of another hospital",
  "not-reached": "We could not reach them",
  "no-place": "There is no place left",
  other: "Another reason: they are asked to call",
} as const satisfies Record<(typeof DECLINE_REASONS)[number], string>;

/** What may be done about a referral as it stands. Before the event begins nobody can have come; once it is over it is too late for the rest. */
export function openDecisions({ state, confirmBy, erased }: ReferralView, event: PeopleEvent, now: number): Kind[] {
  if (erased) return [];
  const isLive = state === "received" || state === "waiting" || state === "confirmed";
  const mayCome = hasStarted(event, now) && ["received", "confirmed", "attended", "did-not-attend"].includes(state);
  const answers: Kind[] = [...(state === "received" && confirmBy === null ? ["confirm" as const] : []), "decline", ...(confirmBy === null ? ["move" as const] : []), "cancel"];
  const attendance = (["attended", "did-not-attend"] as const).filter((one) => mayCome && one !== state);
  return [...(isLive && !hasEnded(event, now) ? answers : []), ...attendance];
}

export interface DecisionForm {
  open: readonly Kind[];
  /** Events to which they can be moved. */
  targets: readonly PeopleEvent[];
  filled: Filled;
  token: string;
}

function roomIn({ capacity, places_taken }: PeopleEvent): string {
  if (capacity === null) return "no limit";
  const left = capacity - places_taken;
  return left === 1 ? "1 place left" : `${left} places left`;
}

function optionFor(kind: Kind, { targets, filled }: DecisionForm): Choice[] {
  switch (kind) {
    case "confirm": return [{ value: kind, label: "Confirm the place", hint: "We tell them." }];
    case "cancel": return [{ value: kind, label: "Cancel it for them", hint: "When they told you that they cannot come." }];
    case "attended": return [{ value: kind, label: "Note that they came" }];
    case "did-not-attend": return [{ value: kind, label: "Note that they did not come" }];
    case "decline": {
      const reasons = DECLINE_REASONS.map((value) => ({ value, label: REASONS[value] }));
      return [{ value: kind, label: "Decline", hint: "We tell them, and they read the reason behind their link.", reveals: choices({ kind: "radios", name: "reason", legend: "Why do you decline?", options: reasons }, filled) }];
    }
    case "move": {
      if (targets.length === 0) return [];
      const events = targets.map((event) => ({ value: event.id, label: `${whenOf(event)}: ${event.title} (${roomIn(event)})` }));
      return [{ value: kind, label: "Move to another event", hint: "They get a place there, and we tell them.", reveals: selectField({ name: "to", label: "Which event?", none: "Choose an event", options: events }, filled) }];
    }
  }
}

/** What an organiser decides about one referral. */
export function decisionForm(form: DecisionForm): OptionalHtml {
  const options = form.open.flatMap((kind) => optionFor(kind, form));
  if (options.length === 0) return undefined;
  return html`<form method="post" class="hwbe-decision" novalidate><input type="hidden" name="token" value="${form.token}">
${choices({ kind: "radios", name: "do", legend: "What do you want to do?", options }, form.filled)}
<button class="nhsuk-button" type="submit">Save</button></form>`;
}
