import { html, raw } from "hono/html";
import type { Context } from "hono";
import { renderSVG } from "uqr";
import { z } from "zod";
import { sendTitled } from "../../desk/desk-page.ts";
import type { DeskRoutes } from "../../desk/desk-routes.ts";
import type { Visit } from "../../desk/visit.ts";
import { SealedCookie } from "../../http/sealed-cookie.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { FieldError } from "../../pages/fields/filled.ts";
import { textField } from "../../pages/fields/text-field.ts";
import type { Html } from "../../pages/markup.ts";
import { isWithinLimit } from "../../referrals/visitors/limits.ts";
import type { Accounts } from "../accounts.ts";
import { confirmFactor, hasFactor, newBackupCodes, newSecret, shown, takeCode, type NewFactor } from "../second-factor.ts";
import { nextOf } from "./sign-in-routes.ts";

function codeForm(visit: Visit, next: string, errors: readonly FieldError[], label: string, hint: string): Html {
  return html`<form method="post" action="/desk/second-factor" novalidate><input type="hidden" name="token" value="${visit.token}"><input type="hidden" name="next" value="${next}">
${textField({ name: "code", label, hint, autocomplete: "one-time-code", width: 20 }, { form: new URLSearchParams(), errors })}
<button class="nhsuk-button" type="submit">Go on</button></form>`;
}

function setUp(visit: Visit, next: string, factor: NewFactor, errors: readonly FieldError[]): Html {
  return html`<p>Who sees people’s details needs a second key: an app on your phone that shows a number.</p>
<ol>
<li>Get an authenticator app, such as Microsoft Authenticator or Google Authenticator.</li>
<li>In the app, add an account, and point the camera at this code:
<div class="hwbe-setup-code" role="img" aria-label="Code for the app. The key below is the same.">${raw(renderSVG(factor.url))}</div>
Or type this key: <code class="hwbe-reference">${factor.key}</code></li>
<li>Type the 6 digits that the app shows.</li>
</ol>
${codeForm(visit, next, errors, "6 digits from the app", "They change every 30 seconds")}`;
}

const SET_UP_SECONDS = 3_600;
const Pending = z.object({ staff: z.string(), secret: z.base64() });

/** The page on which somebody proves, or first sets up, the app that is their second factor. */
export function registerSecondFactor(routes: DeskRoutes, accounts: Accounts): void {
  const { db, referrals } = accounts.options;
  const factors = { db, ring: referrals.ring, now: referrals.now };
  const pending = new SealedCookie({ name: "__Host-desk-factor", key: referrals.ring.keyFor("draft"), maxAgeSeconds: SET_UP_SECONDS, read: Pending }, referrals.now);

  function pendingOf(c: Context, { staff }: Visit): Buffer | undefined {
    const kept = pending.get(c);
    return kept?.staff === staff.id ? Buffer.from(kept.secret, "base64") : undefined;
  }

  /** What this browser was shown before, or something new. */
  function begin(c: Context, visit: Visit): NewFactor {
    const secret = pendingOf(c, visit) ?? newSecret();
    pending.set(c, { staff: visit.staff.id, secret: secret.toString("base64") });
    return shown(secret, visit.staff.name);
  }

  /** Whether a code was right: of the app that there is, or of the one that this browser sets up. */
  async function take(c: Context, visit: Visit, code: string, isNew: boolean): Promise<boolean> {
    if (!isNew) return takeCode(factors, visit.staff.id, code);
    const secret = pendingOf(c, visit);
    if (!secret || !(await confirmFactor(factors, visit.staff.id, secret, code))) return false;
    pending.clear(c);
    return true;
  }

  async function show(c: Context, visit: Visit, next: string, errors: readonly FieldError[] = []): Promise<Response> {
    const factor = (await hasFactor(factors, visit.staff.id)) ? undefined : begin(c, visit);
    const page = { title: factor ? "Set up a second key" : "Show your second key", current: "home", hasErrors: errors.length > 0 } as const;
    const content = factor
      ? setUp(visit, next, factor, errors)
      : html`${codeForm(visit, next, errors, "6 digits from your app", "Or one of the codes that you wrote down")}
<p>Have you lost both? Ask the lead of your organisation, or your alliance, to reset it.</p>`;
    return sendTitled(c, visit, page, html`${errorSummary(errors)}${content}`, errors.length > 0 ? 422 : 200);
  }

  routes.get("staff", "/desk/second-factor", (c, visit) => show(c, visit, nextOf(c.req.query("next"))));

  routes.post("staff", "/desk/second-factor", async (c, visit, form) => {
    const next = nextOf(form.get("next"));
    const { id } = visit.staff;
    if (!(await isWithinLimit(referrals, "second-factor", id))) return show(c, visit, next, [{ field: "code", message: "Too many tries. Wait 15 minutes, then try again" }]);
    const isNew = !(await hasFactor(factors, id));
    if (!(await take(c, visit, form.get("code") ?? "", isNew))) return show(c, visit, next, [{ field: "code", message: "Enter the digits that the app shows now. Each code works once" }]);
    await accounts.noteSecondFactor(c);
    if (!isNew) return c.redirect(next, 303);
    const codes = await newBackupCodes(factors, id);
    return sendTitled(c, visit, { title: "Write these codes down", current: "home" }, html`
<p>If you lose your phone, each of these codes lets you in once. They are shown only now.</p>
<ul class="hwbe-backup-codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
<p><a class="nhsuk-button" href="${next}">I have written them down</a></p>`);
  });
}
