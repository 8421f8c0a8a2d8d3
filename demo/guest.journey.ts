import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { until } from "../server/testing/until.ts";
import { computedStyles, differences, type ComputedStyles } from "./testing/computed-styles.ts";
import { finderOn, visit } from "./testing/finder.ts";
import { startRunningDemo, type RunningDemo } from "./testing/running-demo.ts";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running?.stop());

/** What changes by itself when a page becomes longer. */
const LENGTH = new Set(["height", "block-size", "perspective-origin", "transform-origin", "grid-template-rows"]);

const HOSTS = ["/", "/trust", "/charity", "/alliance", "/intranet", "/two-finders", "/hostile-styles", "/strict-policy", "/service-down", "/narrow-column", "/right-to-left"];

/** Everything that a page complains of, from now on. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** Has each violation of the host's policy written to the console. */
function reportViolations(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      console.error("Blocked by", effectiveDirective, blockedURI);
    });
  });
}

for (const path of HOSTS) {
  test(`the finder changes no style of its host on ${path}`, async () => {
    const page = await running.page();
    await page.route("**/widget/**", (route) => route.abort());
    await page.goto(running.demo + path);
    const without = await computedStyles(page, "host");
    await page.unroute("**/widget/**");
    await page.goto(running.demo + path);
    await page.locator("hwbe-finder").first().locator(path === "/service-down" ? ".notice" : ".event").first().waitFor();
    const withFinder = await computedStyles(page, "host");
    assert.ok(Object.keys(without).length > 15);
    assert.deepEqual(differences(without, withFinder, LENGTH), []);
    await page.context().close();
  });
}

test("a hostile host changes no style inside the finder", async () => {
  const page = await running.page();
  async function stylesInside(): Promise<ComputedStyles> {
    const finder = await visit(page, `${running.demo}/hostile-styles`);
    await finder.titles.first().click();
    await finder.detail.getByText("Cost").waitFor();
    return computedStyles(page, "finder");
  }
  const hostile = await stylesInside();
  const plain = "body { margin: 0 18px; font-size: 17px }";
  await page.route("**/hostile.css", (route) => route.fulfill({ contentType: "text/css", body: plain }));
  const friendly = await stylesInside();
  assert.ok(Object.keys(hostile).length > 200);
  assert.deepEqual(differences(hostile, friendly), []);
  await page.context().close();
});

test("under a strict policy with trusted types the finder works in full, and nothing is blocked", async () => {
  const page = await running.page();
  const complaints = complaintsOf(page);
  await reportViolations(page);
  const finder = await visit(page, `${running.demo}/strict-policy`);
  await finder.words.fill("fatige");
  await finder.words.press("Enter");
  await finder.button("Remove “fatige”").waitFor();
  await finder.element.getByRole("checkbox", { name: /^Tiredness and fatigue/ }).check();
  await finder.titles.first().click();
  await finder.detail.getByText("Cost").waitFor();
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("the strict page is strict: a style or markup put into it is blocked", async () => {
  const page = await running.page();
  const complaints = complaintsOf(page);
  await reportViolations(page);
  await visit(page, `${running.demo}/strict-policy`);
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement("style"), { textContent: "body { color: red }" }));
    document.body.setAttribute("style", "color: red");
  });
  await assert.rejects(page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<i></i>")), /TrustedHTML/);
  for (const directive of ["style-src-elem", "style-src-attr", "require-trusted-types-for"]) {
    await until(() => complaints.some((complaint) => complaint.startsWith(`Blocked by ${directive}`)), directive);
  }
  await page.context().close();
});

test("two finders on one page have their own scope, their own headings, and their own search", async () => {
  const page = await running.page();
  await visit(page, `${running.demo}/two-finders`);
  const [breast, fatigue] = [finderOn(page, "#breast"), finderOn(page, "#fatigue")];
  assert.equal(await breast.element.getByRole("heading", { level: 2, name: "Find an event" }).count(), 1);
  assert.equal(await fatigue.element.getByRole("heading", { level: 3, name: "Find an event" }).count(), 1);
  const [breastCount, fatigueCount] = [await breast.count.innerText(), await fatigue.count.innerText()];
  assert.notEqual(breastCount, fatigueCount);
  await breast.words.fill("yoga");
  await breast.words.press("Enter");
  await breast.button("Remove “yoga”").waitFor();
  await fatigue.titles.first().click();
  await fatigue.detail.getByText("Cost").waitFor();
  assert.equal(await fatigue.words.inputValue(), "");
  assert.equal(await fatigue.count.innerText(), fatigueCount);
  assert.equal(await breast.detail.count(), 0);
  await page.context().close();
});

test("a page that loads the script twice has one finder that works, and no complaint", async () => {
  const page = await running.page();
  const complaints = complaintsOf(page);
  const finder = await visit(page, `${running.demo}/trust`);
  await page.addScriptTag({ type: "module", url: `${running.service}/widget/v1/hwbe-finder.js?again` });
  await finder.words.fill("sleep");
  await finder.words.press("Enter");
  await finder.button("Remove “sleep”").waitFor();
  assert.equal(await page.evaluate(() => document.querySelectorAll("hwbe-finder").length), 1);
  assert.deepEqual(complaints.filter((text) => !text.includes("Multiple versions of Lit")), []);
  await page.context().close();
});

test("no host page offers a finder inside a frame of the service: its pages refuse to be framed", async () => {
  const page = await running.page();
  await page.goto(`${running.demo}/trust`);
  const framed = await page.evaluate(async (address) => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    frame.src = address;
    await new Promise((resolve) => frame.addEventListener("load", resolve));
    return frame.contentDocument === null;
  }, `${running.service}/events`);
  assert.ok(framed);
  assert.equal(page.frames().some((frame) => frame.url() === `${running.service}/events`), false);
  await page.context().close();
});
