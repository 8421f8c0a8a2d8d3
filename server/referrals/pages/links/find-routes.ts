import type { Context, Hono } from "hono";
import { readForm } from "../../../http/body.ts";
import { formToken, hasFormToken } from "../../../http/form-token.ts";
import { sendLinkAgain } from "../../by-link.ts";
import { isWithinLimit } from "../../visitors/limits.ts";
import type { Filled } from "../../../pages/fields/filled.ts";
import { toForm } from "../../../pages/fields/to-form.ts";
import { sendPage } from "../private-page.ts";
import { unlessAway, type ReferralPages } from "../referral-pages.ts";
import { cannotShowPage, tooManyPage } from "../unavailable-pages.ts";
import { FIND_TITLE, findPage, readFind, SENT_PAGE, SENT_TITLE } from "./find-pages.ts";

const PATH = "/referrals";
const SENT = "/referrals/sent";
const FORGED = { field: "reference", message: "Check these, and send the form again" };

/** Where somebody who has lost their link asks for it again. */
export function registerFind(app: Hono, { referrals }: ReferralPages): void {
  const key = referrals.ring.keyFor("form");

  function show(c: Context, filled: Filled): Promise<Response> {
    const hasErrors = filled.errors.length > 0;
    return sendPage(c, { title: FIND_TITLE, hasErrors }, findPage(filled, formToken(c, key)), hasErrors ? 422 : 200);
  }

  app.get(PATH, (c) => show(c, { form: toForm({}), errors: [] }));

  app.post(PATH, (c) => unlessAway(async () => {
    const form = await readForm(c);
    if (!hasFormToken(c, key, form)) return show(c, { form, errors: [FORGED] });
    const read = readFind(form);
    if ("errors" in read) return show(c, { form, errors: read.errors });
    if (!(await isWithinLimit(referrals, "send-link", c.get("clientAddress")))) return tooManyPage(c, { again: PATH });
    await sendLinkAgain(referrals, read.value);
    return c.redirect(SENT, 303);
  }, () => cannotShowPage(c, PATH)));

  app.get(SENT, (c) => sendPage(c, { title: SENT_TITLE }, SENT_PAGE));
}
