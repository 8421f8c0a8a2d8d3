import type { MessageTable } from "../../db/schema.ts";
import { dateTimeRange } from "../wording/dates.ts";
import type { Letter } from "./letter.ts";

export type MessageKind = MessageTable["kind"];
export type Recipient = MessageTable["recipient"];

/** All that a letter may be made of. There is no name in it, no event, no place and no health: whoever sees the mail learns none. */
export interface LetterFacts {
  kind: MessageKind;
  recipient: Recipient;
  /** Null for letters that are about no single referral. */
  reference: string | null;
  startsAt: number;
  endsAt: number;
  state: string;
  waitingPosition: number | null;
  companion: boolean;
  /** Whether it ends unless the link is followed within a day. */
  mustConfirm: boolean;
  /** Where to go on: an absolute address. */
  url: string;
  /** The organiser's own line for questions. */
  phone: string | null;
}

type Words = (facts: LetterFacts) => Omit<Letter, "after" | "link"> & { link: string; more?: readonly string[] };

const when = ({ startsAt, endsAt }: LetterFacts) => dateTimeRange(startsAt, endsAt);
const both = ({ companion }: LetterFacts) => (companion ? ["There is also a place for the person who comes with you."] : []);
const place = ({ waitingPosition }: LetterFacts) => (waitingPosition === null ? "" : ` The position is number ${waitingPosition}.`);
const SEE_AND_CHANGE = "See, change or cancel your booking";
const IF_YOU_CANNOT = "If you cannot come, please cancel with the link. The place then goes to somebody who waits for one.";

/** To the person themselves, or who booked for them. */
const TO_ATTENDEE: Partial<Record<MessageKind, Words>> = {
  booked: (facts) => ({ subject: "Your place is booked", before: [`You have a place on ${when(facts)}.`, ...both(facts), IF_YOU_CANNOT], link: SEE_AND_CHANGE }),
  received: (facts) => ({
    subject: "We have your request for a place",
    before: [`You asked for a place on ${when(facts)}.`, "The organiser looks at each request first. They will let you know.", ...both(facts)],
    link: SEE_AND_CHANGE,
  }),
  waiting: (facts) => ({
    subject: "You are on the waiting list",
    before: [`All places on ${when(facts)} are taken. You are on the waiting list.${place(facts)}`, "If a place becomes free, it is yours, and we tell you."],
    link: SEE_AND_CHANGE,
  }),
  promoted: (facts) => ({
    subject: "A place is free and it is yours",
    before: [`You were on the waiting list. You now have a place on ${when(facts)}.`, ...both(facts), "If you do not want it any more, tell us with the link. The next person then gets it."],
    link: "See your booking, or give the place back",
  }),
  confirmed: (facts) => ({ subject: "The organiser has confirmed your place", before: [`You have a place on ${when(facts)}.`, ...both(facts), IF_YOU_CANNOT], link: SEE_AND_CHANGE }),
  declined: (facts) => ({
    subject: "The organiser could not give you a place",
    before: [`You asked for a place on ${when(facts)}. The organiser could not give you one.`, "The link says why."],
    link: "See what became of your request",
  }),
  cancelled: (facts) => ({
    subject: "Your booking is cancelled",
    before: [`Your booking for ${when(facts)} is cancelled. Your place has gone to somebody else.`, "If you did not want this, call the organiser."],
    link: "See your booking",
  }),
  changed: (facts) => ({
    subject: "Your booking is changed",
    before: [`We have changed your booking for ${when(facts)}, as you asked.`, facts.companion ? "It is for you and one other person." : "It is for one person."],
    link: SEE_AND_CHANGE,
  }),
  reminder: (facts) => ({ subject: "Your event is soon", before: [`You have a place on ${when(facts)}.`, ...both(facts), "The link says where it is and how to get there.", IF_YOU_CANNOT], link: SEE_AND_CHANGE }),
  "event-cancelled": (facts) => ({
    subject: "Your event is cancelled",
    before: [`The event on ${when(facts)} is cancelled. We are sorry.`, "You do not need to do anything. The link says more, and shows other dates if there are any."],
    link: "See what the organiser says",
  }),
  "event-changed": (facts) => ({
    subject: "Your event has changed",
    before: ["The organiser has changed the time, the place or the way that the event is held.", `It is now on ${when(facts)}.`, "You keep your place or your position in the waiting list. If you cannot come any more, please cancel with the link."],
    link: SEE_AND_CHANGE,
  }),
  moved: (facts) => ({
    subject: "Your booking has a new date",
    before: [`The organiser has moved your booking to another event. It is on ${when(facts)}.`, ...both(facts), "If you put the old date into your calendar, please delete it there.", IF_YOU_CANNOT],
    link: SEE_AND_CHANGE,
  }),
  "organiser-wrote": (facts) => ({
    subject: "The organiser has written to you",
    before: [`There is a message for everyone who booked for ${when(facts)}.`, "Read it with the link."],
    link: "Read the message",
  }),
  "confirm-address": (facts) => ({
    subject: "Confirm your booking",
    before: [`Somebody asked for a place on ${when(facts)} with this email address.`, "If it was you, confirm within 24 hours. If not, do nothing: the booking then ends by itself."],
    link: "Confirm your booking",
  }),
  "second-booking": (facts) => ({
    subject: "You now have two bookings",
    before: [`You booked twice for ${when(facts)}.`, "If you need only one, please cancel the other. This link is for the second one."],
    link: "See or cancel the second booking",
  }),
  "your-link": () => ({ subject: "The link to your booking", before: ["You asked us for the link to your booking."], link: SEE_AND_CHANGE, more: ["If you did not ask for it, you do not need to do anything."] }),
};

const SEE_REFERRAL = "See what became of your referral";

/** To the professional who made the referral. */
const TO_REFERRER: Partial<Record<MessageKind, Words>> = {
  booked: (facts) => ({ subject: "Your referral has a place", before: [`The person whom you referred has a place on ${when(facts)}.`], link: SEE_REFERRAL }),
  received: (facts) => ({ subject: "Your referral has arrived", before: [`You referred somebody for a place on ${when(facts)}. The organiser looks at each referral first.`], link: SEE_REFERRAL }),
  waiting: (facts) => ({ subject: "Your referral is on the waiting list", before: [`All places on ${when(facts)} are taken. The person whom you referred is on the waiting list.${place(facts)}`], link: SEE_REFERRAL }),
  promoted: (facts) => ({ subject: "Your referral has a place now", before: [`A place has become free. The person whom you referred now has a place on ${when(facts)}.`], link: SEE_REFERRAL }),
  confirmed: (facts) => ({ subject: "The organiser has confirmed your referral", before: [`The person whom you referred has a place on ${when(facts)}.`], link: SEE_REFERRAL }),
  declined: (facts) => ({ subject: "The organiser could not take your referral", before: [`The organiser could not give a place on ${when(facts)}. The link says why.`], link: SEE_REFERRAL }),
  cancelled: (facts) => ({ subject: "A booking that you referred for is cancelled", before: [`The booking for ${when(facts)} is cancelled.`], link: SEE_REFERRAL }),
  changed: (facts) => ({ subject: "A booking that you referred for is changed", before: [`The booking for ${when(facts)} is changed.`], link: SEE_REFERRAL }),
  "event-cancelled": (facts) => ({ subject: "An event that you referred to is cancelled", before: [`The event on ${when(facts)} is cancelled. If we have an email address of the person, we have told them.`], link: SEE_REFERRAL }),
  "event-changed": (facts) => ({ subject: "An event that you referred to has changed", before: [`The event is now on ${when(facts)}. If we have an email address of the person, we have told them.`], link: SEE_REFERRAL }),
  moved: (facts) => ({
    subject: "A booking that you referred for has a new date",
    before: [`The organiser has moved the booking to another event. It is on ${when(facts)}. If we have an email address of the person, we have told them.`],
    link: SEE_REFERRAL,
  }),
  "prove-address": (facts) => ({
    subject: "Show that this referral is yours",
    before: [`Somebody referred a person for a place on ${when(facts)} and gave this as their email address.`, facts.mustConfirm ? "Follow the link within 24 hours, or the referral ends." : "The referral counts already. Follow the link, so that the organiser knows it is yours.", "If it was not you, call the organiser."],
    link: "Yes, this referral is mine",
  }),
};

const OPEN_REFERRALS = "See your referrals";

/** To a team: of the organiser, or of the alliance. */
const TO_TEAM: Partial<Record<MessageKind, Words>> = {
  "new-referrals": (facts) => ({ subject: "You have new referrals", before: [`There are new referrals for your event on ${when(facts)}.`, "Referrers see when you have opened them."], link: OPEN_REFERRALS }),
  "unseen-referrals": (facts) => ({
    subject: facts.recipient === "alliance" ? "An organiser has not opened referrals" : "Referrals wait for you to open them",
    before: [`Nobody has opened some of the referrals for the event on ${when(facts)}.`, facts.recipient === "alliance" ? "Please ask the organiser whether they need help." : "Please open them today. People wait for an answer."],
    link: facts.recipient === "alliance" ? "Open your desk" : OPEN_REFERRALS,
  }),
  "still-right": () => ({
    subject: "Are your events still right?",
    before: ["Nobody has confirmed some of your events for 60 days. People trust events that were checked lately.", "One click says that they are right."],
    link: "See your events, and confirm them",
  }),
  "event-approved": (facts) => ({ subject: "Your event is published", before: [`Your cancer alliance has looked at your event on ${when(facts)}. It is in the list now.`], link: "See your events" }),
  "event-sent-back": (facts) => ({
    subject: "Please change your event",
    before: [`Your cancer alliance has looked at your event on ${when(facts)}. They ask you to change something before it is published.`],
    link: "See your events",
    more: ["Choose “Change” beside the event to read what they say."],
  }),
};

function wordsFor({ kind, recipient }: LetterFacts): Words | undefined {
  if (recipient === "attendee") return TO_ATTENDEE[kind];
  return recipient === "referrer" ? TO_REFERRER[kind] : TO_TEAM[kind];
}

/** The letter of a message; undefined where there is none of its kind for its recipient. */
export function letterFor(facts: LetterFacts): Letter | undefined {
  const words = wordsFor(facts)?.(facts);
  if (!words) return undefined;
  const reference = facts.reference === null ? [] : [`The reference is ${facts.reference}.`];
  const phone = facts.phone === null || facts.recipient === "organiser" ? [] : [`Questions? Call ${facts.phone}.`];
  return { subject: words.subject, before: words.before, link: { text: words.link, url: facts.url }, after: [...reference, ...(words.more ?? []), ...phone] };
}
