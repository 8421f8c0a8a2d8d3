import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import { registerFilePage } from "./file-page.ts";
import { registerUploadPage } from "./upload-page.ts";

/** The pages on which organisers bring in the events of a spreadsheet. */
export function registerImports(routes: DeskRoutes, desk: DeskDependencies): void {
  registerUploadPage(routes, desk);
  registerFilePage(routes, desk);
}
