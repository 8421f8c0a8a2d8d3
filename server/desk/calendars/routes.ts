import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import { registerCalendarPage } from "./calendar-page.ts";
import { registerCalendarList } from "./list-page.ts";

/** The pages on which organisers have their calendars followed. */
export function registerCalendars(routes: DeskRoutes, desk: DeskDependencies): void {
  registerCalendarList(routes, desk);
  registerCalendarPage(routes, desk);
}
