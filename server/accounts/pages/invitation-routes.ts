import { html } from "hono/html";
import type { Context, Hono } from "hono";
import { readForm } from "../../http/body.ts";
import { formToken, hasFormToken } from "../../http/form-token.ts";
import { forbiddenPage } from "../../pages/error-pages.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { FieldError } from "../../pages/fields/filled.ts";
import { textField } from "../../pages/fields/text-field.ts";
import type { Accounts } from "../accounts.ts";
import { acceptInvitation, findInvitation, type Invitation } from "../invitations.ts";
import { roleWords } from "../role-words.ts";
import { sendEntrance } from "./sign-in-routes.ts";

const LONGEST_NAME = 100;


/** The page that an invitation leads to. Only its button takes it up, as mail scanners open links. */
export function registerInvitations(app: Hono, accounts: Accounts): void {
  const { db, referrals } = accounts.options;
  const key = referrals.ring.keyFor("form");

  const gone = (c: Context) => sendEntrance(c, "This invitation does not work", html`<h1 class="nhsuk-heading-l">This invitation does not work</h1>
<p>It was taken up already, or is older than 14 days. Ask whoever invited you for a new one. If you took it up, <a href="/desk/sign-in">sign in</a>.</p>`, { status: 410 });

  async function show(c: Context, invitation: Invitation, form: URLSearchParams, errors: readonly FieldError[] = []): Promise<Response> {
    const staff = await accounts.current(c);
    const name = textField({ name: "name", label: "Your name", hint: "Your colleagues see it", autocomplete: "name" }, { form, errors });
    return sendEntrance(c, "Take up your invitation", html`${errorSummary(errors)}
<h1 class="nhsuk-heading-l">Take up your invitation</h1>
<p>You are invited as <strong>${await roleWords(db, invitation.role)}</strong>.</p>
<form method="post" novalidate><input type="hidden" name="token" value="${formToken(c, key)}">
${staff ? html`<p>You are signed in as ${staff.name}. The invitation is added to what you may do.</p>` : name}
<button class="nhsuk-button" type="submit">Take it up</button></form>`, { status: errors.length > 0 ? 422 : 200, hasErrors: errors.length > 0 });
  }

  app.get("/desk/invitations/:token", async (c) => {
    const invitation = await findInvitation(db, c.req.param("token"), referrals.now());
    return invitation ? show(c, invitation, new URLSearchParams()) : gone(c);
  });

  app.post("/desk/invitations/:token", async (c) => {
    const form = await readForm(c);
    if (!hasFormToken(c, key, form)) return forbiddenPage(c);
    const token = c.req.param("token");
    const invitation = await findInvitation(db, token, referrals.now());
    if (!invitation) return gone(c);
    const staff = await accounts.current(c);
    const name = (form.get("name") ?? "").replace(/[\p{Cc}\s]+/gu, " ").trim();
    if (!staff && (name === "" || name.length > LONGEST_NAME)) return show(c, invitation, form, [{ field: "name", message: `Enter your name, up to ${LONGEST_NAME} characters` }]);
    const email = await acceptInvitation(db, { token, name, staff: staff?.id, now: referrals.now() });
    if (email === undefined) return gone(c);
    if (!staff) await accounts.signInAs(c, email);
    return c.redirect("/desk", 303);
  });
}
