import type { Context, Handler, Hono } from "hono";
import { readForm } from "../../../http/body.ts";
import { cancelByLink, changeByLink, confirmByLink, detailsByLink, eraseByLink, proveByLink, readByLink } from "../../by-link.ts";
import { readNotices } from "../../notices.ts";
import { isWithinLimit } from "../../visitors/limits.ts";
import { linkToken, type LinkPurpose } from "../../link-token.ts";
import { fillSessions } from "../fields/session-fields.ts";
import { toForm } from "../../../pages/fields/to-form.ts";
import type { Filled } from "../../../pages/fields/filled.ts";
import { sendPage, type PrivatePage } from "../private-page.ts";
import { unlessAway, type ReferralPages } from "../referral-pages.ts";
import { cannotShowPage, tooManyPage } from "../unavailable-pages.ts";
import { addressPage, addressTitle, TOO_LATE, tooLatePage } from "./address-pages.ts";
import { CANCEL, changePage, confirmationPage, ERASE, heldPage, noPlacePage, readWanted } from "./change-pages.ts";
import { linkNotFoundPage } from "./find-pages.ts";
import { isChangeable, managePage, type LinkView } from "./manage-page.ts";
import { isLive, isOpen } from "./state-words.ts";
import { statusPage } from "./status-page.ts";

interface Opened extends LinkView {
  c: Context;
  token: string;
  purpose: LinkPurpose;
}

const YOURS: PrivatePage = { title: "Your booking" };

/** What was just done, where it was. */
function doneOf({ c, view }: Opened): string | undefined {
  const done = c.req.query("done");
  return (done === "erased" && !view.erased) || (done === "cancelled" && view.state !== "cancelled") ? undefined : done;
}

/**
 * The pages behind the links that we mail. The address is the secret that lets somebody in, so their forms need no token: who
 * does not know the address cannot forge them. Nothing is changed by opening a link.
 */
export function registerLinks(app: Hono, pages: ReferralPages): void {
  const { referrals, directory, now } = pages;

  /** An address that only links of these purposes may open. */
  function opened(purposes: readonly LinkPurpose[], handle: (link: Opened) => Promise<Response>): Handler {
    return (c) => unlessAway(async () => {
      const token = c.req.param("token") ?? "";
      const found = await readByLink(referrals, token);
      if (!found || !purposes.includes(found.link.purpose)) return linkNotFoundPage(c);
      if (c.req.method === "POST" && !(await isWithinLimit(referrals, "link", found.view.id))) return tooManyPage(c, { again: `/referrals/${token}` });
      const notices = isLive(found.view) ? await readNotices(referrals, found.view.event) : [];
      const event = directory.current().byId(found.view.event)?.read();
      return handle({ c, token, purpose: found.link.purpose, view: found.view, event, path: `/referrals/${token}`, now: now(), notices });
    }, () => cannotShowPage(c, c.req.path));
  }

  /** The page of a booking for another purpose than that of the link that was followed. */
  function pathFor({ view }: Opened, purpose: LinkPurpose, done: string): string {
    return `/referrals/${linkToken(referrals.ring, { purpose, referral: view.id })}?done=${done}`;
  }

  app.get("/referrals/:token", opened(["attendee", "referrer", "confirm-address", "prove-address"], async (link) => {
    const { c, purpose } = link;
    const sample = link.event?.sample ?? false;
    switch (purpose) {
      case "attendee":
        return sendPage(c, { ...YOURS, sample }, managePage(link, doneOf(link)));
      case "referrer":
        return sendPage(c, { title: "Your referral", sample }, statusPage(link, c.req.query("done")));
      case "confirm-address":
      case "prove-address":
        return sendPage(c, { title: addressTitle(purpose), sample }, addressPage(link, purpose));
    }
  }));

  app.post("/referrals/:token", opened(["confirm-address", "prove-address"], async (link) => {
    const { c, token, purpose } = link;
    if (purpose === "prove-address") {
      return (await proveByLink(referrals, token)) ? c.redirect(pathFor(link, "referrer", "proved"), 303) : linkNotFoundPage(c);
    }
    const became = await confirmByLink(referrals, token);
    if (became === "lapsed") return sendPage(c, { title: TOO_LATE }, tooLatePage(link), 409);
    return c.redirect(pathFor(link, "attendee", became === "confirmed" ? "confirmed" : "gone"), 303);
  }));

  async function showChange({ c, event, path }: Opened, filled: Filled): Promise<Response> {
    if (!event) return c.redirect(path, 303);
    const hasErrors = filled.errors.length > 0;
    const options = { title: "Change your booking", hasErrors, back: { href: path, text: "Back" }, sample: event.sample };
    return sendPage(c, options, changePage(event, filled), hasErrors ? 422 : 200);
  }

  const mayChange = ({ view, event, now }: Opened) => isOpen(view, event, now) && event !== undefined && isChangeable(event);

  app.get("/referrals/:token/change", opened(["attendee"], async (link) => {
    const { c, view, path } = link;
    if (!mayChange(link)) return c.redirect(path, 303);
    const form = toForm({ companion: view.companion ? "yes" : "no", ...fillSessions("sessions", view.sessions) });
    return showChange(link, { form, errors: [] });
  }));

  app.post("/referrals/:token/change", opened(["attendee"], async (link) => {
    const { c, token, view, event, path } = link;
    if (!event || !mayChange(link)) return c.redirect(path, 303);
    const form = await readForm(c);
    const wanted = readWanted(form, event, view);
    if ("errors" in wanted) return showChange(link, { form, errors: wanted.errors });
    const became = await changeByLink(referrals, token, wanted.value);
    if (became === "no-place") return sendPage(c, { title: "There is no place for another person" }, noPlacePage(link), 409);
    return c.redirect(became === "changed" ? `${path}?done=changed` : path, 303);
  }));

  app.get("/referrals/:token/cancel", opened(["attendee", "referrer"], async (link) => {
    const { c, view, event, path, purpose } = link;
    if (!isOpen(view, event, link.now)) return c.redirect(path, 303);
    const words = CANCEL[purpose === "referrer" ? "referrer" : "attendee"];
    return sendPage(c, { title: words.title, back: { href: path, text: "Back" } }, confirmationPage(link, words));
  }));

  app.post("/referrals/:token/cancel", opened(["attendee", "referrer"], async ({ c, token, path, purpose }) => {
    const isDone = await cancelByLink(referrals, token);
    return c.redirect(isDone && purpose === "attendee" ? `${path}?done=cancelled` : path, 303);
  }));

  app.post("/referrals/:token/details", opened(["attendee"], async (link) => {
    const details = await detailsByLink(referrals, link.token);
    return sendPage(link.c, { title: "What we hold about you", back: { href: link.path, text: "Back" } }, heldPage(link, details));
  }));

  app.get("/referrals/:token/erase", opened(["attendee"], async (link) => {
    const { c, view, path } = link;
    if (view.erased) return c.redirect(path, 303);
    return sendPage(c, { title: ERASE.title, back: { href: path, text: "Back" } }, confirmationPage(link, ERASE));
  }));

  app.post("/referrals/:token/erase", opened(["attendee"], async ({ c, token, path }) => {
    const isErased = await eraseByLink(referrals, token);
    return isErased ? c.redirect(`${path}?done=erased`, 303) : cannotShowPage(c, path);
  }));
}
