import { html } from "hono/html";
import type { ReferralDetails } from "../../contract/referral.ts";
import { factList, type Fact } from "../../pages/fact-list.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import type { ReferralView } from "../../referrals/referral.ts";
import type { Undelivered } from "../../referrals/register.ts";
import { longDate } from "../../wording/dates.ts";
import { whenOf, type PeopleEvent } from "./event-for-people.ts";
import { BOOKED_BY, CONTACT_NAMES, contactLink, needsWords, partsWords, stateTag } from "./person-words.ts";

const inLines = (lines: readonly string[]): Html => html`${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`;

function personFacts({ contact, needs }: ReferralDetails): Fact[] {
  const needed = needsWords(needs);
  return [[CONTACT_NAMES[contact.kind], contactLink(contact)], ["Needs", needed.length === 0 ? "Nothing noted" : inLines(needed)]];
}

function referrerFacts({ referrer }: ReferralDetails, { referrerProved }: ReferralView): Fact[] {
  if (!referrer) return [];
  const lines = [referrer.name, `${referrer.role}, ${referrer.organisation}`];
  const unproved = !referrerProved && html`<br><strong class="nhsuk-tag nhsuk-tag--orange">Address not confirmed</strong>`;
  return [["Referred by", html`${inLines(lines)}<br>${contactLink({ kind: "email", value: referrer.email })}${unproved}`]];
}

export interface Opened {
  view: ReferralView;
  details: ReferralDetails | undefined;
  event: PeopleEvent;
  parts: ReadonlyMap<string, string>;
}

/** All that is known of one referral. */
export function referralFacts({ view, details, event, parts }: Opened): OptionalHtml {
  const chosen = partsWords(view.sessions, parts);
  return factList([
    ["State", stateTag(view)],
    ["Event", html`<a href="/desk/events/${event.id}/people">${event.title}</a><br>${whenOf(event)}`],
    ...(details ? personFacts(details) : []),
    ["Comes with", view.companion ? "Another person" : "Nobody"],
    ["Parts", chosen.length > 0 ? inLines(chosen) : undefined],
    ["Asked by", BOOKED_BY[view.bookedBy]],
    ...(details ? referrerFacts(details, view) : []),
    ["Reference", view.reference],
  ]);
}

/** Whom no e-mail reached: somebody has to ring. */
export function ringSection({ view, details }: Opened, undelivered: readonly Undelivered[]): OptionalHtml {
  const missed = undelivered.find(({ recipient }) => recipient === "attendee");
  const toReferrer = undelivered.find(({ recipient }) => recipient === "referrer");
  const mustRing = view.contactKind !== "email" || missed !== undefined;
  if (!details || (!mustRing && !toReferrer)) return undefined;
  const why = view.contactKind === "email" ? `Our email of ${longDate(missed?.at ?? 0)} did not reach them.` : "They have no email address here, so we cannot tell them anything.";
  return html`<div class="nhsuk-inset-text">
${mustRing && html`<p><strong>${why}</strong> Please tell them what changes: ${contactLink(details.contact)}.</p>`}
${toReferrer && html`<p>Our email of ${longDate(toReferrer.at)} did not reach who referred them.</p>`}</div>`;
}
