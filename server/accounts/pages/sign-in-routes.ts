import { html } from "hono/html";
import type { Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import { EmailAddress } from "../../contract/referral.ts";
import { readForm } from "../../http/body.ts";
import { formToken, hasFormToken } from "../../http/form-token.ts";
import { SealedCookie } from "../../http/sealed-cookie.ts";
import { forbiddenPage } from "../../pages/error-pages.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { FieldError } from "../../pages/fields/filled.ts";
import { textField } from "../../pages/fields/text-field.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import { layout } from "../../pages/layout.ts";
import type { Html } from "../../pages/markup.ts";
import { AUTH_PATH, type Accounts } from "../accounts.ts";
import { LINK_SECONDS } from "../provider.ts";

const LONGEST_NEXT = 500;

/** Sends a page for somebody who is not signed in yet. */
export async function sendEntrance(c: Context, title: string, content: Html, { status = 200, hasErrors = false }: { status?: ContentfulStatusCode; hasErrors?: boolean } = {}): Promise<Response> {
  return c.html(layout({ title: `${hasErrors ? "Error: " : ""}${title}`, description: "Sign in to the desk of organisers and alliances." }, html`<div class="nhsuk-grid-row hwbe-private"><div class="nhsuk-grid-column-two-thirds">
${content}</div></div>`), status);
}

/** A page of the desk to go on to; anything else leads to its first page. */
export function nextOf(text: string | null | undefined): string {
  if (!text?.startsWith("/desk") || !URL.canParse(text, "https://here.invalid")) return "/desk";
  const { origin, pathname, search } = new URL(text, "https://here.invalid");
  return origin === "https://here.invalid" && /^\/desk(\/|$)/.test(pathname) ? pathname + search : "/desk";
}

interface SignInView {
  token: string;
  next: string;
  providerName: string | undefined;
  /** Asked for by the demonstration alone. */
  samples: Html | undefined;
  errors: readonly FieldError[];
  form: URLSearchParams;
}

function signInPage({ token, next, providerName, samples, errors, form }: SignInView): Html {
  const hidden = html`<input type="hidden" name="token" value="${token}"><input type="hidden" name="next" value="${next}">`;
  return html`${errorSummary(errors)}
<h1 class="nhsuk-heading-l">Sign in to the desk</h1>
<p>For organisers of events, and for cancer alliances. You need an invitation.</p>
${providerName && html`<p><a class="nhsuk-button" href="/desk/sign-in/provider?next=${encodeURIComponent(next)}">Sign in with ${providerName}</a></p>`}
<form method="post" action="/desk/sign-in" novalidate>${hidden}
${textField({ name: "email", label: "Your work email address", hint: "We email you a link to sign in.", type: "email", autocomplete: "email" }, { form, errors })}
<button class="nhsuk-button${providerName !== undefined && " nhsuk-button--secondary"}" type="submit">Email me a link</button>
</form>
${samples}
<p>Do you run events, and are new here? <a href="/suggest">Tell us about an event</a>, or <a href="/feedback">ask for an invitation</a>.</p>`;
}

/** What the demonstration adds to the page. */
export type Samples = (token: string, next: string) => Html | undefined;

/** Signing in and out. Nobody learns here whether an address is known. */
export function registerSignIn(app: Hono, accounts: Accounts, samples: (c: Context) => Samples | undefined): void {
  const { ring, now } = accounts.options.referrals;
  const key = ring.keyFor("form");
  // The link is opened in the same browser as a rule, which then goes on to where it was.
  const wanted = new SealedCookie({ name: "__Host-desk-next", key: ring.keyFor("draft"), maxAgeSeconds: LINK_SECONDS, read: z.string() }, now);
  const viewOf = (c: Context, next: string, form = new URLSearchParams(), errors: readonly FieldError[] = []) => {
    const token = formToken(c, key);
    return signInPage({ token, next, providerName: accounts.providerName, samples: samples(c)?.(token, next), errors, form });
  };
  const withForm = (use: (c: Context, form: URLSearchParams) => Promise<Response> | Response) => async (c: Context) => {
    const form = await readForm(c);
    return hasFormToken(c, key, form) ? use(c, form) : forbiddenPage(c);
  };

  app.get("/desk/sign-in", async (c) => {
    const next = nextOf(c.req.query("next"));
    if (await accounts.current(c)) return c.redirect(next, 303);
    const refused = c.req.query("refused") === undefined ? [] : [{ field: "email", message: "That did not work. Try again, or use a link by email." }];
    return sendEntrance(c, "Sign in to the desk", viewOf(c, next, new URLSearchParams(), refused), { hasErrors: refused.length > 0 });
  });

  app.post("/desk/sign-in", withForm(async (c, form) => {
    const typed = form.get("email") ?? "";
    const next = nextOf(form.get("next"));
    if (!EmailAddress.safeParse(typed).success) {
      const errors = [{ field: "email", message: "Enter an email address in the correct format, like name@example.com" }];
      return sendEntrance(c, "Sign in to the desk", viewOf(c, next, toForm({ email: typed }), errors), { status: 422, hasErrors: true });
    }
    wanted.set(c, next.slice(0, LONGEST_NEXT));
    await accounts.mailLink(c, typed);
    return c.redirect("/desk/sign-in/sent", 303);
  }));

  app.get("/desk/sign-in/sent", (c) => sendEntrance(c, "Check your email", html`<h1 class="nhsuk-heading-l">Check your email</h1>
<p>If we know this address, a link to sign in is on its way. It works once, for 10 minutes.</p>
<p>No email? Look in your junk folder, wait a few minutes, or <a href="/desk/sign-in">try again</a>.</p>`));

  // Mail scanners open links: only the button signs in.
  app.get("/desk/sign-in/link", (c) => sendEntrance(c, "Sign in", html`<h1 class="nhsuk-heading-l">Sign in</h1>
<form method="post" action="/desk/sign-in/link"><input type="hidden" name="token" value="${formToken(c, key)}"><input type="hidden" name="link" value="${c.req.query("token") ?? ""}">
<button class="nhsuk-button" type="submit">Sign in to the desk</button></form>`));

  app.post("/desk/sign-in/link", withForm(async (c, form) => {
    const next = nextOf(wanted.get(c));
    wanted.clear(c);
    if (await accounts.redeem(c, form.get("link") ?? "")) return c.redirect(next, 303);
    return sendEntrance(c, "This link does not work", html`<h1 class="nhsuk-heading-l">This link does not work</h1>
<p>It was used already, or is older than 10 minutes. <a href="/desk/sign-in">Ask for a new one</a>.</p>`, { status: 410 });
  }));

  // A link: browsers let no form of our pages lead to another site.
  app.get("/desk/sign-in/provider", async (c) => {
    const url = await accounts.beginProvider(c, nextOf(c.req.query("next")));
    return c.redirect(url ?? "/desk/sign-in?refused=yes", 303);
  });
  app.get(`${AUTH_PATH}/callback/:provider`, (c) => accounts.handle(c.req.raw));

  app.post("/desk/sign-out", withForm(async (c) => {
    await accounts.signOut(c);
    return c.redirect("/desk/sign-in", 303);
  }));
}
