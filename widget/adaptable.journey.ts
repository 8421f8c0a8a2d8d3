import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { axeFaults } from "../demo/testing/axe.ts";
import { MODES, type Mode } from "./attributes.ts";
import type { View } from "./state.ts";
import { FINDER_STATES } from "./testing/finder-states.ts";
import { layoutFaults, spaceText } from "./testing/geometry.ts";
import { startStatesSite, type StatesSite } from "./testing/states-site.ts";

let site: StatesSite;
before(async () => {
  site = await startStatesSite();
});
after(() => site?.stop());

type Shown = readonly [state: string, mode: Mode, view: View];

const ALL: readonly Shown[] = Object.entries(FINDER_STATES).flatMap(([name, { modes = MODES, views }]) =>
  modes.flatMap((mode) => (views ?? (["list"] as const)).map((view) => [name, mode, view] as const)),
);
/** Between them they show everything that a finder ever shows. */
const RICH = ALL.filter(([name]) => ["a list", "an unknown place", "everything is open", "events are compared", "filters that are chosen", "long names", "longer words of another language"].includes(name));

/** Shows each state in turn, and fails with the faults of all. */
async function faultless(page: Page, states: readonly Shown[], faultsOf: () => Promise<readonly string[]>): Promise<void> {
  const faults: string[] = [];
  for (const shown of states) {
    await page.evaluate((how) => window.showFinder(...how), shown);
    faults.push(...(await faultsOf()).map((fault) => `${shown.join(", ")}: ${fault}`));
  }
  assert.deepEqual(faults, []);
  await page.context().close();
}

const inRoots = (page: Page, find: (element: HTMLElement) => string | undefined): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll("hwbe-finder")].flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll("*")]).flatMap((element) => (${find.toString()})(element) ?? [])`);

test("the checks see text that is cut and text that lies on other text", async () => {
  const page = await site.page();
  await page.evaluate(() => window.showFinder("a list", "public", "list"));
  await page.locator("hwbe-finder #count").evaluate((count) => count.setAttribute("style", "width: 20px; height: 20px; overflow: hidden"));
  await page.locator("hwbe-finder .where").first().evaluate((where) => where.setAttribute("style", "margin-top: -24px"));
  assert.match((await layoutFaults(page)).join(), /cut: .*count.*lies on/s);
  await page.context().close();
});

describe("the finder adapts to a person", { concurrency: 2 }, () => {
  // 1,280 pixels at 400 % are 320 by 256 (WCAG 2.2 criterion 1.4.10): the layout knows no other difference.
  test("at 400 % nothing is cut, overlaps, or has to be scrolled sideways, with text set apart too, and each target is big enough", async () => {
    const page = await site.page({ width: 320, height: 256 });
    await faultless(page, ALL, async () => {
      const targets = await axeFaults(page, "hwbe-finder", ["target-size"]);
      const faults = await layoutFaults(page);
      await spaceText(page);
      return [...targets, ...faults, ...(await layoutFaults(page)).map((fault) => `text set apart: ${fault}`)];
    });
  });

  test("with text set apart nothing is cut or overlaps beside the filters", async () => {
    const page = await site.page({ width: 1440 });
    await faultless(page, RICH, async () => {
      await spaceText(page);
      return layoutFaults(page);
    });
  });

  test("text grows to 200 % with the text of the page, and stays whole", async () => {
    const page = await site.page();
    const size = () => page.locator("hwbe-finder #count").first().evaluate((count) => Number.parseFloat(getComputedStyle(count).fontSize));
    await page.evaluate(() => window.showFinder("a list", "public", "list"));
    const before = await size();
    await page.addStyleTag({ content: ":root { font-size: 200% }" });
    assert.equal(await size(), 2 * before);
    await page.locator("hwbe-finder").evaluate((finder) => finder.setAttribute("theme", "nhs"));
    assert.equal(await size(), 2 * before);
    await faultless(page, RICH, () => layoutFaults(page));
  });

  for (const width of [320, 1440]) {
    test(`on a page from right to left nothing is cut or overlaps, and the date stands at the right, ${width} pixels`, async () => {
      const page = await site.page({ width });
      await page.evaluate(() => (document.documentElement.dir = "rtl"));
      await faultless(page, RICH, async () => {
        const isMirrored = await page.locator("hwbe-finder .public .event").first().evaluateAll(([event]) => {
          const left = (selector: string) => event?.querySelector(selector)?.getBoundingClientRect().left ?? 0;
          return !event || left(".date") > left(".where");
        });
        return [...(await layoutFaults(page)), ...(isMirrored ? [] : ["the date stands at the left"])];
      });
    });
  }

  test("for people who want no motion, nothing moves", async () => {
    const page = await site.page();
    const moving = () => inRoots(page, (element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      return animationName !== "none" || transitionDuration !== "0s" ? element.className : undefined;
    });
    await page.evaluate(() => window.showFinder("the first answer is late", "public", "list"));
    assert.deepEqual(await moving(), ["skeleton"]);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await faultless(page, RICH.concat([["the first answer is late", "public", "list"]]), moving);
  });

  test("in colours that a person has chosen, each control has an edge, and what is on is told from what is off", async () => {
    const page = await site.page();
    await page.emulateMedia({ forcedColors: "active" });
    await faultless(page, ALL, async () => {
      const edgeless = await inRoots(page, (element) => {
        if (!element.matches("input, select, textarea, button:not(.link, .title), a.primary, a.secondary, .pill span") || element.matches("[type=checkbox], .pill input")) return undefined;
        const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element);
        return borderTopStyle === "none" || Number.parseFloat(borderTopWidth) < 1 || borderTopColor === backgroundColor ? `no edge: ${element.outerHTML.slice(0, 100)}` : undefined;
      });
      const alike = await inRoots(page, (element) => {
        if (!element.matches('[aria-pressed="true"], .pill input:checked + span')) return undefined;
        const off = element.matches("button")
          ? (element.getRootNode() as ShadowRoot).querySelector(`${element.matches(".tile *") ? ".tile button" : ".shortlist-button"}[aria-pressed="false"]`)
          : element.closest(".pills")?.querySelector("input:not(:checked) + span");
        // A colour that lets the page through looks like the page.
        const painted = (one: Element) => {
          const brush = new OffscreenCanvas(1, 1).getContext("2d");
          for (const colour of ["#fff", getComputedStyle(one).backgroundColor]) {
            if (brush) brush.fillStyle = colour;
            brush?.fillRect(0, 0, 1, 1);
          }
          return String(brush?.getImageData(0, 0, 1, 1).data);
        };
        return off && painted(off) === painted(element) ? `looks the same on and off: ${element.outerHTML.slice(0, 100)}` : undefined;
      });
      return [...edgeless, ...alike];
    });
  });
});
