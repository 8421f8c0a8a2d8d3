import { strings } from "./strings.ts";
import { equal, ok, same } from "./testing/assert.ts";
import { SERVICE } from "./testing/fixture-events.ts";
import { FinderPage, until } from "./testing/finder-page.ts";
import { FixtureFeed } from "./testing/fixture-feed.ts";

describe("When the service does not answer", () => {
  let page: FinderPage;
  afterEach(() => page.close());

  it("says so, with ways on, and tries again when asked", async () => {
    const feed = new FixtureFeed().install();
    feed.outcome = "failing";
    page = FinderPage.open({}, feed);
    await page.says(".problem", "we cannot load events");
    await page.says('[role="status"]', "we cannot load events");
    equal(page.find<HTMLAnchorElement>(".problem a.secondary")?.href, `${SERVICE}/events`);
    feed.outcome = "answer";
    page.button("Try again").focus();
    page.button("Try again").click();
    await page.shows(".event");
    equal(page.find(".problem"), null);
    await until(() => page.focused()?.id === "count", "the focus on the number of events");
  });

  it("keeps the last list, and says that it does", async () => {
    page = await FinderPage.ready();
    page.feed.outcome = "unreachable";
    page.submit({ "#near": "Camden" });
    await page.says(".problem", "This list is from");
    equal(page.all(".event").length, 20);
  });

  it("tries again by itself when the browser is online again", async () => {
    const feed = new FixtureFeed().install();
    feed.outcome = "unreachable";
    page = FinderPage.open({}, feed);
    await page.shows(".problem");
    feed.outcome = "answer";
    window.dispatchEvent(new Event("online"));
    await page.shows(".event");
  });

  it("says that the browser is offline when it is", async () => {
    const feed = new FixtureFeed().install();
    feed.outcome = "unreachable";
    Object.defineProperty(navigator, "onLine", { configurable: true, value: false });
    page = FinderPage.open({}, feed);
    await page.says(".problem", "You are offline");
    Reflect.deleteProperty(navigator, "onLine");
  });

  it("gives up the older of two searches, and never shows its answer", async () => {
    page = await FinderPage.ready();
    page.feed.hold();
    page.submit({ "#near": "Camden" });
    await until(() => page.feed.requests.some(({ search }) => search.includes("near=Camden")), "the first search");
    const aborted = page.feed.aborted;
    page.submit({ "#near": "SE1" });
    await until(() => page.feed.aborted > aborted, "an aborted request");
    page.feed.release();
    await until(() => page.find(".results")?.getAttribute("aria-busy") === "false", "an answer");
    ok(page.text(".chip").includes("SE1"));
    equal(page.find(".problem"), null);
  });

  it("forgets a next page that a new search has made needless", async () => {
    page = await FinderPage.ready();
    page.feed.hold();
    page.button("Show more events").click();
    await until(() => page.feed.pages().some(({ searchParams }) => searchParams.has("cursor")), "the next page to be asked for");
    page.find<HTMLInputElement>('input[value="four-weeks"]')?.click();
    await until(() => page.feed.aborted > 0, "an aborted request");
    page.feed.release();
    await page.says("#count", "28 events found");
    equal(page.text(".foot .field-error"), "");
    equal(page.all(".event").length, 20);
  });

  it("goes on searching on the service when the index cannot be had", async () => {
    page = await FinderPage.ready();
    const { fetch } = window;
    window.fetch = (input, init) => (String(input).endsWith("/index") ? Promise.reject(new TypeError("Failed to fetch")) : fetch(input, init));
    page.type("#q", "tired");
    await page.says("#count", "12 events found");
    page.type("#q", "money");
    await page.says("#count", "11 events found");
    equal(page.find(".problem"), null);
    window.fetch = fetch;
  });

  it("asks for no more of a list while another is on its way", async () => {
    page = await FinderPage.ready({ "page-size": "2" });
    page.feed.hold();
    page.submit({ "#near": "Camden" });
    await until(() => page.find(".results")?.getAttribute("aria-busy") === "true", "a search under way");
    const asked = page.feed.requests.length;
    page.button("Show more events").click();
    await page.element.updateComplete;
    equal(page.feed.requests.length, asked);
    page.feed.release();
    await page.settles();
  });

  it("says that details could not be loaded, and loads them when asked", async () => {
    page = await FinderPage.ready({ "page-size": "1" });
    await page.searchesByItself();
    page.feed.outcome = "failing";
    page.type("#q", "money 41");
    await page.says("#count", "1 event found");
    page.find(".title")?.click();
    await page.says(".detail", "We could not load the details");
    equal(page.find<HTMLAnchorElement>(".detail a")?.href, `${SERVICE}/events/event-41`);
    page.feed.outcome = "answer";
    page.button("Try again").focus();
    page.button("Try again").click();
    await page.says(".detail", "020 7946 0000");
    await until(() => page.focused()?.classList.contains("title"), "the focus on the title");
  });

  it("comes back to the list that the browser kept, with its age and without its places, and then to a new one", async () => {
    page = await FinderPage.ready();
    const titles = page.titles();
    page.element.remove();
    page.feed.outcome = "unreachable";
    page = FinderPage.open({}, page.feed);
    await page.says(".problem", "This list is from");
    same(page.titles(), titles);
    same([...new Set(page.all(".tag:not(.note)").map((tag) => tag.textContent))].filter((text) => /place/i.test(text ?? "")), ["Ask if there are places"]);
    page.all(".title")[0]?.click();
    await page.says(".detail", "Ask if there are places");
    page.feed.outcome = "answer";
    window.dispatchEvent(new Event("online"));
    await until(() => !page.find(".problem"), "the new list");
    ok(page.all(".tag").some((tag) => tag.textContent?.includes("places left")));
  });

  it("stores nothing of its own", async () => {
    page = await FinderPage.ready();
    await page.search("lymphoedema");
    await page.says("[role=status]", "found");
    same([...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.includes(SERVICE)), []);
  });

  it("does not show places as they are now where a browser that is offline answers from what it kept", async () => {
    page = await FinderPage.ready();
    page.element.remove();
    Object.defineProperty(navigator, "onLine", { configurable: true, value: false });
    page.feed.outcome = "unreachable";
    document.body.append(page.element);
    await page.says(".problem", "This list is from");
    equal(page.text("[part~=places]"), strings.placesOld);
    Reflect.deleteProperty(navigator, "onLine");
  });

  it("asks again when the browser goes offline, and marks the list as an old one", async () => {
    page = await FinderPage.ready();
    page.feed.outcome = "unreachable";
    window.dispatchEvent(new Event("offline"));
    await page.says(".problem", "This list is from");
    equal(page.all(".event").length, 20);
  });
});
