import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What vite makes in each of its modes: a folder, and the file in it that stands for all. */
export const BUILDS = [
  { mode: "widget", folder: "dist/widget/v1", entry: "hwbe-finder.js" },
  { mode: "single", folder: "dist/widget/single", entry: "hwbe-finder.js" },
  { mode: "pages", folder: "dist/pages", entry: "pages.css" },
] as const;
