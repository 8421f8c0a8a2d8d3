import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { ownWorld } from "./own-world.ts";

type Engine = typeof import("accessibility-checker-engine");

const source = readFile(createRequire(import.meta.url).resolve("accessibility-checker-engine"), "utf8");

/** Runs beside the page. */
async function look(): Promise<string[]> {
  const { ace } = window as unknown as { ace: Engine };
  const finders = document.querySelectorAll("hwbe-finder").length;
  const { results } = await new ace.Checker().check(document, ["WCAG_2_2"]);
  const faults = results.filter(({ value, node, path, ruleId }) => {
    if (value[0] !== "VIOLATION" || value[1] !== "FAIL" || !path["dom"]?.includes("/hwbe-finder[")) return false;
    if (finders > 1 && ruleId === "input_checkboxes_grouped") return false;
    return !(node instanceof Element) || node.checkVisibility();
  });
  return faults.map(({ ruleId, message, path, snippet }) => `IBM ${ruleId}: ${message} ${path["dom"]} ${snippet.slice(0, 120)}`);
}

/**
 * The rules and places inside the finders of a page that break WCAG 2.2 A and AA, as the IBM Equal Access engine sees them. It runs
 * beside the page and reports to nobody.
 *
 * Two things that it says are left out, because they are not so:
 * - of what lies in a closed `details`, which browsers neither draw nor tell of, it counts fields as shown and their labels as hidden
 *   (the states of a finder open each `details`, and it is looked at then);
 * - of two finders it takes the choices of the same name for one group: a group ends with its tree (HTML, 4.10.5.1.17).
 */
export async function ibmFaults(page: Page): Promise<string[]> {
  if ((await page.locator("hwbe-finder").count()) === 0) return [];
  const world = await ownWorld(page);
  await world.load("ace", await source);
  return world.call(look, undefined);
}
