import { html } from "hono/html";
import type { Html } from "../../../pages/markup.ts";
import { bookingFacts, helpLine, type LinkView } from "./manage-page.ts";

const WORDS = {
  "confirm-address": {
    title: "Confirm your booking",
    words: "Press the button to confirm that you made this booking.",
    button: "Confirm my booking",
  },
  "prove-address": {
    title: "Prove your email address",
    words: "Press the button to prove that this referral is from you.",
    button: "Prove my address",
  },
} as const;

export type AddressPurpose = keyof typeof WORDS;

export const addressTitle = (purpose: AddressPurpose) => WORDS[purpose].title;

/** What a link in an e-mail opens. It does nothing before the button is pressed, as programs that scan mail open links too. */
export function addressPage(link: LinkView, purpose: AddressPurpose): Html {
  const { title, words, button } = WORDS[purpose];
  return html`<h1 class="nhsuk-heading-l">${title}</h1>
<div class="hwbe-facts">${bookingFacts(link)}</div>
<p>${words}</p>
<form method="post"><button class="nhsuk-button" type="submit">${button}</button></form>
${helpLine(link)}`;
}

export const TOO_LATE = "This booking was not confirmed in time";

export function tooLatePage(link: LinkView): Html {
  return html`<h1 class="nhsuk-heading-l">${TOO_LATE}</h1>
<p>We keep a place for 24 hours. Then it goes to somebody else.</p>
${link.event && html`<p><a href="/events/${link.event.slug}/book">Book again</a></p>`}
${helpLine(link)}`;
}
