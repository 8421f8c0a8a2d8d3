import { html } from "hono/html";
import type { Context, Hono } from "hono";
import { isThisMachine } from "../http/this-machine.ts";
import { layout } from "../pages/layout.ts";
import type { Html } from "../pages/markup.ts";
import { longDate, time } from "../wording/dates.ts";
import type { Outbox, OutboxMail } from "./outbox.ts";

const HEADERS = { "cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex" };
function page(c: Context, title: string, main: Html, status: 200 | 404 = 200): Response | Promise<Response> {
  return c.html(layout({ title, description: "E-mails of this demonstration." }, main), status, HEADERS);
}

const when = ({ at }: OutboxMail) => `${longDate(at)}, ${time(at)}`;

function listPage(mails: readonly OutboxMail[]): Html {
  return html`<h1 class="nhsuk-heading-l">Outbox</h1>
<p>No mail server is set, so nothing is sent. This page shows what would be. Only this computer can see it.</p>
${mails.length === 0
    ? html`<p>There are no emails yet. <a href="/events">Book a place</a>, and look here again.</p>`
    : html`<table class="nhsuk-table-responsive"><caption class="nhsuk-table__caption">Emails, newest first</caption>
<thead class="nhsuk-table__head"><tr><th scope="col" class="nhsuk-table__header">Subject</th><th scope="col" class="nhsuk-table__header">To</th><th scope="col" class="nhsuk-table__header">When</th></tr></thead>
<tbody class="nhsuk-table__body">${mails.map((mail) => html`<tr class="nhsuk-table__row">
<td class="nhsuk-table__cell"><span class="nhsuk-table-responsive__heading" aria-hidden="true">Subject </span><a href="/outbox/${mail.id}">${mail.subject}</a></td>
<td class="nhsuk-table__cell"><span class="nhsuk-table-responsive__heading" aria-hidden="true">To </span>${mail.to}</td>
<td class="nhsuk-table__cell"><span class="nhsuk-table-responsive__heading" aria-hidden="true">When </span>${when(mail)}</td></tr>`)}</tbody></table>`}`;
}

/** The text of a mail, whose links of ours can be followed. */
function mailText(text: string): Html[] {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}

function mailPage(mail: OutboxMail): Html {
  return html`<a class="nhsuk-back-link" href="/outbox">Outbox</a>
<h1 class="nhsuk-heading-l">${mail.subject}</h1>
<p>To ${mail.to}, ${when(mail)}</p>
<pre class="hwbe-mail">${mailText(mail.text)}</pre>
${mail.calendar && html`<h2>Calendar file</h2><pre class="hwbe-mail">${mail.calendar.content}</pre>`}`;
}

/** Where a demonstration shows its e-mails. They hold links that are somebody's: nobody but this machine gets to see them. */
export function registerOutbox(app: Hono, outbox: Outbox): void {
  app.use("/outbox/*", async (c, next) => (isThisMachine(c) ? next() : c.notFound()));
  app.get("/outbox", (c) => page(c, "Outbox", listPage(outbox.mails())));
  app.get("/outbox/:id", (c) => {
    const mail = outbox.find(c.req.param("id"));
    return mail ? page(c, mail.subject, mailPage(mail)) : page(c, "This email is gone", html`<h1 class="nhsuk-heading-l">This email is gone</h1><p>The outbox keeps the last 200, until the service stops.</p>`, 404);
  });
}
