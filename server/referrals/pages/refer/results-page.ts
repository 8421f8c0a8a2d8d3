import { html } from "hono/html";
import type { Event } from "../../../contract/event.ts";
import { whenWords } from "../../../pages/event-when.ts";
import type { Html } from "../../../pages/markup.ts";
import { longDate } from "../../../wording/dates.ts";
import { refusalTitle } from "../stops.ts";
import { unseen } from "../unseen.ts";
import type { ReferralResult, ReferralResults } from "./results.ts";

/** A result with its event, where that is still listed, and the address of its status page. */
export interface ShownResult {
  result: ReferralResult;
  event: Event | undefined;
  link: string | undefined;
}

const STATE_WORDS = {
  confirmed: "Place confirmed",
  received: "Received: the organiser will answer",
  waiting: "On the waiting list",
} as const;

function outcomeWords(result: ReferralResult, mustConfirm: boolean): string {
  if ("refusal" in result) return `Not referred: ${refusalTitle(result.refusal).toLowerCase()}`;
  const { state, waitingPosition } = result.receipt;
  if (mustConfirm && state === "received") return "Place held until you prove your address";
  return `${STATE_WORDS[state]}${waitingPosition === null ? "" : `, number ${waitingPosition}`}`;
}

const eventWords = (event: Event | undefined) => (event ? `${event.title}, ${whenWords(event)}` : "An event that is no longer listed");

function cell(name: string, value: Html | string): Html {
  return html`<td class="nhsuk-table__cell" role="cell"><span class="nhsuk-table-responsive__heading" aria-hidden="true">${name} </span>
<span class="hwbe-text">${value}</span></td>`;
}

function referenceCell({ result, link }: ShownResult): Html {
  if ("refusal" in result) return cell("Reference", "None");
  const { reference } = result.receipt;
  return cell("Reference", html`<strong class="hwbe-reference">${reference}</strong><br>
<a href="${link}">Status${unseen(` of ${reference}`)}</a>`);
}

function row(shown: ShownResult, mustConfirm: boolean): Html {
  const { result, event } = shown;
  const named = event ? html`<a href="/events/${event.slug}">${event.title}</a><br>${whenWords(event)}` : eventWords(event);
  return html`<tr class="nhsuk-table__row" role="row">${cell("Event", named)}
${cell("Outcome", outcomeWords(result, mustConfirm))}
${referenceCell(shown)}</tr>`;
}

/** `Referred to Managing tiredness, Tuesday 3 March 2026, 2pm to 4:30pm (HWB-7K3M-9QXT) on Monday 2 March 2026. Place confirmed.` */
function recordLine({ result, event }: ShownResult, { madeAt, mustConfirm }: ReferralResults): string | undefined {
  if ("refusal" in result) return undefined;
  return `Referred to ${eventWords(event)} (${result.receipt.reference}) on ${longDate(madeAt)}. ${outcomeWords(result, mustConfirm)}.`;
}

export function resultsTitle({ results }: ReferralResults): string {
  const made = results.filter((result) => "receipt" in result).length;
  if (made === 0) return "No referral was made";
  return made === 1 ? "1 referral made" : `${made} referrals made`;
}

/** What became of each referral that was sent together. */
export function resultsPage(all: ReferralResults, shown: readonly ShownResult[]): Html {
  const lines = shown.map((one) => recordLine(one, all)).filter((line) => line !== undefined);
  return html`<h1 class="nhsuk-heading-l">${resultsTitle(all)}</h1>
<table class="nhsuk-table-responsive" role="table">
<caption class="nhsuk-u-visually-hidden">What became of each referral</caption>
<thead class="nhsuk-table__head" role="rowgroup"><tr role="row">
${["Event", "Outcome", "Reference"].map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
</tr></thead>
<tbody class="nhsuk-table__body" role="rowgroup">${shown.map((one) => row(one, all.mustConfirm))}</tbody>
</table>
${lines.length > 0 && html`<div class="nhsuk-form-group hwbe-screen-only">
<label class="nhsuk-label nhsuk-label--s" for="record">For the patient record</label>
<div class="nhsuk-hint" id="record-hint">Copy this text. It does not name the patient.</div>
<textarea class="nhsuk-textarea" id="record" rows="${Math.min(8, lines.length * 2 + 1)}" readonly aria-describedby="record-hint">
${lines.join("\n")}</textarea></div>
<h2 class="nhsuk-heading-m">What happens next</h2>
<ul><li>${all.mustConfirm ? "We email you a link. Follow it within 24 hours, or the referral ends." : "We email you a link. Follow it to prove your address."}</li>
<li>The organiser sees each referral, and gets in touch with your patient.</li>
<li>The status links show what has become of them. We email you these too.</li></ul>`}
<p class="hwbe-screen-only"><a href="/events">Find other events</a></p>`;
}
