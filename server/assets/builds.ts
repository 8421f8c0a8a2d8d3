import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the applications of the demonstration need. An installation without development dependencies has none of it, and no such pages. */
function hasApplications(): boolean {
  try {
    return Boolean(import.meta.resolve("react") && import.meta.resolve("vue"));
  } catch {
    return false;
  }
}

const APPLICATIONS = [
  { mode: "package", folder: "dist/modules", entry: "index.js" },
  { mode: "demo", folder: "dist/demo", entry: "react.js" },
] as const;

/** What vite makes in each of its modes, in this order: a folder, and the file in it that stands for all. */
export const BUILDS = [
  { mode: "widget", folder: "dist/widget/v1", entry: "hwbe-finder.js" },
  { mode: "single", folder: "dist/widget/single", entry: "hwbe-finder.js" },
  { mode: "pages", folder: "dist/pages", entry: "pages.css" },
  ...(hasApplications() ? APPLICATIONS : []),
] as const;
