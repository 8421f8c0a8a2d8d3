import { html } from "hono/html";
import type { Context } from "hono";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema.ts";
import { EmailAddress } from "../../contract/referral.ts";
import { sendNotFound, sendTitled } from "../../desk/desk-page.ts";
import type { DeskRoutes } from "../../desk/desk-routes.ts";
import type { Visit } from "../../desk/visit.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { FieldError } from "../../pages/fields/filled.ts";
import { selectField } from "../../pages/fields/select-field.ts";
import { textField } from "../../pages/fields/text-field.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { isWithinLimit } from "../../referrals/visitors/limits.ts";
import type { Accounts } from "../accounts.ts";
import { invite, withdrawInvitation } from "../invitations.ts";
import { roleWords } from "../role-words.ts";
import { mayGive, removeRole, roleOf, rolesOf } from "../roles.ts";
import { resetFactor } from "../second-factor.ts";
import { invitationLetter } from "../staff-letters.ts";
import type { Staff, StaffRole } from "../staff.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Member {
  id: string;
  staff: string;
  name: string;
  role: StaffRole;
  words: string;
}

interface OpenInvitation {
  id: string;
  email: string;
  words: string;
}

async function allianceOf(db: Kysely<Database>, role: StaffRole): Promise<string | null> {
  if (!("organisation" in role)) return null;
  const row = await db.selectFrom("organisation").select("alliance").where("slug", "=", role.organisation).executeTakeFirst();
  return row?.alliance ?? null;
}

const mayRule = async (db: Kysely<Database>, staff: Staff, role: StaffRole) => mayGive(staff, role, await allianceOf(db, role));

/** Those whose role somebody may take away, and invitations that they may take back. */
async function readTeam(db: Kysely<Database>, staff: Staff): Promise<{ members: Member[]; invitations: OpenInvitation[] }> {
  const rows = await db.selectFrom("staff_role").innerJoin("staff", "staff.id", "staff_role.staff")
    .select(["staff_role.id", "staff_role.staff", "staff_role.role", "staff_role.organisation", "staff_role.alliance", "staff.name"]).orderBy("staff.name").execute();
  const members: Member[] = [];
  for (const row of rows) {
    const role = roleOf(row);
    if (role && (await mayRule(db, staff, role))) members.push({ id: row.id, staff: row.staff, name: row.name, role, words: await roleWords(db, role) });
  }
  const open = await db.selectFrom("invitation").selectAll().where("accepted_at", "is", null).where("expires_at", ">", new Date()).orderBy("created_at").execute();
  const invitations: OpenInvitation[] = [];
  for (const row of open) {
    const role = roleOf(row);
    if (role && (await mayRule(db, staff, role))) invitations.push({ id: row.id, email: row.email, words: await roleWords(db, role) });
  }
  return { members, invitations };
}

/** The roles that somebody may give, as `lead uclh`, by name. */
async function rolesToGive(db: Kysely<Database>, { roles }: Staff): Promise<{ value: string; label: string }[]> {
  const isAdministrator = roles.some(({ role }) => role === "administrator");
  const alliances = roles.flatMap((role) => (role.role === "coordinator" ? [role.alliance] : []));
  const led = roles.flatMap((role) => (role.role === "lead" ? [role.organisation] : []));
  const organisations = await db.selectFrom("organisation").select(["slug", "name", "alliance"]).orderBy("name").execute();
  const theirs = organisations.filter(({ slug, alliance }) => isAdministrator || led.includes(slug) || (alliance !== null && alliances.includes(alliance)));
  const known = await db.selectFrom("alliance").select(["slug", "name"]).where("valid_to", "is", null).orderBy("name").execute();
  return [
    ...theirs.flatMap(({ slug, name }) => [{ value: `organiser ${slug}`, label: `Organiser of ${name}` }, { value: `lead ${slug}`, label: `Lead of ${name}` }]),
    ...known.filter(({ slug }) => isAdministrator || alliances.includes(slug)).map(({ slug, name }) => ({ value: `coordinator ${slug}`, label: `Coordinator of ${name}` })),
    ...(isAdministrator ? [{ value: "administrator", label: "Administrator" }] : []),
  ];
}

function readRole(value: string): StaffRole | undefined {
  const [role, of] = value.split(" ");
  if (role === "administrator") return { role };
  if (role === "coordinator" && of) return { role, alliance: of };
  return (role === "organiser" || role === "lead") && of ? { role, organisation: of } : undefined;
}

function button(action: string, token: string, text: string, of: string): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="token" value="${token}"><button class="hwbe-link-button" type="submit">${text}<span class="nhsuk-u-visually-hidden"> ${of}</span></button></form>`;
}

function membersTable(members: readonly Member[], token: string): OptionalHtml {
  if (members.length === 0) return undefined;
  return html`<table class="nhsuk-table-responsive" role="table"><caption class="nhsuk-table__caption">Who is here</caption>
<thead class="nhsuk-table__head" role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Name</th><th scope="col" role="columnheader">Role</th><th scope="col" role="columnheader">Actions</th></tr></thead>
<tbody class="nhsuk-table__body" role="rowgroup">${members.map(({ id, name, words }) => html`<tr class="nhsuk-table__row" role="row">
<td class="nhsuk-table__cell" role="cell"><span class="nhsuk-table-responsive__heading" aria-hidden="true">Name </span>${name}</td>
<td class="nhsuk-table__cell" role="cell"><span class="nhsuk-table-responsive__heading" aria-hidden="true">Role </span>${words}</td>
<td class="nhsuk-table__cell" role="cell"><span class="nhsuk-table-responsive__heading" aria-hidden="true">Actions </span>${button(`/desk/team/${id}/remove`, token, "Remove", `${name}, ${words}`)}
${button(`/desk/team/${id}/reset`, token, "Reset second key", `of ${name}`)}</td></tr>`)}</tbody></table>`;
}

function invitationList(invitations: readonly OpenInvitation[], token: string): OptionalHtml {
  if (invitations.length === 0) return undefined;
  return html`<h2 class="nhsuk-heading-m">Invited</h2><ul class="nhsuk-list hwbe-drafts">
${invitations.map(({ id, email, words }) => html`<li>${email}, ${words} ${button(`/desk/team/invitations/${id}/withdraw`, token, "Take back", email)}</li>`)}</ul>`;
}

/** Who may do what, and inviting others. */
export function registerTeam(routes: DeskRoutes, accounts: Accounts): void {
  const { db, referrals, baseUrl } = accounts.options;

  async function show(c: Context, visit: Visit, form = new URLSearchParams(), errors: readonly FieldError[] = []): Promise<Response> {
    const page = { title: "Team", current: "team", isWide: true, hasErrors: errors.length > 0 } as const;
    const { members, invitations } = await readTeam(db, visit.staff);
    return sendTitled(c, visit, page, html`${errorSummary(errors)}
<section aria-labelledby="invite"><h2 id="invite" class="nhsuk-heading-m">Invite somebody</h2>
<form method="post" action="/desk/team" novalidate><input type="hidden" name="token" value="${visit.token}">
${textField({ name: "email", label: "Work email address", type: "email", autocomplete: "off", width: 30 }, { form, errors })}
${selectField({ name: "role", label: "Role", none: "Choose a role", options: await rolesToGive(db, visit.staff) }, { form, errors })}
<button class="nhsuk-button" type="submit">Send the invitation</button></form></section>
${membersTable(members, visit.token)}
${invitationList(invitations, visit.token)}`, errors.length > 0 ? 422 : 200);
  }

  routes.get("team", "/desk/team", (c, visit) => show(c, visit));

  routes.post("team", "/desk/team", async (c, visit, form) => {
    const email = EmailAddress.safeParse(form.get("email") ?? "");
    const role = readRole(form.get("role") ?? "");
    const errors: FieldError[] = [];
    if (!email.success) errors.push({ field: "email", message: "Enter an email address in the correct format, like name@example.com" });
    if (!role || !(await rolesToGive(db, visit.staff)).some(({ value }) => value === form.get("role"))) errors.push({ field: "role", message: "Choose a role" });
    if (!email.success || !role || errors.length > 0) return show(c, visit, form, errors);
    if (!(await isWithinLimit(referrals, "invitation", visit.staff.id))) return show(c, visit, form, [{ field: "email", message: "You have sent many invitations today. Send more tomorrow" }]);
    const token = await invite(db, { email: email.data, role, now: referrals.now() });
    accounts.mail.send(email.data, invitationLetter(`${baseUrl}/desk/invitations/${token}`));
    return routes.finish(c, "/desk/team", "Invitation sent");
  });

  /** The role of an id, if it is theirs to rule. */
  async function ruled(visit: Visit, id: string): Promise<{ staff: string } | undefined> {
    if (!UUID.test(id)) return undefined;
    const row = await db.selectFrom("staff_role").selectAll().where("id", "=", id).executeTakeFirst();
    const role = row && roleOf(row);
    return role && (await mayRule(db, visit.staff, role)) ? row : undefined;
  }

  routes.post("team", "/desk/team/:id/remove", async (c, visit) => {
    const id = c.req.param("id") ?? "";
    if (!(await ruled(visit, id))) return sendNotFound(c, visit);
    const removal = await removeRole(db, id);
    if (removal === "last-administrator") return show(c, visit, new URLSearchParams(), [{ field: "email", message: "Invite another administrator first: this is the last one" }]);
    return routes.finish(c, "/desk/team", "Role removed, and all sessions ended");
  });

  routes.post("team", "/desk/team/:id/reset", async (c, visit) => {
    const row = await ruled(visit, c.req.param("id") ?? "");
    if (!row) return sendNotFound(c, visit);
    const all = await rolesOf(db, row.staff);
    // With the factor of somebody who may do more, more could be taken than is theirs to give.
    if (!(await Promise.all(all.map((role) => mayRule(db, visit.staff, role)))).every(Boolean)) return sendNotFound(c, visit);
    await resetFactor({ db, ring: referrals.ring, now: referrals.now }, row.staff);
    return routes.finish(c, "/desk/team", "Second key reset. They set up a new one when they sign in.");
  });

  routes.post("team", "/desk/team/invitations/:id/withdraw", async (c, visit) => {
    const { invitations } = await readTeam(db, visit.staff);
    const found = invitations.find(({ id }) => id === c.req.param("id"));
    if (!found) return sendNotFound(c, visit);
    await withdrawInvitation(db, found.id);
    return routes.finish(c, "/desk/team", "Invitation taken back");
  });
}
