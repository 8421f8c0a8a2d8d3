import type { Context, Hono } from "hono";
import type { DirectorySource } from "../../events/live-directory.ts";
import { registerChallengeRoute } from "../visitors/challenge-route.ts";
import type { Referrals } from "../referral.ts";
import { BookingVisits } from "./booking-visit.ts";
import { registerCheck } from "./check-routes.ts";
import { registerFind } from "./links/find-routes.ts";
import { registerLinks } from "./links/link-routes.ts";
import { privateHeaders } from "./private-page.ts";
import { registerQuestions } from "./question-routes.ts";
import { registerRefer } from "./refer/refer-routes.ts";
import { notTakenPage } from "./unavailable-pages.ts";

export interface ReferralPagesDependencies {
  /** Undefined where this service takes no referrals. */
  referrals: Referrals | undefined;
  directory: DirectorySource;
  /** The service's own public address, without a slash at its end. */
  baseUrl: string;
  /** Milliseconds since 1970. */
  now?: () => number;
}

const ADDRESSES = ["/events/:slug/book", "/events/:slug/book/*", "/events/:slug/refer", "/refer", "/refer/*", "/referrals", "/referrals/*"];

/** The pages on which people book, refer, and see what became of it. */
export function registerReferralPages(app: Hono, { referrals, directory, baseUrl, now = Date.now }: ReferralPagesDependencies): void {
  for (const address of ADDRESSES) app.use(address, privateHeaders);
  if (!referrals) {
    const eventOf = (c: Context) => directory.current().bySlug(c.req.param("slug") ?? "")?.read();
    for (const address of ADDRESSES) app.all(address, (c) => notTakenPage(c, eventOf(c)));
    return;
  }
  registerChallengeRoute(app, referrals);
  const pages = { referrals, directory, baseUrl, now };
  const visits = new BookingVisits(pages);
  registerCheck(app, visits);
  registerQuestions(app, visits);
  registerRefer(app, pages);
  registerFind(app, pages);
  registerLinks(app, pages);
}
