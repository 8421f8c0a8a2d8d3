import type { Hono } from "hono";
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { registerAccounts } from "../accounts/routes.ts";
import type { SignIn } from "../accounts/staff.ts";
import type { FetchCalendar } from "../calendars/fetch-calendar.ts";
import type { DirectorySource } from "../events/live-directory.ts";
import type { Referrals } from "../referrals/referral.ts";
import { deskHeaders } from "./desk-page.ts";
import { DeskRoutes } from "./desk-routes.ts";
import { registerCalendars } from "./calendars/routes.ts";
import { registerDashboard } from "./dashboard/routes.ts";
import { registerDirectoryPages } from "./directory/routes.ts";
import { registerEventPages } from "./events/routes.ts";
import { registerStillRight } from "./events/still-right-page.ts";
import { registerHome } from "./home.ts";
import { registerPeoplePages } from "./people/routes.ts";
import { registerImports } from "./imports/routes.ts";
import { registerQueue } from "./queue/routes.ts";

export interface DeskDependencies {
  /** The database as its owner. Referrals are read through `referrals` alone, which has row security. */
  db: Kysely<Database>;
  referrals: Referrals;
  directory: DirectorySource;
  signIn: SignIn;
  /** Where staff sign in and are invited; undefined where a test says who is signed in. */
  accounts?: Accounts | undefined;
  /** Only this machine uses the service, and may be sample people. */
  isDemonstration?: boolean;
  /** The service's own public address, without a slash at its end. */
  baseUrl: string;
  log: (line: string) => void;
  /** Undefined: from the public internet alone. */
  fetchCalendar?: FetchCalendar | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** The pages of organisers and alliances. */
export function registerDesk(app: Hono, desk: DeskDependencies): void {
  app.use("/desk", deskHeaders);
  app.use("/desk/*", deskHeaders);
  registerStillRight(app, desk);
  const routes = new DeskRoutes(app, { signIn: desk.signIn, ring: desk.referrals.ring, now: desk.now });
  if (desk.accounts) registerAccounts(app, routes, desk.accounts, { isDemonstration: desk.isDemonstration ?? false });
  registerHome(routes, desk);
  registerPeoplePages(routes, desk);
  registerEventPages(routes, desk);
  registerImports(routes, desk);
  registerCalendars(routes, desk);
  registerQueue(routes, desk);
  registerDirectoryPages(routes, desk);
  registerDashboard(routes, desk);
}
