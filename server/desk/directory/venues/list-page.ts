import { html } from "hono/html";
import { textField } from "../../../pages/fields/text-field.ts";
import type { Html, OptionalHtml } from "../../../pages/markup.ts";
import { longDate } from "../../../wording/dates.ts";
import { londonDate } from "../../../wording/london-time.ts";
import { sendNotFound, sendTitled } from "../../desk-page.ts";
import type { DeskRoutes } from "../../desk-routes.ts";
import type { DeskDependencies } from "../../routes.ts";
import type { Visit } from "../../visit.ts";
import { stepForm } from "../edit-page.ts";
import { responsiveTable } from "../responsive-table.ts";
import { confirmVenue, listVenues, VENUES_A_PAGE, type VenueQuery } from "./venue-rows.ts";

export const VENUES = "/desk/directory/venues";
/** Prices and building works change within a year. */
const STALE_DAYS = 180;
const DAY_MS = 86_400_000;

type Asked = Omit<VenueQuery, "now">;

function readAsked(params: URLSearchParams): Asked {
  return {
    q: (params.get("q") ?? "").trim().slice(0, 100).replaceAll("\u0000", "").toWellFormed(),
    order: params.get("order") === "oldest" ? "oldest" : "name",
    page: Math.min(1_000, Math.max(1, Math.trunc(Number(params.get("page"))) || 1)),
  };
}

function queryOf({ q, order, page }: Asked): string {
  return `?${new URLSearchParams({ ...(q && { q }), order, page: String(page) })}`;
}

function searchForm({ q, order }: Asked): Html {
  return html`<form method="get" action="${VENUES}" class="hwbe-desk-search"><input type="hidden" name="order" value="${order}">
${textField({ name: "q", label: "Find a venue", hint: "Part of its name, address or postcode", autocomplete: "off" }, { form: new URLSearchParams({ q }), errors: [] })}
<button class="nhsuk-button nhsuk-button--secondary" type="submit">Find</button></form>`;
}

function confirmedCell(lastConfirmed: string | null, now: number): Html {
  if (lastConfirmed === null) return html`<strong class="nhsuk-tag nhsuk-tag--orange">Never</strong>`;
  const at = Date.parse(lastConfirmed);
  return now - at > STALE_DAYS * DAY_MS ? html`<strong class="nhsuk-tag nhsuk-tag--orange">${longDate(at)}</strong>` : html`${longDate(at)}`;
}

function venueTable(rows: Awaited<ReturnType<typeof listVenues>>, visit: Visit, asked: Asked, now: number): Html {
  return responsiveTable({
    caption: "Venues", headings: ["Venue", "Borough", "Events to come", "Last confirmed", "Still right?"],
    rows: rows.map(({ slug, name, address, postcode, borough, events, last_confirmed }) => [
      html`<a href="${VENUES}/${slug}">${name}</a><br>${address}, ${postcode}`, borough ?? "Not known", String(events ?? 0),
      confirmedCell(last_confirmed, now),
      stepForm(visit, { action: `${VENUES}/${slug}/still-right${queryOf(asked)}`, text: "Still right", about: name }),
    ]),
  });
}

function pages(asked: Asked, hasMore: boolean): OptionalHtml {
  if (asked.page === 1 && !hasMore) return undefined;
  const link = (page: number, words: string) => html`<li><a href="${VENUES}${queryOf({ ...asked, page })}">${words}</a></li>`;
  const [before, next] = [asked.page > 1 && link(asked.page - 1, "Page before"), hasMore && link(asked.page + 1, "Next page")];
  return html`<nav aria-label="Pages"><ul class="nhsuk-list hwbe-row-actions">${before}${next}</ul></nav>`;
}

/** All venues, when somebody last said that each is right, and one button to say it again. */
export function registerVenueList(routes: DeskRoutes, { db, now }: DeskDependencies): void {
  routes.get("coordinator", VENUES, async (c, visit) => {
    const asked = readAsked(new URL(c.req.url).searchParams);
    const rows = await listVenues(db, { ...asked, now: now() });
    const order = (key: Asked["order"], words: string) => {
      const current = key === asked.order && html` aria-current="page"`;
      return html`<li><a href="${VENUES}${queryOf({ ...asked, order: key, page: 1 })}"${current}>${words}</a></li>`;
    };
    return sendTitled(c, visit, { title: "Venues", current: "directory", isWide: true, back: { href: "/desk/directory", text: "Directory" } }, html`
<div class="nhsuk-button-group"><a class="nhsuk-button" href="${VENUES}/new">Add a venue</a>
<a class="nhsuk-button nhsuk-button--secondary" href="${VENUES}/merge">Merge what is there twice</a></div>
${searchForm(asked)}
<ul class="nhsuk-list hwbe-row-actions">${order("name", "By name")}${order("oldest", "Longest not confirmed first")}</ul>
${rows.length > 0 ? venueTable(rows.slice(0, VENUES_A_PAGE), visit, asked, now()) : html`<p>No venue was found. Try fewer letters.</p>`}
${pages(asked, rows.length > VENUES_A_PAGE)}`);
  });

  routes.post("coordinator", `${VENUES}/:slug/still-right`, async (c, visit) => {
    const isThere = await confirmVenue(db, c.req.param("slug") ?? "", londonDate(now()));
    if (!isThere) return sendNotFound(c, visit);
    return routes.finish(c, `${VENUES}${queryOf(readAsked(new URL(c.req.url).searchParams))}`, "Venue confirmed");
  });
}
