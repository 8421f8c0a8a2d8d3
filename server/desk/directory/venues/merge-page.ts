import { html } from "hono/html";
import type { Context } from "hono";
import type { Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { choices } from "../../../pages/fields/choices.ts";
import { errorSummary } from "../../../pages/fields/error-summary.ts";
import type { FieldError } from "../../../pages/fields/filled.ts";
import { selectField } from "../../../pages/fields/select-field.ts";
import type { Html, OptionalHtml } from "../../../pages/markup.ts";
import { sendDesk, sendNotFound } from "../../desk-page.ts";
import type { DeskRoutes } from "../../desk-routes.ts";
import type { DeskDependencies } from "../../routes.ts";
import type { CoordinatorVisit } from "../../visit.ts";
import { likelyDuplicates } from "./likely-duplicates.ts";
import { VENUES } from "./list-page.ts";
import { mergeVenues } from "./merge-venues.ts";
import { NOTE_FACTS, YES_NO_FACTS } from "./venue-facts.ts";
import { findVenue, listBoroughs, type StoredVenue } from "./venue-rows.ts";

const MERGE = `${VENUES}/merge`;
const TITLE = "Merge two venues";
const MOST_SHOWN = 20;

const inWords = (fact: string | boolean | null) => (fact === null ? "Not known" : typeof fact === "boolean" ? (fact ? "Yes" : "No") : fact);

type Side = StoredVenue & { borough: string; events: number };
type Row = [label: string, read: (venue: Side) => string | boolean | null];

function sideBySide(first: Side, second: Side): Html {
  const facts: Row[] = [
    ["Address", ({ address }) => address], ["Postcode", ({ postcode }) => postcode], ["Borough", ({ borough }) => borough],
    ["Events, with past ones", ({ events }) => String(events)],
    ...[...YES_NO_FACTS, ...NOTE_FACTS].map(({ column, label }): Row => [label, (venue) => venue[column]]),
  ];
  return html`<table class="nhsuk-table hwbe-compared"><caption class="nhsuk-u-visually-hidden">Both venues, fact by fact</caption>
<thead><tr><td></td><th scope="col">${first.name}</th><th scope="col">${second.name}</th></tr></thead>
<tbody>${facts.map(([label, read]) => {
    const [one, two] = [inWords(read(first)), inWords(read(second))];
    if (one === two) return html`<tr><th scope="row">${label}</th><td>${one}</td><td>${two}</td></tr>`;
    return html`<tr class="hwbe-compared__differs">
<th scope="row">${label}<span class="nhsuk-u-visually-hidden"> (different)</span></th><td>${one}</td><td>${two}</td></tr>`;
  })}</tbody></table>`;
}

async function sideOf(db: Kysely<Database>, venue: StoredVenue): Promise<Side> {
  const { count } = await db.selectFrom("event").select((event) => event.fn.countAll<number>().as("count")).where("venue", "=", venue.slug).executeTakeFirstOrThrow();
  const borough = (await listBoroughs(db)).find(({ value }) => value === venue.borough_gss)?.label ?? "Not known";
  return { ...venue, borough, events: Number(count) };
}

function likely(venues: readonly { slug: string; name: string; postcode: string }[]): OptionalHtml {
  const pairs = likelyDuplicates(venues);
  if (pairs.length === 0) return undefined;
  const words = ({ name, postcode }: { name: string; postcode: string }) => `${name}, ${postcode}`;
  return html`<h2 class="nhsuk-heading-m">These may be the same</h2>
<ul>${pairs.slice(0, MOST_SHOWN).map(({ first, second }) => html`<li>
<a href="${MERGE}?first=${first.slug}&amp;second=${second.slug}">${words(first)}, and ${words(second)}</a></li>`)}</ul>`;
}

async function sendChoice(c: Context, visit: CoordinatorVisit, db: Kysely<Database>, errors: FieldError[]): Promise<Response> {
  const venues = await db.selectFrom("venue").select(["slug", "name", "postcode"]).orderBy("name").execute();
  const options = venues.map(({ slug, name, postcode }) => ({ value: slug, label: `${name}, ${postcode}` }));
  const filled = { form: new URL(c.req.url).searchParams, errors };
  const desk = { title: TITLE, current: "directory", hasErrors: errors.length > 0, back: { href: VENUES, text: "Venues" } } as const;
  return sendDesk(c, visit, desk, html`${errorSummary(errors)}
<h1 class="nhsuk-heading-l">${TITLE}</h1>
<p>Is a place in the list twice? Choose both. You will see them side by side before anything changes.</p>
<form method="get" action="${MERGE}">
${selectField({ name: "first", label: "First venue", none: "Choose a venue", options }, filled)}
${selectField({ name: "second", label: "Second venue", none: "Choose a venue", options }, filled)}
<button class="nhsuk-button" type="submit">See both</button></form>
${likely(venues)}`, errors.length > 0 ? 422 : 200);
}

async function sendBoth(c: Context, visit: CoordinatorVisit, db: Kysely<Database>, both: [StoredVenue, StoredVenue], errors: FieldError[]): Promise<Response> {
  const [first, second] = [await sideOf(db, both[0]), await sideOf(db, both[1])];
  const desk = { title: TITLE, current: "directory", isWide: true, hasErrors: errors.length > 0, back: { href: MERGE, text: "Choose other venues" } } as const;
  return sendDesk(c, visit, desk, html`${errorSummary(errors)}
<h1 class="nhsuk-heading-l">${TITLE}</h1>
${sideBySide(first, second)}
<form method="post" action="${MERGE}?first=${first.slug}&amp;second=${second.slug}" novalidate><input type="hidden" name="token" value="${visit.token}">
${choices({
    kind: "radios", name: "keep", legend: "Which entry do you keep?", hint: "All events move to it. What it does not know is taken from the other one.",
    options: both.map(({ slug, name, postcode }) => ({ value: slug, label: name, hint: postcode })),
  }, { form: new URLSearchParams(), errors })}
<p>You cannot undo this. People who have booked are not told, because the place is the same.</p>
<button class="nhsuk-button nhsuk-button--warning" type="submit" data-prevent-double-click="true">Merge</button></form>`, errors.length > 0 ? 422 : 200);
}

/** Two entries of one place become one. */
export function registerMerging(routes: DeskRoutes, { db }: DeskDependencies): void {
  async function chosen(c: Context): Promise<[StoredVenue, StoredVenue] | undefined> {
    const [first, second] = [await findVenue(db, c.req.query("first") ?? ""), await findVenue(db, c.req.query("second") ?? "")];
    return first && second && first.slug !== second.slug ? [first, second] : undefined;
  }

  routes.get("coordinator", MERGE, async (c, visit) => {
    const both = await chosen(c);
    if (both) return sendBoth(c, visit, db, both, []);
    const errors = c.req.query("second") === undefined ? [] : [{ field: "second", message: "Choose two venues that are not the same entry" }];
    return sendChoice(c, visit, db, errors);
  });

  routes.post("coordinator", MERGE, async (c, visit, form) => {
    const both = await chosen(c);
    if (!both) return sendNotFound(c, visit);
    const keep = both.find(({ slug }) => slug === form.get("keep"));
    if (!keep) return sendBoth(c, visit, db, both, [{ field: "keep", message: "Choose which entry you keep" }]);
    const other = both.find(({ slug }) => slug !== keep.slug)!;
    return (await mergeVenues(db, keep.slug, other.slug)) ? routes.finish(c, VENUES, "Venues merged") : sendNotFound(c, visit);
  });
}
