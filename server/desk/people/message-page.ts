import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { html } from "hono/html";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { textField } from "../../pages/fields/text-field.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { readNotices, writeNotice, NOTICES_A_DAY, type Notice } from "../../referrals/notices.ts";
import { readRegister, type RegisterEntry } from "../../referrals/register.ts";
import { longDate, time } from "../../wording/dates.ts";
import { sendNotFound, sendTitled } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import type { OrganiserVisit } from "../visit.ts";
import { findPeopleEvent, hasEnded, whenOf, type PeopleEvent } from "./event-for-people.ts";
import { contactLink, nameOf } from "./person-words.ts";

const LONGEST = 1_000;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;

/** The message as it will stand, or what is wrong with it. */
function readBody(form: URLSearchParams): { body: string } | { message: string } {
  const body = (form.get("message") ?? "").replaceAll("\r\n", "\n").trim();
  if (body === "") return { message: "Write your message" };
  if (body.length > LONGEST) return { message: `Your message must be ${LONGEST} characters or fewer. It has ${body.length}` };
  return CONTROL.test(body) || !body.isWellFormed() ? { message: "Your message has characters that cannot be shown" } : { body };
}

function toRingSection(toRing: readonly RegisterEntry[]): OptionalHtml {
  if (toRing.length === 0) return undefined;
  return html`<section aria-labelledby="ring"><h2 class="nhsuk-heading-m" id="ring">Please ring these people</h2>
<p>No email reaches them.</p>
<ul>${toRing.map(({ details }) => html`<li class="hwbe-text">${nameOf(details)}${details && html`: ${contactLink(details.contact)}`}</li>`)}</ul></section>`;
}

function sentSection(notices: readonly Notice[]): OptionalHtml {
  if (notices.length === 0) return undefined;
  return html`<section aria-labelledby="sent"><h2 class="nhsuk-heading-m" id="sent">What you have written</h2>
${notices.map(({ body, at }) => html`<div class="nhsuk-inset-text"><p class="nhsuk-u-secondary-text-colour">${time(at)} on ${longDate(at)}</p><p class="hwbe-text hwbe-as-written">${body}</p></div>`)}</section>`;
}

function messageForm(filled: Filled, token: string): Html {
  return html`<p>Everyone with a place, or on the waiting list, can read it behind their own link. Who referred them can read it too.</p>
<p>We email that there is a message. The email does not have your words in it, as other people may see it.</p>
<form method="post" novalidate><input type="hidden" name="token" value="${token}"><input type="hidden" name="id" value="${filled.form.get("id") ?? randomUUID()}">
${textField({ name: "message", label: "Your message", hint: `Up to ${LONGEST} characters. Do not name anyone, and write nothing about anyone’s health.`, rows: 6, autocomplete: "off" }, filled)}
<button class="nhsuk-button" type="submit">Send to everyone</button></form>`;
}

function doneWords(sent: number | undefined): string {
  if (sent === undefined) return "Your message was sent already";
  return `Your message is there to read. ${sent === 1 ? "1 person gets" : `${sent} people get`} an email about it.`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const REFUSED = { "too-many": `You have written ${NOTICES_A_DAY} times in a day. Wait until tomorrow`, over: "The event is over" } as const;

/** An organiser writes to everyone on an event. */
export function registerMessagePage(routes: DeskRoutes, { db, referrals, now }: DeskDependencies): void {
  const eventOf = (c: Context, { organisation }: OrganiserVisit) => findPeopleEvent(db, organisation, c.req.param("id") ?? "");

  async function show(c: Context, visit: OrganiserVisit, event: PeopleEvent, filled: Filled): Promise<Response> {
    const { organisation, staff } = visit;
    const isOver = hasEnded(event, now());
    const toRing = isOver ? [] : await readRegister(referrals, { organisation, event: event.id, states: ["received", "confirmed", "waiting"], actor: `staff:${staff.id}`, action: "list", onlyToRing: true });
    const back = { href: `/desk/events/${event.id}/people`, text: "People" };
    const hasErrors = filled.errors.length > 0;
    return sendTitled(c, visit, { title: "Write to everyone", current: "people", back, hasErrors }, html`${errorSummary(filled.errors)}
<p class="nhsuk-body-l">${event.title}<br>${whenOf(event)}</p>
${isOver ? html`<p>The event is over. You cannot write to everyone any more.</p>` : messageForm(filled, visit.token)}
${toRingSection(toRing)}
${sentSection(await readNotices(referrals, event.id))}`, hasErrors ? 422 : 200);
  }

  routes.get("people", "/desk/events/:id/people/message", async (c, visit) => {
    const event = await eventOf(c, visit);
    return event ? show(c, visit, event, { form: toForm({}), errors: [] }) : sendNotFound(c, visit);
  });

  routes.post("people", "/desk/events/:id/people/message", async (c, visit, form) => {
    const event = await eventOf(c, visit);
    if (!event) return sendNotFound(c, visit);
    const read = readBody(form);
    const refuse = (message: string) => show(c, visit, event, { form, errors: [{ field: "message", message }] });
    if ("message" in read) return refuse(read.message);
    const sentId = form.get("id") ?? "";
    const id = UUID.test(sentId) ? sentId : randomUUID();
    const written = await writeNotice(referrals, { id, organisation: visit.organisation, event: event.id, staff: visit.staff.id, body: read.body });
    if (written === undefined) return sendNotFound(c, visit);
    return typeof written === "string" ? refuse(REFUSED[written]) : routes.finish(c, `/desk/events/${event.id}/people/message`, doneWords(written.sent));
  });
}
