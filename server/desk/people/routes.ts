import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import { registerExports } from "./export-pages.ts";
import { registerMessagePage } from "./message-page.ts";
import { registerReferralPage } from "./referral-page.ts";
import { registerReferralList } from "./referrals-page.ts";
import { registerRegisterPage } from "./register-page.ts";

/** The pages on which organisers look after the people who come to their events. */
export function registerPeoplePages(routes: DeskRoutes, desk: DeskDependencies): void {
  registerReferralList(routes, desk);
  registerReferralPage(routes, desk);
  registerRegisterPage(routes, desk);
  registerMessagePage(routes, desk);
  registerExports(routes, desk);
}
