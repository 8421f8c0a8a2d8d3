import assert from "node:assert/strict";
import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { ibmFaults } from "./ibm.ts";
import { ownWorld, type OwnWorld } from "./own-world.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** axe cannot see what lies behind some text, nor into a frame of another origin. Every other doubt counts as a fault: most are references that lead nowhere. */
const MAY_BE_IN_DOUBT = ["color-contrast", "frame-tested"];

/** A fault of a colour is in a hundred places at once. */
const PLACES_TOLD = 3;

type Axe = typeof import("axe-core");
type Inspected = Pick<AxeResults, "violations" | "incomplete">;

interface Look {
  readonly within: string;
  readonly runOnly: NonNullable<RunOptions["runOnly"]>;
}

/** Runs beside the page. */
async function look({ within, runOnly }: Look): Promise<Inspected> {
  const { axe: checker } = window as unknown as { axe: Axe };
  const { violations, incomplete } = await checker.run(within, { runOnly, resultTypes: ["violations", "incomplete"] });
  return { violations, incomplete };
}

async function inspect(world: OwnWorld, within: string, rules: readonly string[] | undefined): Promise<Inspected> {
  await world.load("axe", axe.source);
  return world.call(look, { within, runOnly: rules ? { type: "rule", values: [...rules] } : TAGS });
}

/**
 * The rules and places of a page, shadow roots included, that break WCAG 2.0 to 2.2 A and AA or best practice. `rules` are the rules of
 * axe to look by, where not by all of them.
 */
export async function axeFaults(page: Page, within = "html", rules?: readonly string[]): Promise<string[]> {
  const { violations, incomplete } = await inspect(await ownWorld(page), within, rules);
  const faults = [...violations, ...incomplete.filter(({ id }) => !MAY_BE_IN_DOUBT.includes(id))];
  const placesOf = ({ nodes }: (typeof faults)[number]) => nodes.slice(0, PLACES_TOLD).map(({ target, html }) => `${target.join(" ")} ${html.slice(0, 120)}`);
  return faults.map((fault) => `axe ${fault.id} in ${fault.nodes.length} places: ${placesOf(fault).join("; ")}`);
}

/** Fails with what axe finds on a page, and with what the IBM engine finds in its finders. */
export async function expectAccessible(page: Page, state: string, within = "html"): Promise<void> {
  const faults = [...(await axeFaults(page, within)), ...(await ibmFaults(page))];
  assert.deepEqual(faults, [], `${state}, ${page.viewportSize()?.width} pixels`);
}

/** Fails when a page is wider than its window (WCAG 2.2 criterion 1.4.10). */
export async function expectNoSideways(page: Page, state: string): Promise<void> {
  const { content, window: width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(content <= width, `${state} is ${content} pixels wide in a window of ${width}`);
}
