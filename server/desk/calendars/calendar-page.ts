import { html } from "hono/html";
import type { Context } from "hono";
import { findCalendar, setFollowing, setMapping, type Calendar } from "../../calendars/calendar-rows.ts";
import { mapWith, readKept, updateCalendar } from "../../calendars/follow-calendar.ts";
import type { Mapping } from "../../calendars/mapping.ts";
import { readLookup } from "../../imports/read-lookup.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { sendDesk, sendNotFound } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import { readEventChoices } from "../events/form/choices.ts";
import type { DeskDependencies } from "../routes.ts";
import type { OrganiserVisit } from "../visit.ts";
import { lastResult, nameOf, stateTag } from "./calendar-state.ts";
import { broughtTable, missingList, problemList } from "./calendar-tables.ts";
import { mappingFields } from "./mapping-fields.ts";
import { fillMapping, readMappingForm } from "./mapping-form.ts";

const FETCH_AGAIN_MS = 60_000;

function stepForm({ id }: Calendar, { token }: OrganiserVisit, { step, text, isMain = false }: { step: string; text: string; isMain?: boolean }): Html {
  return html`<form method="post" action="/desk/calendars/${id}/${step}"><input type="hidden" name="token" value="${token}">
<button class="nhsuk-button${!isMain && " nhsuk-button--secondary"}" type="submit" data-prevent-double-click="true">${text}</button></form>`;
}

function steps(calendar: Calendar, visit: OrganiserVisit): Html {
  if (!calendar.isFollowed) return html`${calendar.mapping && stepForm(calendar, visit, { step: "follow", text: "Publish these events, and follow the calendar", isMain: true })}`;
  return html`<div class="hwbe-steps">${stepForm(calendar, visit, { step: "fetch", text: "Fetch now" })}${stepForm(calendar, visit, { step: "stop", text: "Stop following" })}</div>`;
}

function mappingForm(visit: OrganiserVisit, fields: Html, { mapping }: Calendar, isOpen: boolean): Html {
  const form = html`<form method="post" novalidate><input type="hidden" name="token" value="${visit.token}">
${fields}
<button class="nhsuk-button" type="submit">${mapping ? "Save" : "Show what it brings"}</button></form>`;
  if (isOpen) return html`<h2 class="nhsuk-heading-m">What calendars do not tell</h2><p>Say it once for all events of this calendar. You can change each event later: your changes stay.</p>${form}`;
  return html`<details class="nhsuk-details nhsuk-expander"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Change what all its events have in common</span></summary><div class="nhsuk-details__text">${form}</div></details>`;
}

export function registerCalendarPage(routes: DeskRoutes, { db, now, fetchCalendar }: DeskDependencies): void {
  const find = (c: Context, { organisation }: OrganiserVisit) => findCalendar(db, organisation, c.req.param("id") ?? "");

  async function broughtBy(calendar: Calendar, mapping: Mapping): Promise<OptionalHtml> {
    const read = await readKept(calendar, now());
    if (!read) return undefined;
    const mapped = await mapWith(db, read, calendar, mapping);
    return html`<h2 class="nhsuk-heading-m">${calendar.isFollowed ? "What it brings" : "What it would bring"} in the next 12 months</h2>
${broughtTable(mapped, await readLookup(db))}
${problemList(mapped.problems)}`;
  }

  async function sendCalendar(c: Context, visit: OrganiserVisit, calendar: Calendar, filled: Filled): Promise<Response> {
    const hasErrors = filled.errors.length > 0;
    const { mapping, result } = calendar;
    const fields = mappingFields(await readEventChoices(db, visit.organisation), filled);
    const page = { title: `Calendar at ${nameOf(calendar)}`, current: "import", hasErrors, back: { href: "/desk/calendars", text: "Calendars" } } as const;
    return sendDesk(c, visit, page, html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l">${page.title}</h1>
<p>${stateTag(calendar)}</p>
<p>${lastResult(calendar)}</p>
${result && calendar.isFollowed && missingList(result)}
${mapping && !hasErrors && steps(calendar, visit)}
${mapping && !hasErrors && (await broughtBy(calendar, mapping))}
${mappingForm(visit, fields, calendar, hasErrors || !mapping)}`, hasErrors ? 422 : 200);
  }

  routes.get("organiser", "/desk/calendars/:id", async (c, visit) => {
    const calendar = await find(c, visit);
    return calendar ? sendCalendar(c, visit, calendar, { form: fillMapping(calendar.mapping), errors: [] }) : sendNotFound(c, visit);
  });

  routes.post("organiser", "/desk/calendars/:id", async (c, visit, form) => {
    const calendar = await find(c, visit);
    if (!calendar) return sendNotFound(c, visit);
    const read = readMappingForm(form, await readEventChoices(db, visit.organisation));
    if ("errors" in read) return sendCalendar(c, visit, calendar, { form, errors: read.errors });
    await setMapping(db, calendar.id, read.value);
    if (calendar.isFollowed) await update(calendar);
    return c.redirect(`/desk/calendars/${calendar.id}`, 303);
  });

  const update = (calendar: Calendar) => updateCalendar({ db, now, fetch: fetchCalendar }, calendar);

  /** A step of a calendar that is theirs, which gives what was done, in words. */
  function registerStep(step: string, run: (calendar: Calendar) => Promise<string>): void {
    routes.post("organiser", `/desk/calendars/:id/${step}`, async (c, visit) => {
      const calendar = await find(c, visit);
      return calendar?.mapping ? routes.finish(c, `/desk/calendars/${calendar.id}`, await run(calendar)) : sendNotFound(c, visit);
    });
  }

  registerStep("follow", async (calendar) => {
    await setFollowing(db, calendar.id, true);
    return (await update(calendar)) ? "Calendar followed: we look at it every hour" : "Calendar followed: it cannot be read now, we try again every hour";
  });

  registerStep("stop", async ({ id }) => {
    await setFollowing(db, id, false);
    return "Calendar no longer followed: its events stay as they are";
  });

  registerStep("fetch", async (calendar) => {
    if (calendar.fetchedAt !== null && now() - calendar.fetchedAt < FETCH_AGAIN_MS) return "We looked a moment ago: try again in a minute";
    return (await update(calendar)) ? "Calendar fetched" : "The calendar cannot be read now";
  });
}
