import { html } from "hono/html";
import type { Vocabularies } from "../contract/vocabulary.ts";
import { londonDate } from "../wording/london-time.ts";
import { webHref, type Html } from "./markup.ts";

type Alliance = Vocabularies["alliances"][number];

const CONTENTS = html`<nav class="hwbe-screen-only" aria-label="On this page"><h2 class="nhsuk-heading-s">On this page</h2>
<ul class="nhsuk-list hwbe-contents">
<li><a href="#what">What these events are</a></li>
<li><a href="#ask-to-go">You can ask to go</a></li>
<li><a href="#carers">For carers, family and friends</a></li>
<li><a href="#what-to-expect">What to expect</a></li>
<li><a href="#support">Other support</a></li>
<li><a href="#run-events">If you run events</a></li>
<li><a href="#tell-us">Tell us something</a></li>
</ul></nav>`;

const WHAT = html`<h2 class="hwbe-anchor" id="what">What these events are</h2>
<p>Health and Wellbeing Events are for people living with and beyond cancer. They give you information and support.</p>
<p>Some are talks or courses with a group. Some are a one-to-one appointment. You can go in person, join online, or take part by phone.</p>
<p>NHS trusts run them, often with charities and community groups. Some are for all cancers. Others are for one type of cancer.</p>
<p>Going to one can help you:</p>
<ul>
<li>know more about your treatment and its side effects</li>
<li>feel less worried and less alone</li>
<li>know who to call, and when</li>
<li>find help with money, work and daily life</li>
<li>look after yourself</li>
</ul>`;

const ASK = html`<h2 class="hwbe-anchor" id="ask-to-go">You can ask to go</h2>
<p>Everyone with cancer in England should be offered personalised care. Information and support for your health and wellbeing is part of it.</p>
<p>You can ask about these events at any time. You do not have to wait until someone offers. You can go to an event run by another trust.</p>
<p>Good times to ask are when you talk about your:</p>
<dl class="nhsuk-summary-list">
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Holistic needs assessment</dt><dd class="nhsuk-summary-list__value">A talk about all that worries you: your body, feelings, money, work and family.</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Care plan</dt><dd class="nhsuk-summary-list__value">What you and your team agree to do about it.</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Treatment summary</dt><dd class="nhsuk-summary-list__value">A letter at the end of treatment, for you and your GP. It says what to look out for.</dd></div>
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">Cancer care review</dt><dd class="nhsuk-summary-list__value">A talk with your GP or practice nurse about how you are.</dd></div>
</dl>
<p>You could say: “I have found an event that I would like to go to. Can you refer me, or tell me how to book?”</p>`;

const CARERS = html`<h2 class="hwbe-anchor" id="carers">For carers, family and friends</h2>
<p>Many events welcome the people close to you. Some are for carers only. Each event says who it is for.</p>
<p>You do not have to feel like a carer. If you help someone with cancer, you can come.</p>
<p><a href="/events?audience=carers">See events for carers, family and friends</a></p>`;

const EXPECT = html`<h2 class="hwbe-anchor" id="what-to-expect">What to expect</h2>
<ul>
<li>Most events are free. If there is a cost, the page says so.</li>
<li>You can just listen. You do not have to talk about yourself.</li>
<li>You can take a break or leave when you need to.</li>
<li>Some events have parts that you can come to alone.</li>
<li>Each page says how tiring the event is, and about steps, lifts and hearing loops.</li>
<li>Ask for a sign language or language interpreter when you book.</li>
</ul>
<p>If you cannot go any more, tell the organiser. Someone else can have your place.</p>`;

const SUPPORT = html`<h2 class="hwbe-anchor" id="support">Other support</h2>
<ul>
<li><strong>Your clinical nurse specialist</strong> knows you and your treatment. Their number is on your hospital letters.</li>
<li><strong>Your GP or practice nurse</strong> can help with your health and refer you.</li>
<li><strong>Macmillan Cancer Support</strong> has a free support line: <a href="tel:08088080000">0808 808 00 00</a>. Its website is <a href="https://www.macmillan.org.uk/">macmillan.org.uk</a>.</li>
<li><strong>Maggie’s</strong> has centres that you can walk into, with no appointment: <a href="https://www.maggies.org/">maggies.org</a>.</li>
<li><strong>Cancer information centres</strong> at many London hospitals have leaflets and people to talk to.</li>
<li><strong>NHS 111</strong> can tell you what to do if you need medical help now. Call <a href="tel:111">111</a> or go to <a href="https://111.nhs.uk/">111.nhs.uk</a>.</li>
</ul>
<p>Some cancer treatments need urgent help if you feel unwell. Call the 24-hour number that your hospital gave you. In an emergency call <a href="tel:999">999</a>.</p>`;

function allianceLink({ label, website }: Alliance): Html {
  const href = webHref(website);
  return html`<li>${href ? html`<a href="${href}">${label}</a>` : label}</li>`;
}

function isOfToday({ validFrom, validTo }: Alliance, today: string): boolean {
  return (validFrom === null || validFrom <= today) && (validTo === null || validTo >= today);
}

function alliances(all: readonly Alliance[], today: string): Html {
  const present = all.filter((alliance) => isOfToday(alliance, today));
  if (present.length === 0) return html`<p>Contact the cancer alliance for your part of London.</p>`;
  return html`<p>Cancer alliances plan cancer care for each part of London. To get in touch, go to the website of yours:</p>
<ul>${present.map(allianceLink)}</ul>`;
}

/** What the events are, that you may ask to go, and where else to turn. `now` picks the alliances of today. */
export function aboutPage(vocabularies: Pick<Vocabularies, "alliances">, now: number): Html {
  return html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">About these events</h1>
${CONTENTS}
${WHAT}
${ASK}
${CARERS}
${EXPECT}
${SUPPORT}
<h2 class="hwbe-anchor" id="run-events">If you run events</h2>
<p>We list health and wellbeing events for people affected by cancer in London. They can be run by an NHS trust, a charity or a community group.</p>
<p>To list an event, contact your cancer alliance. Tell them who it is for, when and where it is, how to get a place, and about access.</p>
<p>You can also <a href="/developers#widget">show these events on your own website</a>.</p>
<h2 class="hwbe-anchor" id="tell-us">Tell us something</h2>
<p>You can tell us about an event that we do not list. You can ask a question, or say what you think of this website.</p>
<p>If something about one event is wrong, contact its organiser first. The page of the event has their details.</p>
${alliances(vocabularies.alliances, londonDate(now))}
<p>Please do not send details about your health by email.</p>
</div></div>`;
}
