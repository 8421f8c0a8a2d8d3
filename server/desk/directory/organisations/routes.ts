import { html } from "hono/html";
import type { Context } from "hono";
import type { Filled } from "../../../pages/fields/filled.ts";
import { sendNotFound, sendTitled } from "../../desk-page.ts";
import type { DeskRoutes } from "../../desk-routes.ts";
import type { DeskDependencies } from "../../routes.ts";
import type { CoordinatorVisit } from "../../visit.ts";
import { sendEdit } from "../edit-page.ts";
import { responsiveTable } from "../responsive-table.ts";
import { fillOrganisation, NEW_ORGANISATION, organisationFields, readOrganisation } from "./organisation-form.ts";
import { addOrganisation, changeOrganisation, findOrganisation, listAlliances, listOrganisations } from "./organisation-rows.ts";

const LIST = "/desk/directory/organisations";
const BACK = { href: LIST, text: "Organisations" };
const HEADINGS = ["Organisation", "ODS code", "Events to come", "Published at once", "Team email"];

/** A coordinator keeps the organisations of their own alliance, an administrator all. */
export function registerOrganisations(routes: DeskRoutes, { db, now }: DeskDependencies): void {
  const alliancesFor = ({ alliance }: CoordinatorVisit) => (alliance === undefined ? listAlliances(db) : Promise.resolve([]));

  async function sendForm(c: Context, visit: CoordinatorVisit, title: string, filled: Filled): Promise<Response> {
    const more = html`<p><a href="/desk/team">Invite people to the desk</a></p>`;
    return sendEdit(c, visit, { title, back: BACK, filled, fields: organisationFields(await alliancesFor(visit), filled), more });
  }

  routes.get("coordinator", LIST, async (c, visit) => {
    const rows = await listOrganisations(db, visit.alliance, now());
    return sendTitled(c, visit, { title: "Organisations", current: "directory", isWide: true, back: { href: "/desk/directory", text: "Directory" } }, html`
<p><a class="nhsuk-button" href="${LIST}/new">Add an organisation</a></p>
${rows.length === 0 ? html`<p>Your alliance has no organisations yet.</p>` : responsiveTable({
      caption: "Organisations", headings: HEADINGS,
      rows: rows.map(({ slug, name, ods_code, events, trusted, team_email }) => [
        html`<a href="${LIST}/${slug}">${name}</a>`, ods_code ?? "None", String(events ?? 0), trusted ? "Yes" : "No",
        team_email ?? html`<strong class="nhsuk-tag nhsuk-tag--orange">None</strong>`,
      ]),
    })}`);
  });

  routes.get("coordinator", `${LIST}/new`, (c, visit) => sendForm(c, visit, "Add an organisation", { form: NEW_ORGANISATION, errors: [] }));

  routes.post("coordinator", `${LIST}/new`, async (c, visit, form) => {
    const read = readOrganisation(form, await alliancesFor(visit), visit.alliance);
    const written = "errors" in read ? read : await addOrganisation(db, read.value);
    if ("errors" in written) return sendForm(c, visit, "Add an organisation", { form, errors: written.errors });
    return routes.finish(c, LIST, "Organisation added");
  });

  routes.get("coordinator", `${LIST}/:slug`, async (c, visit) => {
    const organisation = await findOrganisation(db, visit.alliance, c.req.param("slug") ?? "");
    return organisation ? sendForm(c, visit, organisation.name, { form: fillOrganisation(organisation), errors: [] }) : sendNotFound(c, visit);
  });

  routes.post("coordinator", `${LIST}/:slug`, async (c, visit, form) => {
    const organisation = await findOrganisation(db, visit.alliance, c.req.param("slug") ?? "");
    if (!organisation) return sendNotFound(c, visit);
    const read = readOrganisation(form, await alliancesFor(visit), visit.alliance);
    const written = "errors" in read ? read : await changeOrganisation(db, organisation.slug, read.value);
    if ("errors" in written) return sendForm(c, visit, organisation.name, { form, errors: written.errors });
    return routes.finish(c, LIST, "Organisation saved");
  });
}
