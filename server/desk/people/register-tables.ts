import { html, raw } from "hono/html";
import type { ReferralState } from "../../contract/referral.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import type { ListedReferral } from "../../referrals/list-for-organiser.ts";
import type { RegisterEntry } from "../../referrals/register.ts";
import { longDate } from "../../wording/dates.ts";
import { responsiveTable } from "../directory/responsive-table.ts";
import { contactLink, nameOf, needsWords, NEW_TAG, partsWords, stateTag } from "./person-words.ts";

/** The page of an event shows these, in this order. */
export const SHOWN_STATES = ["received", "confirmed", "attended", "did-not-attend", "waiting"] as const satisfies readonly ReferralState[];

export interface RegisterView {
  entries: readonly RegisterEntry[];
  /** The titles of the event's parts by their ids. */
  parts: ReadonlyMap<string, string>;
  hasStarted: boolean;
  /** The references of those who were ticked. */
  ticked: readonly string[];
}

/** Whether something can be done for them together with others. */
export function isTickable({ view }: RegisterEntry, hasStarted: boolean): boolean {
  if (view.erased || view.state === "waiting") return false;
  return hasStarted || (view.state === "received" && view.confirmBy === null);
}

const hidden = (words: string) => html`<span class="nhsuk-u-visually-hidden"> ${words}</span>`;

function nameCell(entry: RegisterEntry, { hasStarted, ticked }: RegisterView): Html {
  const { view: { reference, seenAt }, details } = entry;
  const name = nameOf(details);
  const isNew = seenAt === null && html` ${NEW_TAG}`;
  const open = html`<a href="/desk/referrals/${reference}">Open${hidden(name)}</a>`;
  if (!isTickable(entry, hasStarted)) return html`<div><strong class="hwbe-text">${name}</strong>${isNew}<br>${open}</div>`;
  return html`<div><div class="nhsuk-checkboxes nhsuk-checkboxes--small"><div class="nhsuk-checkboxes__item">
<input class="nhsuk-checkboxes__input" id="tick-${reference}" name="referral" type="checkbox" value="${reference}"${ticked.includes(reference) && raw(" checked")}>
<label class="nhsuk-label nhsuk-checkboxes__label hwbe-text" for="tick-${reference}">${name}</label></div></div>
${isNew} ${open}</div>`;
}

function whatTheyNeed({ view: { companion, sessions }, details }: RegisterEntry, parts: RegisterView["parts"]): Html {
  const lines = [...(companion ? ["Brings another person"] : []), ...(details ? needsWords(details.needs) : []), ...partsWords(sessions, parts).map((part) => `Only: ${part}`)];
  if (lines.length === 0) return html`Nothing noted`;
  return html`<div class="hwbe-text">${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</div>`;
}

function row(entry: RegisterEntry, register: RegisterView): (Html | string)[] {
  const { view, details, isToRing } = entry;
  const ring = isToRing && html`<br><strong class="nhsuk-tag nhsuk-tag--orange">Please ring</strong>`;
  return [
    nameCell(entry, register), html`<div>${details ? contactLink(details.contact) : "Deleted"}${ring}</div>`, whatTheyNeed(entry, register.parts),
    html`<div>${stateTag(view)}<br>${longDate(view.madeAt)}</div>`,
  ];
}

const SECTIONS = [
  { id: "to-answer", title: "To answer", states: ["received"] },
  { id: "confirmed", title: "Confirmed", states: ["confirmed", "attended", "did-not-attend"] },
  { id: "waiting", title: "Waiting list", states: ["waiting"] },
] as const satisfies readonly { id: string; title: string; states: readonly ReferralState[] }[];

/** New ones first among those to answer; those who come by name; those who wait as they stand in line. */
function inOrder(id: (typeof SECTIONS)[number]["id"], entries: readonly RegisterEntry[]): readonly RegisterEntry[] {
  if (id === "waiting") return entries;
  if (id === "to-answer") return entries.toSorted((one, other) => Number(one.view.seenAt !== null) - Number(other.view.seenAt !== null));
  return entries.toSorted((one, other) => nameOf(one.details).localeCompare(nameOf(other.details), "en"));
}

/** Everybody who comes or waits, in tables by how they stand. */
export function registerTables(register: RegisterView): Html {
  return html`${SECTIONS.map(({ id, title, states }) => {
    const theirs = register.entries.filter(({ view }) => states.some((state) => state === view.state));
    if (theirs.length === 0) return undefined;
    const headings = ["Name", "How to reach them", "What they need", "State and date"];
    return html`<section aria-labelledby="${id}"><h2 class="nhsuk-heading-m" id="${id}">${title}</h2>
${responsiveTable({ caption: title, headings, rows: inOrder(id, theirs).map((entry) => row(entry, register)) })}</section>`;
  })}`;
}

/** Those who do not come any more, folded away and without names. */
export function closedList(closed: readonly ListedReferral[]): OptionalHtml {
  if (closed.length === 0) return undefined;
  return html`<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Declined or cancelled (${closed.length})</span></summary>
<div class="nhsuk-details__text"><ul>${closed.map(({ reference, state, changedAt }) => html`
<li><a href="/desk/referrals/${reference}">${reference}</a>: ${state} on ${longDate(changedAt)}</li>`)}</ul></div></details>`;
}
