import { html } from "hono/html";
import type { Html } from "../../../pages/markup.ts";
import { longDate, time } from "../../../wording/dates.ts";
import { inset } from "../unseen.ts";
import { noticesSection } from "./notices-section.ts";
import { bookingFacts, doneBanner, helpLine, type LinkView } from "./manage-page.ts";
import { isOpen, reasonWords } from "./state-words.ts";

interface Stage {
  name: string;
  words: string;
  isReached: boolean;
}

const at = (instant: number) => `${time(instant)} on ${longDate(instant)}`;

function outcome({ view }: LinkView): Stage {
  const { state, changedAt, waitingPosition } = view;
  switch (state) {
    case "received":
      return { name: "Place", words: "The organiser has not answered yet.", isReached: false };
    case "waiting":
      return { name: `On the waiting list, number ${waitingPosition}`, words: "We email you when a place becomes free.", isReached: true };
    case "confirmed":
      return { name: "Place confirmed", words: at(changedAt), isReached: true };
    case "declined":
      return { name: "Declined", words: `${at(changedAt)}. ${reasonWords(view)}`, isReached: true };
    case "cancelled":
      return { name: "Cancelled", words: `${at(changedAt)}. ${reasonWords(view)}`, isReached: true };
    case "attended":
    case "did-not-attend":
      return { name: "Place confirmed", words: "Before the event.", isReached: true };
  }
}

function attendance({ view: { state, changedAt } }: LinkView): Stage | undefined {
  const noted = { words: `The organiser noted this at ${at(changedAt)}.`, isReached: true };
  if (state === "attended") return { name: "Attended", ...noted };
  if (state === "did-not-attend") return { name: "Did not attend", ...noted };
  if (state === "declined" || state === "cancelled") return undefined;
  return { name: "Attended", words: "The organiser notes this after the event.", isReached: false };
}

function stages(link: LinkView): Stage[] {
  const { madeAt, seenAt } = link.view;
  const seen = seenAt === null ? { words: "Not yet.", isReached: false } : { words: at(seenAt), isReached: true };
  const last = attendance(link);
  const first = [{ name: "Received", words: at(madeAt), isReached: true }, { name: "Seen by the organiser", ...seen }];
  return [...first, outcome(link), ...(last ? [last] : [])];
}

function stageItem({ name, words, isReached }: Stage): Html {
  return html`
<li class="hwbe-stages__stage${isReached && " hwbe-stages__stage--reached"}"><strong>${name}</strong><br>
<span class="hwbe-text">${words}</span></li>`;
}

/** What became of a referral, for who made it. */
export function statusPage(link: LinkView, done: string | undefined): Html {
  const { view, event, path, now } = link;
  return html`${doneBanner(done)}
<h1 class="nhsuk-heading-l">Your referral</h1>
<ol class="hwbe-stages">${stages(link).map(stageItem)}
</ol>
${noticesSection(link)}
<div class="hwbe-facts">${bookingFacts(link)}</div>
${!view.referrerProved && inset(html`<p>Your email address is not proved yet. Follow the link in the email that we sent you.</p>`)}
${isOpen(view, event, now) && html`<a class="nhsuk-button nhsuk-button--secondary" href="${path}/cancel">Cancel this referral</a>`}
${helpLine(link)}`;
}
