import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import type { ListedEvent } from "../server/contract/event-page.ts";
import { expectAccessible, expectNoSideways } from "./testing/axe.ts";
import { finderOn, visit } from "./testing/finder.ts";
import { startRunningDemo, type RunningDemo } from "./testing/running-demo.ts";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running?.stop());

const WIDTHS = [360, 1440];
const FINDERS = ["/", "/trust", "/charity", "/alliance", "/intranet", "/two-finders", "/hostile-styles", "/strict-policy", "/narrow-column", "/right-to-left"];
const SERVICE_PAGES = ["/", "/events", "/events?q=fatige", "/events?q=zzzzzz", "/events?near=nowhere-at-all", "/about", "/developers", "/not-a-page"];

/** The hostile host is as bad as hosts get: there the finder alone is looked at. */
const partOf = (path: string) => (path === "/hostile-styles" ? "hwbe-finder" : "html");

/** An event of each kind that has a page of its own look. */
async function eventPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  let cursor: string | null = "";
  while (cursor !== null) {
    const answer = await fetch(`${running.service}/v1/events?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    const { events, next } = (await answer.json()) as { events: ListedEvent[]; next: string | null };
    for (const { status, places, format, sessions, booking, url } of events) {
      pages.set(status, url).set(places.state, url).set(format, url).set(booking.route, url);
      if (sessions.length > 0) pages.set("with sessions", url);
    }
    cursor = next;
  }
  return pages;
}

/** The two that hold most of what a host's styles can reach. Every other state is looked at in `widget/accessible.journey.ts`. */
async function inEachState(page: Page, path: string, check: (state: string) => Promise<void>): Promise<void> {
  const finder = finderOn(page, "hwbe-finder >> nth=0");
  await check(`${path} at first`);
  await finder.titles.first().click();
  await finder.detail.getByText("Cost").waitFor();
  const filters = finder.button(/^Filters/);
  if (await filters.isVisible()) await filters.click();
  const closed = finder.element.locator("details:not([open]) > summary");
  for (let groups = await closed.count(); groups > 0; groups--) await closed.first().click();
  await check(`${path} with an event and all filters open`);
}

test("the check sees a fault that is put inside a finder", async () => {
  const page = await running.page();
  await visit(page, `${running.demo}/trust`);
  await page.evaluate(() => document.querySelector("hwbe-finder")?.shadowRoot?.querySelector("label[for=q]")?.remove());
  await assert.rejects(expectAccessible(page, "a field without a label"), /axe label in .*IBM input_label_exists/s);
  await page.context().close();
});

for (const path of FINDERS) {
  test(`the finder and its host have no fault of accessibility on ${path}`, async () => {
    for (const width of WIDTHS) {
      const page = await running.page({ width });
      await visit(page, running.demo + path);
      await inEachState(page, path, (state) => expectAccessible(page, state, partOf(path)));
      await page.context().close();
    }
  });
}

test("the pages without events have no fault of accessibility", async () => {
  for (const width of WIDTHS) {
    const page = await running.page({ width });
    for (const path of ["/scripts-off", "/service-down", "/not-a-page"]) {
      await page.goto(running.demo + path);
      if (path === "/service-down") await finderOn(page).button("Try again").waitFor();
      await expectAccessible(page, path);
    }
    await page.context().close();
  }
});

test("a nurse's shortlist and the sheet to print have no fault of accessibility", async () => {
  for (const width of WIDTHS) {
    const page = await running.page({ width });
    const finder = await visit(page, `${running.demo}/intranet`);
    for (let chosen = 1; chosen <= 2; chosen++) {
      await finder.button("Add to shortlist").first().click();
      await finder.element.getByText(`Shortlist (${chosen} event`).first().waitFor();
    }
    await finder.element.getByText("Shortlist (2 events)").first().click();
    await expectAccessible(page, "the shortlist");
    await finder.link("Open printable sheet").click();
    await page.waitForURL((url) => url.origin === running.service);
    await expectAccessible(page, "the sheet");
    await page.context().close();
  }
});

test("the service's pages have no fault of accessibility", async () => {
  for (const width of WIDTHS) {
    const page = await running.page({ width });
    for (const path of SERVICE_PAGES) {
      await page.goto(running.service + path);
      await expectAccessible(page, `service ${path}`);
    }
    await page.context().close();
  }
});

test("the page of each kind of event has no fault of accessibility", async () => {
  const pages = await eventPages();
  for (const kind of ["scheduled", "cancelled", "postponed", "waiting-list", "full", "few", "online", "in-person", "drop-in", "with sessions"]) {
    assert.ok(pages.has(kind), `The sample has no event that is ${kind}`);
  }
  for (const width of WIDTHS) {
    const page = await running.page({ width });
    for (const [kind, url] of pages) {
      await page.goto(url);
      await expectAccessible(page, kind);
    }
    await page.context().close();
  }
});

test("nothing has to be scrolled sideways in a window of 320 pixels", async () => {
  const page = await running.page({ width: 320, height: 600 });
  for (const path of FINDERS) {
    await visit(page, running.demo + path);
    await inEachState(page, path, (state) => expectNoSideways(page, state));
  }
  const others = [...["/scripts-off", "/service-down", "/not-a-page"].map((path) => running.demo + path), ...SERVICE_PAGES.map((path) => running.service + path)];
  for (const address of [...others, ...(await eventPages()).values()]) {
    await page.goto(address);
    await expectNoSideways(page, address);
  }
  await page.context().close();
});
