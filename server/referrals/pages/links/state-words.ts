import type { Event } from "../../../contract/event.ts";
import type { DECLINE_REASONS } from "../../../contract/referral.ts";
import { isOver } from "../../../pages/event-when.ts";
import { longDate, time } from "../../../wording/dates.ts";
import type { ReferralView } from "../../referral.ts";

/** How a booking stands, in words. `rest` are whole sentences. */
export interface StateWords {
  title: string;
  rest: string[];
}

const DECLINED = {
  "not-suitable": "The organiser thinks that this event is not the right one at the moment. Call them to talk about others.",
  "not-eligible": "This event is for other people, for example those of another hospital.",
  "not-reached": "The organiser could not get in touch.",
  "no-place": "There was no place left.",
  other: "Call the organiser to ask why.",
} as const satisfies Record<(typeof DECLINE_REASONS)[number], string>;

const CANCELLED = {
  person: "It was cancelled with the link of the person who booked.",
  referrer: "The person who made the referral cancelled it.",
  organiser: "The organiser cancelled it.",
  lapsed: "It was not confirmed by email in time.",
} as const;

/** Why a booking was declined or cancelled. */
export function reasonWords({ state, reason }: Pick<ReferralView, "state" | "reason">): string {
  const words: Readonly<Record<string, string>> = state === "declined" ? DECLINED : CANCELLED;
  return words[reason ?? "other"] ?? DECLINED.other;
}

export function isLive({ state, erased }: ReferralView): boolean {
  return !erased && (state === "received" || state === "waiting" || state === "confirmed");
}

/** Whether it still stands for an event that is to come: then it can be changed. */
export function isOpen(view: ReferralView, event: Event | undefined, now: number): boolean {
  return isLive(view) && (!event || (event.status !== "cancelled" && !isOver(event, now)));
}

function liveWords({ state, waitingPosition, confirmBy, contactKind }: ReferralView): StateWords {
  if (confirmBy !== null) {
    const by = `${time(confirmBy)} on ${longDate(confirmBy)}`;
    return { title: "Not confirmed yet", rest: [`We sent an email with a link. Follow it by ${by}, or this booking is cancelled.`] };
  }
  const told = contactKind === "email" ? "We email you" : "The organiser tells you";
  if (state === "waiting") return { title: `On the waiting list, number ${waitingPosition}`, rest: [`${told} if a place becomes free.`] };
  if (state === "received") {
    return { title: "Waiting for the organiser", rest: ["The organiser looks at each request.", `${told} whether you have a place.`] };
  }
  return { title: "You have a place", rest: [] };
}

/** To the person who booked. */
export function stateWords(view: ReferralView, event: Event | undefined, now: number): StateWords {
  if (view.state === "cancelled") return { title: "This booking is cancelled", rest: [reasonWords(view)] };
  if (view.state === "declined") return { title: "You do not have a place", rest: [reasonWords(view)] };
  if (view.state === "attended") return { title: "You came to this event", rest: [] };
  if (view.state === "did-not-attend") return { title: "You did not come to this event", rest: ["If that is wrong, tell the organiser."] };
  if (event?.status === "cancelled") return { title: "This event is cancelled", rest: event.statusNote === null ? [] : [event.statusNote] };
  if (event && isOver(event, now)) return { title: "This event is over", rest: [] };
  return liveWords(view);
}
