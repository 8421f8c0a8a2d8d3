import { html } from "hono/html";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { dateTimeRange, longDate } from "../../wording/dates.ts";
import { sendTitled } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import { listDrafts, type EventDraft } from "./event-drafts.ts";
import { ASK_AFTER_DAYS, confirmEvents, countStale } from "./still-right.ts";

const PAGE = 50;
const DAY_MS = 86_400_000;

export const LIST_KINDS = ["to-come", "over"] as const;
type ListKind = (typeof LIST_KINDS)[number];

function readEvents(db: Kysely<Database>, { organisation, kind, page, now }: { organisation: string; kind: ListKind; page: number; now: number }) {
  return db.selectFrom("event")
    .select(["id", "slug", "title", "starts_at", "ends_at", "status", "capacity", "places_taken", "waiting_count", "last_confirmed", "series", "booking_route"])
    .where("organisation", "=", organisation)
    .where("ends_at", kind === "over" ? "<=" : ">", new Date(now))
    .orderBy("starts_at", kind === "over" ? "desc" : "asc").orderBy("id")
    .limit(PAGE + 1).offset((page - 1) * PAGE).execute();
}

type Row = Awaited<ReturnType<typeof readEvents>>[number];

const STATUS = { draft: ["grey", "Draft"], "awaiting-moderation": ["yellow", "With your alliance"], published: ["green", "Published"], cancelled: ["red", "Cancelled"], postponed: ["yellow", "New date"] } as const;

function placesCell({ booking_route, capacity, places_taken, waiting_count }: Row): string {
  if (booking_route !== "here") return capacity === null ? "No limit" : `${capacity} places`;
  const taken = capacity === null ? `${places_taken} taken, no limit` : `${places_taken} of ${capacity} taken`;
  return waiting_count > 0 ? `${taken}, ${waiting_count} waiting` : taken;
}

function confirmedCell({ last_confirmed, status }: Row, now: number): Html {
  if (status === "cancelled") return html``;
  if (last_confirmed === null) return html`<strong class="nhsuk-tag nhsuk-tag--orange">Never</strong>`;
  const at = Date.parse(last_confirmed);
  return now - at > ASK_AFTER_DAYS * DAY_MS ? html`<strong class="nhsuk-tag nhsuk-tag--orange">${longDate(at)}</strong>` : html`${longDate(at)}`;
}

const unseen = (words: string) => html`<span class="nhsuk-u-visually-hidden"> ${words}</span>`;

function actions({ id, title, status, booking_route, starts_at }: Row, kind: ListKind): Html {
  const named = unseen(`${title}, ${longDate(starts_at.getTime())}`);
  const open = kind === "to-come" && status !== "cancelled";
  return html`<ul class="nhsuk-list hwbe-row-actions">
${open && html`<li><a href="/desk/events/${id}">Change${named}</a></li>`}
<li><a href="/desk/events/${id}/copy">Copy${named}</a></li>
${booking_route === "here" && html`<li><a href="/desk/events/${id}/people">People${named}</a></li>`}
${open && html`<li><a href="/desk/events/${id}/call-off">Cancel or move${named}</a></li>`}
</ul>`;
}

function cell(name: string, content: Html | string): Html {
  return html`<td class="nhsuk-table__cell" role="cell"><span class="nhsuk-table-responsive__heading" aria-hidden="true">${name} </span>${content}</td>`;
}

const HEADINGS = ["Event", "When", "Places", "Last confirmed", "Actions"];

function table(rows: readonly Row[], kind: ListKind, now: number): Html {
  return html`<table class="nhsuk-table-responsive" role="table"><caption class="nhsuk-u-visually-hidden">Your events</caption>
<thead class="nhsuk-table__head" role="rowgroup"><tr role="row">${HEADINGS.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody class="nhsuk-table__body" role="rowgroup">${rows.map((row) => {
    const [colour, words] = STATUS[row.status];
    const isPublic = row.status !== "draft" && row.status !== "awaiting-moderation";
    return html`<tr class="nhsuk-table__row" role="row">
${cell("Event", html`${isPublic ? html`<a href="/events/${row.slug}">${row.title}</a>` : row.title}<br><strong class="nhsuk-tag nhsuk-tag--${colour}">${words}</strong>`)}
${cell("When", dateTimeRange(row.starts_at.getTime(), row.ends_at.getTime()))}
${cell("Places", placesCell(row))}
${cell("Last confirmed", confirmedCell(row, now))}
${cell("Actions", actions(row, kind))}</tr>`;
  })}</tbody></table>`;
}

function draftsSection(drafts: readonly EventDraft[], token: string): OptionalHtml {
  if (drafts.length === 0) return undefined;
  return html`<section aria-labelledby="drafts"><h2 id="drafts" class="nhsuk-heading-m">Drafts</h2><ul class="nhsuk-list hwbe-drafts">
${drafts.map(({ id, title, updated_at }) => html`<li><a href="/desk/events/drafts/${id}">${title}</a>, saved on ${longDate(updated_at.getTime())}
<form method="post" action="/desk/events/drafts/${id}/delete"><input type="hidden" name="token" value="${token}"><button class="hwbe-link-button" type="submit">Delete${unseen(title)}</button></form></li>`)}
</ul></section>`;
}

function staleNotice(count: number, token: string): OptionalHtml {
  if (count === 0) return undefined;
  return html`<div class="nhsuk-inset-text"><p>${count === 1 ? "1 event to come was" : `${count} events to come were`} not confirmed for more than ${ASK_AFTER_DAYS} days.</p>
<form method="post" action="/desk/events/still-right"><input type="hidden" name="token" value="${token}">
<button class="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="submit">All my events are still right</button></form></div>`;
}

function pages({ kind, page, hasMore }: { kind: ListKind; page: number; hasMore: boolean }): OptionalHtml {
  if (page === 1 && !hasMore) return undefined;
  const link = (to: number, words: string) => html`<li><a href="/desk/events?show=${kind}&amp;page=${to}">${words}</a></li>`;
  return html`<nav aria-label="Pages"><ul class="nhsuk-list hwbe-row-actions">${page > 1 && link(page - 1, "Earlier page")}${hasMore && link(page + 1, "Next page")}</ul></nav>`;
}

/** An organisation's own events, and what is to be done about them. */
export function registerEventList(routes: DeskRoutes, { db, now }: DeskDependencies): void {
  routes.get("organiser", "/desk/events", async (c, visit) => {
    const { organisation, token } = visit;
    const kind = LIST_KINDS.find((one) => one === c.req.query("show")) ?? "to-come";
    const page = Math.min(1_000, Math.max(1, Math.trunc(Number(c.req.query("page"))) || 1));
    const rows = await readEvents(db, { organisation, kind, page, now: now() });
    const tab = (key: ListKind, words: string) => html`<li><a href="/desk/events?show=${key}"${key === kind && html` aria-current="page"`}>${words}</a></li>`;
    return sendTitled(c, visit, { title: "Your events", current: "events", isWide: true }, html`
<p><a class="nhsuk-button" href="/desk/events/new">Publish an event</a></p>
${draftsSection(await listDrafts(db, organisation), token)}
${staleNotice(await countStale(db, { organisation, now: now() }), token)}
<ul class="nhsuk-list hwbe-row-actions">${tab("to-come", "To come")}${tab("over", "Over")}</ul>
${rows.length > 0 ? table(rows.slice(0, PAGE), kind, now()) : html`<p>${kind === "over" ? "No event is over yet." : "You have no events to come. Publish one: it takes a few minutes."}</p>`}
${pages({ kind, page, hasMore: rows.length > PAGE })}`);
  });

  routes.post("organiser", "/desk/events/still-right", async (c, { organisation }) => {
    const count = await confirmEvents(db, { organisation, ids: "all", now: now() });
    return routes.finish(c, "/desk/events", count === 1 ? "1 event confirmed" : `${count} events confirmed`);
  });
}
