import type { Hono } from "hono";
import type { DeskRoutes } from "../desk/desk-routes.ts";
import { isThisMachine } from "../http/this-machine.ts";
import type { Accounts } from "./accounts.ts";
import { registerInvitations } from "./pages/invitation-routes.ts";
import { registerSecondFactor } from "./pages/second-factor-routes.ts";
import { registerSignIn } from "./pages/sign-in-routes.ts";
import { registerTeam } from "./pages/team-routes.ts";
import { registerSamples, sampleButtons } from "./sample-staff.ts";

/** Signing in and out, the second factor, invitations and roles. `isDemonstration`: sample people can be taken with one click. */
export function registerAccounts(app: Hono, routes: DeskRoutes, accounts: Accounts, { isDemonstration }: { isDemonstration: boolean }): void {
  registerSignIn(app, accounts, (c) => (isDemonstration && isThisMachine(c) ? sampleButtons : undefined));
  if (isDemonstration) registerSamples(app, accounts);
  registerInvitations(app, accounts);
  registerSecondFactor(routes, accounts);
  registerTeam(routes, accounts);
}
