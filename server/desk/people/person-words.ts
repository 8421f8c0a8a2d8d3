import { html } from "hono/html";
import type { AccessNeeds, ReferralContact, ReferralDetails, ReferralState } from "../../contract/referral.ts";
import { telHref, type Html } from "../../pages/markup.ts";
import type { ReferralView } from "../../referrals/referral.ts";

const STATES = {
  received: ["yellow", "To answer"],
  waiting: ["grey", "Waiting list"],
  confirmed: ["green", "Confirmed"],
  declined: ["red", "Declined"],
  cancelled: ["red", "Cancelled"],
  attended: ["green", "Came"],
  "did-not-attend": ["grey", "Did not come"],
} as const satisfies Record<ReferralState, readonly [colour: string, words: string]>;

export const stateName = (state: ReferralState): string => STATES[state][1];

/** The state in words and colour; the place in line of who waits, and whether an address is still to be confirmed. */
export function stateTag({ state, waitingPosition, confirmBy }: Pick<ReferralView, "state" | "waitingPosition" | "confirmBy">): Html {
  const [colour, words] = STATES[state];
  const position = waitingPosition === null ? "" : `, number ${waitingPosition}`;
  if (confirmBy === null) return html`<strong class="nhsuk-tag nhsuk-tag--${colour}">${words}${position}</strong>`;
  return html`<strong class="nhsuk-tag nhsuk-tag--orange">Address not confirmed${position}</strong>`;
}

export const NEW_TAG = html`<strong class="nhsuk-tag nhsuk-tag--blue">New</strong>`;

/** What they need, in short words for a register. */
export function needsWords({ interpreter, bsl, wheelchair, hearingLoop, other }: AccessNeeds): string[] {
  return [
    ...(wheelchair ? ["Wheelchair"] : []),
    ...(hearingLoop ? ["Hearing loop"] : []),
    ...(bsl ? ["British Sign Language"] : []),
    ...(interpreter === undefined ? [] : [`Interpreter: ${interpreter}`]),
    ...(other === undefined ? [] : [other]),
  ];
}

export const CONTACT_NAMES = { email: "Email", text: "Text message", phone: "Phone" } as const satisfies Record<ReferralContact["kind"], string>;

/** How to reach them, as a link that writes or rings. */
export function contactLink({ kind, value }: ReferralContact): Html {
  if (kind === "email") return html`<a href="mailto:${encodeURIComponent(value).replace("%40", "@")}">${value}</a>`;
  return html`<a href="${telHref(value)}">${value}</a>${kind === "text" && " (text message)"}`;
}

export const BOOKED_BY = { patient: "The person", carer: "The person, who is a carer", "carer-for-patient": "A carer, for the person", professional: "A health professional" } as const;

/** Their name, or that it is deleted. */
export const nameOf = (details: ReferralDetails | undefined): string => details?.name ?? "Details deleted";

/** The parts that they come to; empty when they come to all. */
export function partsWords(sessions: readonly string[] | null, titles: ReadonlyMap<string, string>): string[] {
  return (sessions ?? []).map((id) => titles.get(id) ?? "A part that was taken out");
}
