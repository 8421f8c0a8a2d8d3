import { html } from "hono/html";
import type { Context } from "hono";
import { readCalendarAddress } from "../../calendars/calendar-address.ts";
import { addCalendar, findCalendar, listCalendars, MOST_CALENDARS, type Calendar } from "../../calendars/calendar-rows.ts";
import { updateCalendar } from "../../calendars/follow-calendar.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { textField } from "../../pages/fields/text-field.ts";
import type { Html } from "../../pages/markup.ts";
import { sendDesk } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import { responsiveTable } from "../directory/responsive-table.ts";
import type { DeskDependencies } from "../routes.ts";
import type { OrganiserVisit } from "../visit.ts";
import { lastResult, nameOf, stateTag } from "./calendar-state.ts";

const FIELD = "address";

function calendarTable(calendars: readonly Calendar[]): Html {
  if (calendars.length === 0) return html``;
  const rows = calendars.map((calendar) => [
    html`<a href="/desk/calendars/${calendar.id}">${nameOf(calendar)}<span class="nhsuk-u-visually-hidden">, ${calendars.indexOf(calendar) + 1}</span></a>`, stateTag(calendar), lastResult(calendar),
  ]);
  return html`${responsiveTable({ caption: "Your calendars", headings: ["Calendar", "State", "Last time"], rows })}`;
}

function sendList(c: Context, visit: OrganiserVisit, calendars: readonly Calendar[], filled: Filled): Promise<Response> {
  const hasErrors = filled.errors.length > 0;
  return sendDesk(c, visit, { title: "Calendars", current: "import", hasErrors, back: { href: "/desk/import", text: "Bring events in" } }, html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l">Calendars</h1>
${calendarTable(calendars)}
<h2 class="nhsuk-heading-m">Add a calendar</h2>
<p>Use a calendar that has these events alone. You see what it brings before anything is published.</p>
<form method="post" novalidate><input type="hidden" name="token" value="${visit.token}">
${textField({ name: FIELD, label: "Address of the calendar", hint: "It starts with https:// or webcal://, and often ends in .ics. Your calendar calls it iCal, ICS or subscribe.", autocomplete: "off" }, filled)}
<button class="nhsuk-button" type="submit" data-prevent-double-click="true">Look at the calendar</button>
</form>`, hasErrors ? 422 : 200);
}

export function registerCalendarList(routes: DeskRoutes, { db, now, fetchCalendar }: DeskDependencies): void {
  routes.get("organiser", "/desk/calendars", async (c, visit) =>
    sendList(c, visit, await listCalendars(db, visit.organisation), { form: new URLSearchParams(), errors: [] }));

  /** Gives the id of a calendar that could be read, or why it could not: then it is not kept. */
  async function addRead(organisation: string, address: string): Promise<{ id: string } | { failure: string }> {
    const id = await addCalendar(db, { organisation, address });
    const added = await findCalendar(db, organisation, id);
    if (!added || added.body) return { id };
    await updateCalendar({ db, now, fetch: fetchCalendar }, added);
    const { failure = null } = (await findCalendar(db, organisation, id)) ?? {};
    if (failure === null) return { id };
    await db.deleteFrom("calendar").where("id", "=", id).where("body", "is", null).execute();
    return { failure };
  }

  routes.post("organiser", "/desk/calendars", async (c, visit, form) => {
    const { organisation } = visit;
    const calendars = await listCalendars(db, organisation);
    const refuse = (message: string) => sendList(c, visit, calendars, { form, errors: [{ field: FIELD, message }] });
    const read = readCalendarAddress(form.get(FIELD) ?? "");
    if ("reason" in read) return refuse(read.reason);
    const address = read.url.href;
    const isKnown = calendars.some((calendar) => calendar.address === address);
    if (!isKnown && calendars.length >= MOST_CALENDARS) return refuse(`You have ${MOST_CALENDARS} calendars already: that is the most`);
    const added = await addRead(organisation, address);
    return "failure" in added ? refuse(added.failure) : c.redirect(`/desk/calendars/${added.id}`, 303);
  });
}
