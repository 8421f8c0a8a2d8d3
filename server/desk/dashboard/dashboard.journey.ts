import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectAccessible, expectNoSideways } from "../../../demo/testing/axe.ts";
import { tabTo } from "../../../demo/testing/keyboard.ts";
import { openDeskInBrowser, type DeskInBrowser } from "../testing/desk-in-browser.ts";

let desk: DeskInBrowser;
before(async () => {
  desk = await openDeskInBrowser();
});
after(() => desk?.stop());

const ADMINISTRATOR = [{ role: "administrator" }] as const;

for (const width of [360, 1024, 1440]) {
  test(`at ${width} pixels the dashboard has no fault that axe finds, open or closed, and does not scroll sideways`, async () => {
    const page = await desk.page({ roles: ADMINISTRATOR, width });
    await page.goto(`${desk.url}/desk/dashboard`);
    await expectAccessible(page, "the dashboard");
    await expectNoSideways(page, "the dashboard");
    for (const summary of await page.locator("summary").all()) await summary.click();
    await expectAccessible(page, "the dashboard with its tables");
    await expectNoSideways(page, "the dashboard with its tables");
  });
}

test("with scripts off and keys alone, somebody chooses dates, puts a wrong one right, and reads a table", async () => {
  const page = await desk.page({ roles: ADMINISTRATOR, width: 360, scripts: false });
  await page.goto(`${desk.url}/desk/dashboard`);
  await page.getByRole("radio", { name: "Other dates" }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("First day").fill("1/6/2026");
  await page.getByLabel("Last day").fill("31/6/2026");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Enter a real date" }).click();
  assert.equal(await page.getByLabel("First day").inputValue(), "1/6/2026");
  await page.getByLabel("Last day").fill("30/6/2026");
  await page.keyboard.press("Enter");
  await page.getByText("Monday 1 June 2026 to Tuesday 30 June 2026").waitFor();
  await tabTo(page, "a table", ({ words }) => words.startsWith("Table: Events by borough"));
  await page.keyboard.press("Enter");
  await page.getByRole("rowheader", { name: "Barking and Dagenham" }).waitFor();
});

test("a picture is told as one image with its title and what it shows, and what is wide can be reached and scrolled with keys", async () => {
  const page = await desk.page({ roles: ADMINISTRATOR, width: 360 });
  await page.goto(`${desk.url}/desk/dashboard`);
  await page.getByRole("img", { name: /^Events by borough Most events: / }).waitFor();
  assert.equal(await page.locator("svg.hwbe-chart").count(), 7);
  const region = page.getByRole("group", { name: "Picture: Places by month" });
  await region.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((element) => element !== null && element.scrollLeft > 0, await region.elementHandle());
});

test("in forced colours every letter and line of a picture takes the colours of the system", async () => {
  const page = await desk.page({ roles: ADMINISTRATOR, width: 1024 });
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`${desk.url}/desk/dashboard`);
  const colours = await page.evaluate(() => {
    const probe = Object.assign(document.body.appendChild(document.createElement("span")), { className: "probe" });
    probe.style.color = "CanvasText";
    const system = getComputedStyle(probe).color;
    const painted = [...document.querySelectorAll(".hwbe-chart text")].map((text) => getComputedStyle(text).fill);
    return { system, painted: [...new Set(painted)] };
  });
  assert.deepEqual(colours.painted, [colours.system]);
});
