import { html } from "hono/html";
import type { Context, Hono } from "hono";
import { readStillRightToken } from "../../notifications/still-right-link.ts";
import { notFoundPage } from "../../pages/error-pages.ts";
import { layout } from "../../pages/layout.ts";
import type { Html } from "../../pages/markup.ts";
import { dateTimeRange } from "../../wording/dates.ts";
import type { DeskDependencies } from "../routes.ts";
import { confirmEvents } from "./still-right.ts";

const TITLE = "Are your events still right?";

async function send(c: Context, title: string, content: Html): Promise<Response> {
  return c.html(layout({ title, description: TITLE }, html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">${title}</h1>
${content}</div></div>`));
}

/**
 * What the e-mail to an organiser leads to: all their events, and one button. Whoever holds the link may press it; it shows nothing
 * that is not public.
 */
export function registerStillRight(app: Hono, { db, referrals, now }: DeskDependencies): void {
  const organisationOf = (c: Context) => readStillRightToken(referrals.ring, c.req.param("token") ?? "", now());

  app.get("/desk/still-right/:token", async (c) => {
    const organisation = organisationOf(c);
    if (organisation === undefined) return notFoundPage(c);
    const events = await db.selectFrom("event").select(["slug", "title", "starts_at", "ends_at"]).where("organisation", "=", organisation)
      .where("status", "in", ["published", "postponed"]).where("ends_at", ">", new Date(now())).orderBy("starts_at").limit(200).execute();
    if (events.length === 0) return send(c, TITLE, html`<p>You have no events to come.</p>`);
    return send(c, TITLE, html`<p>Look at the time, the place and the contact of each event.</p>
<ul>${events.map(({ slug, title, starts_at, ends_at }) => html`<li><a href="/events/${slug}">${title}</a>, ${dateTimeRange(starts_at.getTime(), ends_at.getTime())}</li>`)}</ul>
<form method="post"><button class="nhsuk-button" type="submit">Yes, all of these are right</button></form>
<p>Is something wrong? <a href="/desk/events">Sign in and change it</a>.</p>`);
  });

  app.post("/desk/still-right/:token", async (c) => {
    const organisation = organisationOf(c);
    if (organisation === undefined) return notFoundPage(c);
    await confirmEvents(db, { organisation, ids: "all", now: now() });
    return send(c, "Thank you", html`<p>People now see that you checked your events today.</p><p><a href="/desk">Go to your desk</a></p>`);
  });
}
