import { HwbeFinder } from "./define.ts";
import { equal, ok } from "./testing/assert.ts";
import { SERVICE } from "./testing/fixture-events.ts";
import { FinderPage, until } from "./testing/finder-page.ts";
import { FixtureFeed } from "./testing/fixture-feed.ts";

describe("The life of a finder", () => {
  let page: FinderPage;
  afterEach(() => page.close());

  it("hides its fallback once it is there", async () => {
    page = FinderPage.open();
    const link = document.createElement("a");
    link.textContent = "All events";
    page.element.append(link);
    await page.shows(".event");
    equal(link.getBoundingClientRect().width, 0);
  });

  it("does not ask again when it is moved", async () => {
    page = await FinderPage.ready();
    page.find(".title")?.click();
    const section = document.createElement("section");
    document.body.append(section);
    section.append(page.element);
    await page.shows(".detail");
    equal(page.feed.pages().length, 1);
    equal(page.all(".event").length, 20);
    section.remove();
  });

  it("gives up its request when it leaves the page, and asks anew when it comes back", async () => {
    const feed = new FixtureFeed().install();
    feed.hold();
    page = FinderPage.open({}, feed);
    await until(() => feed.requests.length === 1, "a request");
    page.element.remove();
    await until(() => feed.aborted === 1, "an aborted request");
    feed.release();
    document.body.append(page.element);
    await page.shows(".event");
    equal(page.find(".problem"), null);
  });

  it("shows its events when it comes back before its request is given up", async () => {
    const feed = new FixtureFeed().install();
    feed.hold();
    page = FinderPage.open({}, feed);
    await until(() => feed.requests.length === 1, "a request");
    page.element.remove();
    await Promise.resolve();
    document.body.append(page.element);
    feed.release();
    await page.shows(".event");
    equal(page.find(".problem"), null);
  });

  it("loads twice without harm", async () => {
    const other = new URL("./define.ts?second-copy", import.meta.url).href;
    await import(other);
    equal(customElements.get("hwbe-finder"), HwbeFinder);
    page = await FinderPage.ready();
  });

  it("takes a property that was set before it was upgraded", async () => {
    const feed = new FixtureFeed().install();
    page = FinderPage.open({}, feed);
    page.element.remove();
    const elsewhere = document.implementation.createHTMLDocument();
    const early = elsewhere.createElement("hwbe-finder");
    Object.assign(early, { feed: SERVICE, pageSize: "3" });
    document.body.append(document.adoptNode(early));
    await until(() => early.shadowRoot?.querySelectorAll(".event").length === 3, "three events");
    early.remove();
  });

  it("asks again when the browser brings an old page back", async () => {
    page = await FinderPage.ready();
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await until(() => page.feed.requests.length === 2, "a second request");
    await page.says("#count", "45 events found");
  });

  it("lives beside another finder with a name of its own for each search", async () => {
    page = await FinderPage.ready();
    const second = FinderPage.open({ "tumour-group": "breast" }, page.feed);
    await second.shows(".event");
    ok(page.find("form")?.getAttribute("aria-label") !== second.find("form")?.getAttribute("aria-label"));
    second.element.remove();
  });
});
