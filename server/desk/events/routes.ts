import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import { registerCallOff } from "./call-off.ts";
import { registerChangeEvent } from "./change-event.ts";
import { registerEventList } from "./list-page.ts";
import { registerNewEvent } from "./new-event.ts";

/** The pages on which organisers publish, change and call off. Fixed addresses come before those with an id in them. */
export function registerEventPages(routes: DeskRoutes, desk: DeskDependencies): void {
  registerEventList(routes, desk);
  registerNewEvent(routes, desk);
  registerCallOff(routes, desk);
  registerChangeEvent(routes, desk);
}
