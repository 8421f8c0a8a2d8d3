import { html } from "hono/html";
import type { Context, Hono } from "hono";
import { readForm } from "../../http/body.ts";
import { formToken, hasFormToken } from "../../http/form-token.ts";
import type { FieldError } from "../../pages/fields/filled.ts";
import { FormReader } from "../../pages/fields/form-reader.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import { cannotShowPage, tooManyPage } from "../../referrals/pages/unavailable-pages.ts";
import { unlessAway } from "../../referrals/pages/referral-pages.ts";
import { isWithinLimit } from "../../referrals/visitors/limits.ts";
import { answerByLink, findByLink, type OpenSuggestion } from "../by-link.ts";
import type { SuggestionPages } from "./form-routes.ts";
import { linkContent, linkTitle } from "./link-page.ts";
import { sendPublic } from "./public-page.ts";
import { LONG } from "./suggest-form.ts";

function sendGone(c: Context): Promise<Response> {
  return sendPublic(c, { title: "We can’t find this" }, html`<p>The link may be wrong. Or we have deleted what you told us, 6 months after we dealt with it.</p>
<p><a href="/feedback">Ask or give feedback</a></p>`, 404);
}

interface Shown {
  form?: URLSearchParams;
  errors?: readonly FieldError[];
  trouble?: string;
}

/** The page to which our e-mails lead: what became of what somebody told us, and where they answer. */
export function registerLink(app: Hono, { referrals, directory }: SuggestionPages): void {
  const key = referrals.ring.keyFor("form");

  function show(c: Context, found: OpenSuggestion, { form = toForm({}), errors = [], trouble }: Shown = {}): Promise<Response> {
    const event = found.row.event_id === null ? undefined : directory.current().byId(found.row.event_id)?.read();
    const content = linkContent(found, { filled: { form, errors }, event, token: formToken(c, key) });
    return sendPublic(c, { title: linkTitle(found), errors, trouble }, content, errors.length > 0 ? 422 : 200);
  }

  /** Another answer came first, or none is needed any more. */
  async function tooLate(c: Context): Promise<Response> {
    const found = await findByLink(referrals, c.req.param("token") ?? "");
    return found ? show(c, found, { trouble: "We had an answer already, or need none any more." }) : sendGone(c);
  }

  async function answer(c: Context, found: OpenSuggestion, form: URLSearchParams): Promise<Response> {
    const again = c.req.path;
    if (!hasFormToken(c, key, form)) return show(c, found, { form, errors: [{ field: "answer", message: "Check this, and send it again" }] });
    const reader = new FormReader(form);
    const isReply = form.get("then") === "reply";
    const text = isReply ? reader.required("answer", reader.text("answer", "your answer", LONG), "Enter your answer") : undefined;
    if (reader.errors.length > 0) return show(c, found, { form, errors: reader.errors });
    if (!(await isWithinLimit(referrals, "link", c.get("clientAddress")))) return tooManyPage(c, { again });
    const isTaken = await answerByLink(referrals, found.row.id, text ?? undefined);
    return isTaken ? c.redirect(again, 303) : tooLate(c);
  }

  const withFound = (c: Context, use: (found: OpenSuggestion) => Promise<Response>) => unlessAway(async () => {
    const found = await findByLink(referrals, c.req.param("token") ?? "");
    return found ? use(found) : sendGone(c);
  }, () => cannotShowPage(c, c.req.path));

  app.get("/suggest/:token", (c) => withFound(c, (found) => show(c, found)));
  app.post("/suggest/:token", async (c) => {
    const form = await readForm(c);
    return withFound(c, (found) => answer(c, found, form));
  });
}
