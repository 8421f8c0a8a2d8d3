import type { Context } from "hono";
import { html } from "hono/html";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { FieldError } from "../../pages/fields/filled.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { readReference } from "../../referrals/reference.ts";
import { listForOrganiser } from "../../referrals/list-for-organiser.ts";
import { readRegister } from "../../referrals/register.ts";
import { sendNotFound, sendTitled } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import type { OrganiserVisit } from "../visit.ts";
import { carryOut } from "./decisions.ts";
import { findPeopleEvent, hasEnded, hasStarted, placesLine, readPartTitles, whenOf, type PeopleEvent } from "./event-for-people.ts";
import { pageLinks, pageOf } from "./page-links.ts";
import { closedList, isTickable, registerTables, SHOWN_STATES, type RegisterView } from "./register-tables.ts";

const PAGE = 100;
const MOST_CLOSED = 500;
const TOGETHER = ["confirm", "attended", "did-not-attend"] as const;
type Together = (typeof TOGETHER)[number];

const pathOf = ({ id }: PeopleEvent) => `/desk/events/${id}/people`;

/** A button that closes booking or opens it again. */
function bookingForm(event: PeopleEvent, token: string, isOver: boolean): OptionalHtml {
  if (isOver || event.status === "cancelled") return undefined;
  const [to, words] = event.booking_closed ? ["open", "Open booking again"] : ["closed", "Close booking"];
  return html`<form method="post" action="${pathOf(event)}/booking"><input type="hidden" name="token" value="${token}"><input type="hidden" name="booking" value="${to}">
<p>${event.booking_closed ? "Booking is closed: nobody new can ask for a place." : "Booking is open."} Those who wait get places that become free.</p>
<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">${words}</button></form>`;
}

function ways(event: PeopleEvent, hasAny: boolean): OptionalHtml {
  if (!hasAny) return undefined;
  return html`<ul class="nhsuk-list hwbe-row-actions">
<li><a href="${pathOf(event)}/message">Write to everyone</a></li>
<li><a href="${pathOf(event)}/print">Register to print</a></li>
<li><a href="${pathOf(event)}/people.csv" download>Download for a spreadsheet (CSV)</a></li></ul>`;
}

const button = (value: Together, words: string, style = "") => html`<button class="nhsuk-button${style}" type="submit" name="do" value="${value}">${words}</button>`;

function peopleForm(register: RegisterView, token: string, errors: readonly FieldError[]): Html {
  const { entries, hasStarted: started } = register;
  const tickable = entries.filter((entry) => isTickable(entry, started));
  if (tickable.length === 0) return html`<div class="hwbe-people">${registerTables(register)}</div>`;
  const canConfirm = tickable.some(({ view }) => view.state === "received");
  return html`<form method="post" class="hwbe-people" id="people" tabindex="-1"><input type="hidden" name="token" value="${token}">
${errors.map(({ message }) => html`<p class="nhsuk-error-message"><span class="nhsuk-u-visually-hidden">Error: </span>${message}</p>`)}
${registerTables(register)}
<div class="nhsuk-button-group" role="group" aria-label="For those you ticked">
${canConfirm && button("confirm", "Confirm those ticked")}
${started && html`${button("attended", "Those ticked came", canConfirm ? " nhsuk-button--secondary" : "")}${button("did-not-attend", "Those ticked did not come", " nhsuk-button--secondary")}`}
</div></form>`;
}

const DONE: Record<Together, string> = { confirm: "confirmed", attended: "noted as having come", "did-not-attend": "noted as not having come" };

function doneWords(kind: Together, done: number, undone: number): string {
  const others = undone === 0 ? "" : ` ${undone === 1 ? "1 was" : `${undone} were`} not changed: open them to see why.`;
  return `${done === 1 ? "1 person" : `${done} people`} ${DONE[kind]}.${others}`;
}

/** The people of one event: who asks, who comes, who waits. Each name that is shown stands in the audit. */
export function registerRegisterPage(routes: DeskRoutes, desk: DeskDependencies): void {
  const { db, referrals, now } = desk;
  const eventOf = (c: Context, { organisation }: OrganiserVisit) => findPeopleEvent(db, organisation, c.req.param("id") ?? "");

  async function show(c: Context, visit: OrganiserVisit, event: PeopleEvent, problem?: { errors: readonly FieldError[]; ticked: readonly string[] }): Promise<Response> {
    const { organisation, token, staff } = visit;
    const page = pageOf(c);
    const actor = `staff:${staff.id}` as const;
    const found = await readRegister(referrals, { organisation, event: event.id, states: SHOWN_STATES, actor, action: "list", limit: PAGE, offset: (page - 1) * PAGE });
    const closed = await listForOrganiser(referrals, { organisation, event: event.id, states: ["declined", "cancelled"], limit: MOST_CLOSED });
    const register = { entries: found, parts: await readPartTitles(db, event.id), hasStarted: hasStarted(event, now()), ticked: problem?.ticked ?? [] };
    const errors = problem?.errors ?? [];
    const options = { title: "People", current: "people", isWide: true, back: { href: "/desk/referrals", text: "Referrals" }, hasErrors: errors.length > 0 } as const;
    return sendTitled(c, visit, options, html`${errorSummary(errors)}
<p class="nhsuk-body-l"><a href="/events/${event.slug}">${event.title}</a><br>${whenOf(event)}</p>
<p>${placesLine(event)}.${event.status === "cancelled" && html` <strong class="nhsuk-tag nhsuk-tag--red">Cancelled</strong>`}</p>
${bookingForm(event, token, hasEnded(event, now()))}
${ways(event, found.length > 0)}
${found.length === 0 ? html`<p>Nobody is on the register.</p>` : peopleForm(register, token, errors)}
${pageLinks({ path: `${pathOf(event)}?`, page, hasMore: found.length === PAGE })}
${closedList(closed)}`, errors.length > 0 ? 422 : 200);
  }

  routes.get("people", "/desk/events/:id/people", async (c, visit) => {
    const event = await eventOf(c, visit);
    return event ? show(c, visit, event) : sendNotFound(c, visit);
  });

  routes.post("people", "/desk/events/:id/people", async (c, visit, form) => {
    const event = await eventOf(c, visit);
    if (!event) return sendNotFound(c, visit);
    const ticked = [...new Set(form.getAll("referral").flatMap((typed) => readReference(typed) ?? []))].slice(0, PAGE);
    const kind = TOGETHER.find((one) => one === form.get("do"));
    const refuse = (message: string) => show(c, visit, event, { errors: [{ field: "people", message }], ticked });
    if (kind === undefined || ticked.length === 0) return refuse("Tick at least one person");
    if (kind !== "confirm" && !hasStarted(event, now())) return refuse("The event has not started yet");
    if (kind === "confirm" && hasEnded(event, now())) return refuse("The event is over");
    let done = 0;
    for (const reference of ticked) {
      const outcome = await carryOut(referrals, { organisation: visit.organisation, reference, staff: visit.staff.id, event: event.id }, { kind });
      if (outcome?.done) done++;
    }
    return routes.finish(c, pathOf(event), doneWords(kind, done, ticked.length - done));
  });

  routes.post("people", "/desk/events/:id/people/booking", async (c, visit, form) => {
    const event = await eventOf(c, visit);
    if (!event) return sendNotFound(c, visit);
    const isClosed = form.get("booking") === "closed";
    await db.updateTable("event").set({ booking_closed: isClosed }).where("id", "=", event.id).where("organisation", "=", visit.organisation).execute();
    return routes.finish(c, pathOf(event), isClosed ? "Booking is closed" : "Booking is open again");
  });
}
