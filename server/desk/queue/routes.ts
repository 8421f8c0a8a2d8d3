import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import { registerModeration } from "./moderation-page.ts";
import { registerOrganiserQuestions } from "./organiser-questions.ts";
import { registerQueueList } from "./queue-page.ts";
import { registerSuggestionPage } from "./suggestion-page.ts";

/** The queue of an alliance, and what it passes to organisers. */
export function registerQueue(routes: DeskRoutes, desk: DeskDependencies): void {
  registerQueueList(routes, desk);
  registerModeration(routes, desk);
  registerSuggestionPage(routes, desk);
  registerOrganiserQuestions(routes, desk);
}
