import type { Context } from "hono";
import { html } from "hono/html";
import type { ReferralState } from "../../contract/referral.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { readRegister, type RegisterEntry } from "../../referrals/register.ts";
import { longDate } from "../../wording/dates.ts";
import { londonDate } from "../../wording/london-time.ts";
import { sendNotFound, sendTitled } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import { spreadsheetCsv } from "../spreadsheet-csv.ts";
import type { OrganiserVisit } from "../visit.ts";
import { findPeopleEvent, readPartTitles, whenOf, type PeopleEvent } from "./event-for-people.ts";
import { CONTACT_NAMES, nameOf, needsWords, partsWords, stateName } from "./person-words.ts";

/** Who comes or came, and who waits. Those who are not answered yet only when they are asked for. */
const COMING = ["confirmed", "attended", "did-not-attend", "waiting"] as const satisfies readonly ReferralState[];
const statesFor = (c: Context): readonly ReferralState[] => (c.req.query("with") === "to-answer" ? ["received", ...COMING] : COMING);

const byName = (one: RegisterEntry, other: RegisterEntry) => nameOf(one.details).localeCompare(nameOf(other.details), "en");

const COLUMNS = [
  "Reference", "State", "Place in line", "Name", "Reach by", "Contact", "Comes with another person", "Parts", "Needs", "Asked on", "Referred by", "Role", "Organisation", "Email of referrer",
];

function csvRow({ view, details }: RegisterEntry, parts: ReadonlyMap<string, string>): string[] {
  const contact = details ? [CONTACT_NAMES[details.contact.kind], details.contact.value] : ["", ""];
  const { name = "", role = "", organisation = "", email = "" } = details?.referrer ?? {};
  return [
    view.reference, stateName(view.state), view.waitingPosition === null ? "" : String(view.waitingPosition), nameOf(details), ...contact, view.companion ? "Yes" : "No",
    partsWords(view.sessions, parts).join("; "), details ? needsWords(details.needs).join("; ") : "", londonDate(view.madeAt), name, role, organisation, email,
  ];
}

/** A box to tick by pen for each who comes. */
const boxes = (companion: boolean): Html => html`<span class="hwbe-box" aria-hidden="true"></span>${companion && html` <span class="hwbe-box" aria-hidden="true"></span>`}`;

function printRow({ view, details }: RegisterEntry): Html {
  return html`<tr class="nhsuk-table__row"><td class="nhsuk-table__cell">${boxes(view.companion)}</td>
<th class="nhsuk-table__header" scope="row">${nameOf(details)}${view.companion && ", and another person"}</th>
<td class="nhsuk-table__cell">${details && needsWords(details.needs).join(", ")}</td></tr>`;
}

function printTable(title: string, entries: readonly RegisterEntry[]): OptionalHtml {
  if (entries.length === 0) return undefined;
  return html`<table class="nhsuk-table hwbe-register"><caption class="nhsuk-table__caption">${title} (${entries.length})</caption>
<thead class="nhsuk-table__head"><tr>${["Came", "Name", "What they need"].map((name) => html`<th class="nhsuk-table__header" scope="col">${name}</th>`)}</tr></thead>
<tbody class="nhsuk-table__body">${entries.map(printRow)}</tbody></table>`;
}

function printed(event: PeopleEvent, entries: readonly RegisterEntry[], now: number): Html {
  const [waiting, coming] = [entries.filter(({ view }) => view.state === "waiting"), entries.filter(({ view }) => view.state !== "waiting")];
  return html`<p class="nhsuk-body-l">${event.title}<br>${whenOf(event)}</p>
<p class="hwbe-screen-only">Print this page with your browser. Then look after the paper: it names people.</p>
<p class="hwbe-screen-only"><a href="?with=to-answer">Put those on it who you have not answered yet</a></p>
${entries.length === 0 && html`<p>Nobody is on the register.</p>`}
${printTable("Coming", coming.toSorted(byName))}
${printTable("Waiting list", waiting)}
<p>As it stood on ${longDate(now)}. Confidential: destroy it when you have noted who came.</p>`;
}

/** The register on paper and as a file for a spreadsheet. Each who is on it stands in the audit as exported. */
export function registerExports(routes: DeskRoutes, { db, referrals, now }: DeskDependencies): void {
  async function read(c: Context, { organisation, staff }: OrganiserVisit, id: string): Promise<{ event: PeopleEvent; entries: RegisterEntry[] } | undefined> {
    const event = await findPeopleEvent(db, organisation, id);
    if (!event) return undefined;
    return { event, entries: await readRegister(referrals, { organisation, event: event.id, states: statesFor(c), actor: `staff:${staff.id}`, action: "export" }) };
  }

  routes.get("people", "/desk/events/:id/people/print", async (c, visit) => {
    const found = await read(c, visit, c.req.param("id") ?? "");
    if (!found) return sendNotFound(c, visit);
    const back = { href: `/desk/events/${found.event.id}/people`, text: "People" };
    return sendTitled(c, visit, { title: "Register", current: "people", isWide: true, back }, printed(found.event, found.entries, now()));
  });

  routes.get("people", "/desk/events/:id/people/people.csv", async (c, visit) => {
    const found = await read(c, visit, c.req.param("id") ?? "");
    if (!found) return sendNotFound(c, visit);
    const parts = await readPartTitles(db, found.event.id);
    return c.body(spreadsheetCsv([COLUMNS, ...found.entries.map((entry) => csvRow(entry, parts))]), 200, {
      "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="people-${londonDate(found.event.starts_at.getTime())}.csv"`,
    });
  });
}
