import { html } from "hono/html";
import type { Context } from "hono";
import type { Filled } from "../../../pages/fields/filled.ts";
import type { Html } from "../../../pages/markup.ts";
import { longDate } from "../../../wording/dates.ts";
import { londonDate } from "../../../wording/london-time.ts";
import { sendNotFound } from "../../desk-page.ts";
import type { DeskRoutes } from "../../desk-routes.ts";
import type { DeskDependencies } from "../../routes.ts";
import type { Visit } from "../../visit.ts";
import { sendEdit } from "../edit-page.ts";
import { registerVenueList, VENUES } from "./list-page.ts";
import { registerMerging } from "./merge-page.ts";
import { fillVenue, NEW_VENUE, readVenue, venueFields } from "./venue-form.ts";
import { addVenue, changeVenue, findVenue, listBoroughs, type StoredVenue } from "./venue-rows.ts";

const BACK = { href: VENUES, text: "Venues" };

function confirmedNote({ last_confirmed }: StoredVenue): Html {
  const when = last_confirmed === null ? "Nobody has said yet that these facts are right." : `Last confirmed on ${longDate(Date.parse(last_confirmed))}.`;
  return html`<p>${when} When you save, you say that they are right today.</p>`;
}

/**
 * Where events are held. Any coordinator keeps any venue, as organisations of all alliances use it. Fixed addresses come before those of
 * one venue.
 */
export function registerVenues(routes: DeskRoutes, desk: DeskDependencies): void {
  const { db, now } = desk;
  registerVenueList(routes, desk);
  registerMerging(routes, desk);

  async function sendForm(c: Context, visit: Visit, filled: Filled, venue?: StoredVenue): Promise<Response> {
    const page = { title: venue?.name ?? "Add a venue", back: BACK, filled, fields: venueFields(await listBoroughs(db), filled) };
    if (!venue) return sendEdit(c, visit, page);
    const more = html`<p><a href="${VENUES}/merge?first=${venue.slug}">This place is in the list twice</a></p>`;
    return sendEdit(c, visit, { ...page, intro: confirmedNote(venue), more });
  }

  routes.get("coordinator", `${VENUES}/new`, (c, visit) => sendForm(c, visit, { form: NEW_VENUE, errors: [] }));

  routes.post("coordinator", `${VENUES}/new`, async (c, visit, form) => {
    const read = readVenue(form, await listBoroughs(db));
    const written = "errors" in read ? read : await addVenue(db, read.value, londonDate(now()));
    if ("errors" in written) return sendForm(c, visit, { form, errors: written.errors });
    return routes.finish(c, VENUES, "Venue added");
  });

  routes.get("coordinator", `${VENUES}/:slug`, async (c, visit) => {
    const venue = await findVenue(db, c.req.param("slug") ?? "");
    return venue ? sendForm(c, visit, { form: fillVenue(venue), errors: [] }, venue) : sendNotFound(c, visit);
  });

  routes.post("coordinator", `${VENUES}/:slug`, async (c, visit, form) => {
    const venue = await findVenue(db, c.req.param("slug") ?? "");
    if (!venue) return sendNotFound(c, visit);
    const read = readVenue(form, await listBoroughs(db));
    const written = "errors" in read ? read : await changeVenue(db, venue, read.value, londonDate(now()));
    if ("errors" in written) return sendForm(c, visit, { form, errors: written.errors }, venue);
    return routes.finish(c, VENUES, "Venue saved");
  });
}
