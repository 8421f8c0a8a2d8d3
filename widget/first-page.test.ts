import { equal, ok, same } from "./testing/assert.ts";
import { SERVICE } from "./testing/fixture-events.ts";
import { FinderPage, until } from "./testing/finder-page.ts";
import { FixtureFeed } from "./testing/fixture-feed.ts";

describe("The first page", () => {
  let page: FinderPage;
  afterEach(() => page.close());

  it("asks the service whether what the browser kept is still right, as places change", async () => {
    const feed = new FixtureFeed().install();
    const { fetch } = window;
    const modes = new Set<RequestCache | undefined>();
    window.fetch = (input, init) => {
      modes.add(init?.cache);
      return fetch(input, init);
    };
    page = await FinderPage.ready({}, feed);
    page.find(".title")?.click();
    await page.shows(".detail dl");
    await page.search("tired");
    same([...modes], ["no-cache"]);
  });

  it("comes from the service by one request, with facets", async () => {
    page = await FinderPage.ready();
    same(page.feed.requests.map(({ pathname, search }) => pathname + search), ["/v1/events?limit=20&facets=true"]);
    equal(page.all(".event").length, 20);
    equal(page.text("#count"), "45 events found");
  });

  it("shows the events before the filters", async () => {
    page = FinderPage.open();
    const { element } = page;
    const filtersCameToo = await new Promise<boolean>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!element.renderRoot.querySelector(".event")) return;
        observer.disconnect();
        resolve(element.renderRoot.querySelector("#filters") !== null);
      });
      observer.observe(element.renderRoot, { childList: true, subtree: true });
    });
    equal(filtersCameToo, false);
    await page.shows("#filters");
  });

  it("says that it loads until there is an answer", async () => {
    const feed = new FixtureFeed().install();
    feed.hold();
    page = FinderPage.open({}, feed);
    await page.says("#count", "Loading events");
    equal(page.find(".results")?.getAttribute("aria-busy"), "true");
    feed.release();
    await page.says("#count", "45 events found");
    equal(page.find(".results")?.getAttribute("aria-busy"), "false");
  });

  it("goes on with the next events and puts the focus on the first of them", async () => {
    page = await FinderPage.ready();
    page.button("Show more events").click();
    await until(() => page.all(".event").length === 40, "40 events");
    await until(() => page.focused() === page.all(".title")[20], "the focus on the 21st event");
    page.button("Show more events").click();
    await until(() => page.all(".event").length === 45, "45 events");
    equal(page.find(".more"), null);
    equal(new Set(page.titles()).size, 45);
  });

  it("keeps the list when the next events cannot be had, and tries again", async () => {
    page = await FinderPage.ready();
    page.feed.outcome = "failing";
    page.button("Show more events").click();
    await page.says(".foot", "we cannot load events");
    equal(page.all(".event").length, 20);
    page.feed.outcome = "answer";
    page.button("Show more events").click();
    await until(() => page.all(".event").length === 40, "40 events");
  });

  it("opens the details of an event without a request for them, and closes them", async () => {
    page = await FinderPage.ready();
    const title = page.all(".title")[0];
    ok(title);
    title.focus();
    title.click();
    const detail = await page.shows(".detail");
    for (const words of ["Places left", "Carers welcome", "London Bridge (step-free station)", "Step-free access", "020 7946 0000"]) {
      ok(detail.textContent?.includes(words), `The details do not say "${words}"`);
    }
    equal(title.getAttribute("aria-expanded"), "true");
    equal(page.focused(), title);
    same(page.feed.requests.slice(1).map(({ pathname }) => pathname.split("/").at(-1)), ["alternatives"]);
    const book = page.find<HTMLAnchorElement>(".detail a.primary");
    equal(book?.href, `${SERVICE}/events/event-0#get-a-place`);
    equal(book?.target, "_top");
    title.click();
    await until(() => !page.find(".detail"), "closed details");
  });

  it("says that a list is old when the service says so", async () => {
    const feed = new FixtureFeed().install();
    feed.staleSince = "2026-03-03T10:00:00+00:00";
    page = await FinderPage.ready({}, feed);
    await page.says(".results", "since Tuesday 3 March 2026, 10am");
  });

  it("offers no place for a cancelled event", async () => {
    page = await FinderPage.ready();
    const cancelled = page.all(".title")[7];
    cancelled?.click();
    await page.shows(".detail");
    equal(page.find(".detail a.primary"), null);
    ok(page.find(".detail")?.textContent?.includes("Cancelled"));
  });

  it("asks to check first where the organiser has not looked at an event for more than 3 months", async () => {
    const feed = new FixtureFeed().install();
    feed.replaceEvents(([first, ...rest]) => [{ ...first!, lastConfirmed: "2020-01-01" }, ...rest]);
    page = await FinderPage.ready({}, feed);
    page.all(".title")[0]!.click();
    page.all(".title")[1]!.click();
    await until(() => page.all(".detail").length === 2, "two events in full");
    const stale = page.all(".detail").map((detail) => detail.textContent?.includes("Check with them before you travel") ?? false);
    equal(stale.join(" "), "true false");
  });
});
