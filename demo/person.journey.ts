import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { readWithIcalJs } from "../server/testing/calendar-readers.ts";
import { finderOn, visit } from "./testing/finder.ts";
import { startRunningDemo, type RunningDemo } from "./testing/running-demo.ts";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running?.stop());

/** What a host page keeps of a visit, as the browser has it. */
async function keptBy(page: Page) {
  const storage = await page.evaluate(() => ({ local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie }));
  return { ...storage, cookies: await page.context().cookies() };
}

const NOTHING = { local: [], session: [], cookie: "", cookies: [] };

test("a tired person finds an event on a hospital's page, reads about it, and goes on to the service to get a place", async () => {
  const page = await running.page({ width: 390 });
  const finder = await visit(page, `${running.demo}/trust`);
  await finder.words.fill("fatige");
  await finder.words.press("Enter");
  await finder.button("Remove “fatige”").waitFor();
  await finder.settled.waitFor();
  assert.match(await finder.count.innerText(), /^\d+ events? found$/);
  const title = finder.titles.first();
  const name = await title.innerText();
  await title.click();
  await finder.detail.getByText("How to get a place").waitFor();
  assert.match(await finder.detail.innerText(), /Where[\s\S]*Cost\s*Free/);

  await finder.detail.getByRole("link", { name: /^(Book or refer|How to get a place|Join the waiting list)/ }).click();
  await page.waitForURL((url) => url.origin === running.service);
  assert.equal(page.mainFrame().url().replace(/#.*/, "").startsWith(`${running.service}/events/`), true);
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), name);
  await page.getByRole("heading", { name: /place/i }).first().waitFor();

  await page.goBack();
  assert.equal(new URL(page.url()).origin, running.demo);
  await finderOn(page).titles.first().waitFor();
  assert.deepEqual(await keptBy(page), NOTHING);
  await page.context().close();
});

test("an event goes into a person's calendar by one link", async () => {
  const page = await running.page();
  const finder = await visit(page, `${running.demo}/charity`);
  const name = await finder.titles.first().innerText();
  await finder.titles.first().click();
  await finder.detail.getByText("Share, or add to a calendar").click();
  const [download] = await Promise.all([page.waitForEvent("download"), finder.detail.getByRole("link", { name: "Add to the calendar on this device" }).click()]);
  const [event, ...others] = readWithIcalJs(await readFile(await download.path(), "utf8"));
  assert.equal(event?.summary.startsWith(name), true, event?.summary);
  assert.equal(others.length, 0);
  await page.context().close();
});

test("nobody but the service is asked for anything, and no page of a host keeps anything, in any host", async () => {
  const page = await running.page();
  const origins = new Set<string>();
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  for (const path of ["/", "/trust", "/charity", "/alliance", "/intranet", "/two-finders", "/strict-policy", "/narrow-column", "/right-to-left"]) {
    const finder = await visit(page, running.demo + path);
    await finder.words.first().fill("sleep");
    await finder.button("Remove “sleep”").first().waitFor();
    await finder.settled.first().waitFor();
    await finder.titles.first().click();
    await finder.detail.first().getByText("Cost").waitFor();
    assert.deepEqual(await keptBy(page), NOTHING, path);
  }
  assert.deepEqual(origins, new Set([running.demo, running.service]));
  await page.context().close();
});

test("where scripts are off and where the service is away, people see a way on", async () => {
  const page = await running.page();
  await page.goto(`${running.demo}/scripts-off`);
  await page.getByRole("link", { name: "See all health and wellbeing events" }).click();
  assert.equal(page.url(), `${running.service}/events`);
  await page.getByRole("heading", { level: 1 }).waitFor();

  await page.goto(`${running.demo}/service-down`);
  const finder = finderOn(page);
  await finder.element.getByText("Sorry, we cannot load events right now").first().waitFor();
  await finder.button("Try again").waitFor();
  assert.equal(await finder.link("0808 808 00 00").getAttribute("href"), "tel:08088080000");
  await finder.link("Open the full directory").waitFor();
  await page.context().close();
});

test("away from the network the list that the browser still has comes back with its age and without places, and then gives way to a new one", async () => {
  const page = await running.page({ width: 390 });
  const finder = await visit(page, `${running.demo}/trust`);
  const titles = await finder.titles.allInnerTexts();
  await page.context().setOffline(true);
  await page.evaluate(() => {
    const { fetch } = window;
    // An answer is fresh for a minute, and the browser gives it without a network. This is what it does from then on.
    window.fetch = (input, init) => (navigator.onLine || init?.cache === "force-cache" ? fetch(input, init) : Promise.reject(new TypeError("Failed to fetch")));
    const before = document.querySelector("hwbe-finder");
    before?.replaceWith(before.cloneNode());
  });
  await finder.element.getByText(/^This list is from .+ Places may have changed since then\.$/).waitFor();
  assert.deepEqual(await finder.titles.allInnerTexts(), titles);
  const tags = await finder.element.locator("[part~=places]").allInnerTexts();
  assert.deepEqual([...new Set(tags)], ["Ask if there are places"]);
  await page.context().setOffline(false);
  await finder.element.getByText(/^This list is from/).waitFor({ state: "detached" });
  assert.notDeepEqual(await finder.element.locator("[part~=places]").allInnerTexts(), tags);
  await page.context().close();
});

test("on a page that keeps the search in its address, a link leads to the search and Back goes one step back in it", async () => {
  const page = await running.page();
  const finder = await visit(page, `${running.demo}/charity?from=newsletter`);
  await finder.element.getByLabel("Next 4 weeks").check();
  await page.waitForURL((url) => url.search === "?from=newsletter&hwbe-when=four-weeks");
  await finder.settled.waitFor();
  const four = await finder.count.innerText();
  await finder.words.fill("sleep");
  await page.waitForURL((url) => url.searchParams.get("hwbe-q") === "sleep");
  const link = page.url();
  await page.goBack();
  await finder.count.getByText(four).waitFor();
  assert.equal(await finder.words.inputValue(), "");
  const other = await running.page();
  const shared = await visit(other, link);
  assert.equal(await shared.words.inputValue(), "sleep");
  await shared.button("Remove “sleep”").waitFor();
  await shared.button("Remove Next 4 weeks").waitFor();
  await other.context().close();
  await page.context().close();
});

test("a browser that is too old for the script shows the link inside the tag, and asks the service for nothing", async () => {
  const page = await running.page();
  await page.addInitScript(() => Reflect.deleteProperty(AbortSignal, "any"));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${running.demo}/trust`, { waitUntil: "networkidle" });
  await page.locator("hwbe-finder").getByRole("link").first().waitFor();
  assert.equal(await page.locator("hwbe-finder").evaluate((tag) => tag.shadowRoot), null);
  assert.ok(!asked.some((path) => path.startsWith("/v1/")));
  await page.context().close();
});
