import { html } from "hono/html";
import type { ReferralState } from "../../contract/referral.ts";
import { countByEvent, listForOrganiser, type EventCounts, type ListedReferral } from "../../referrals/list-for-organiser.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { longDate } from "../../wording/dates.ts";
import { sendTitled } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import { responsiveTable } from "../directory/responsive-table.ts";
import type { DeskDependencies } from "../routes.ts";
import { findPeopleEvents, whenOf, type PeopleEvent } from "./event-for-people.ts";
import { pageLinks, pageOf } from "./page-links.ts";
import { NEW_TAG, stateTag } from "./person-words.ts";

const PAGE = 50;

interface Show {
  key: string;
  words: string;
  states: readonly ReferralState[];
  onlyUnseen?: boolean;
  /** What stands in place of the list when there are none. */
  none: string;
}

const LIVE = ["received", "waiting", "confirmed"] as const;

const SHOWS: readonly [Show, ...Show[]] = [
  { key: "open", words: "All", states: LIVE, none: "Nobody has asked for a place at your events to come." },
  { key: "new", words: "New", states: LIVE, onlyUnseen: true, none: "There are no new referrals. You have opened all of them." },
  { key: "received", words: "To answer", states: ["received"], none: "Nobody waits for your answer." },
  { key: "waiting", words: "Waiting list", states: ["waiting"], none: "Nobody is on a waiting list." },
  { key: "confirmed", words: "Confirmed", states: ["confirmed"], none: "Nobody has a confirmed place." },
  { key: "closed", words: "Declined or cancelled", states: ["declined", "cancelled"], none: "None is declined or cancelled." },
];

function row({ reference, state, isSeen, companion, byProfessional, madeAt }: ListedReferral): (Html | string)[] {
  return [
    html`<a href="/desk/referrals/${reference}">${reference}</a> ${!isSeen && NEW_TAG}`,
    stateTag({ state, waitingPosition: null, confirmBy: null }),
    companion ? "2 people" : "1 person",
    byProfessional ? "A health professional" : "The person or a carer",
    longDate(madeAt),
  ];
}

const HEADINGS = ["Reference", "State", "For", "Asked by", "Asked on"];

function eventSection(event: PeopleEvent, rows: readonly ListedReferral[], { live, unseen }: EventCounts): Html {
  const counts = `${unseen > 0 ? `${unseen} new, ` : ""}${live} in all`;
  return html`<section aria-labelledby="event-${event.id}"><h2 class="nhsuk-heading-m" id="event-${event.id}"><a href="/desk/events/${event.id}/people">${event.title}</a></h2>
<p>${whenOf(event)}. ${counts}.${event.status === "cancelled" && html` <strong class="nhsuk-tag nhsuk-tag--red">Cancelled</strong>`}</p>
${responsiveTable({ caption: `Referrals for ${event.title}, ${whenOf(event)}`, headings: HEADINGS, rows: rows.map(row) })}</section>`;
}

function showLinks(shown: Show): Html {
  return html`<nav aria-label="Which referrals"><ul class="nhsuk-list hwbe-row-actions">
${SHOWS.map(({ key, words }) => html`<li><a href="/desk/referrals?show=${key}"${key === shown.key && html` aria-current="page"`}>${words}</a></li>`)}
</ul></nav>`;
}

function sections(rows: readonly ListedReferral[], events: readonly PeopleEvent[], counts: ReadonlyMap<string, EventCounts>): OptionalHtml {
  const byEvent = Map.groupBy(rows, ({ event }) => event);
  return html`${Array.from(byEvent, ([id, theirs]) => {
    const event = events.find((one) => one.id === id);
    return event && eventSection(event, theirs, counts.get(id) ?? { live: 0, unseen: 0 });
  })}`;
}

/** All referrals to events to come, by event. They name nobody: names stand on the page of an event, where each view is noted. */
export function registerReferralList(routes: DeskRoutes, { db, referrals }: DeskDependencies): void {
  routes.get("people", "/desk/referrals", async (c, visit) => {
    const { organisation } = visit;
    const show = SHOWS.find(({ key }) => key === c.req.query("show")) ?? SHOWS[0];
    const page = pageOf(c);
    const { states, onlyUnseen = false } = show;
    const found = await listForOrganiser(referrals, { organisation, states, onlyUnseen, limit: PAGE + 1, offset: (page - 1) * PAGE });
    const rows = found.slice(0, PAGE);
    const ids = [...new Set(rows.map(({ event }) => event))];
    const [events, counts] = [await findPeopleEvents(db, organisation, ids), await countByEvent(referrals, organisation, ids)];
    return sendTitled(c, visit, { title: "Referrals", current: "people", isWide: true }, html`${showLinks(show)}
${rows.length === 0 ? html`<p>${show.none}</p>` : sections(rows, events, counts)}
${pageLinks({ path: `/desk/referrals?show=${show.key}&`, page, hasMore: found.length > PAGE })}`);
  });
}
