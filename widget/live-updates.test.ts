import { englishLater } from "./languages/english-later.ts";
import { equal, ok } from "./testing/assert.ts";
import { expectAccessible } from "./testing/axe.ts";
import { FixtureFeed } from "./testing/fixture-feed.ts";
import { FixtureStream } from "./testing/fixture-stream.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

describe("A finder that is open while the directory changes", () => {
  let page: FinderPage;
  // Tests of other files run in tabs of the same window, which may lie before this one.
  before(() => Object.defineProperty(document, "visibilityState", { configurable: true, value: "visible" }));
  after(() => Reflect.deleteProperty(document, "visibilityState"));
  afterEach(() => page.close());

  async function follows(attributes: Record<string, string> = {}): Promise<void> {
    page = await FinderPage.ready(attributes);
    await until(() => page.feed.followers === 1, "the finder to follow the changes");
  }

  // The first of all: later ones find a number that the page has heard before.
  it("shows what changed between its first answer and its first word of the changes", async () => {
    const feed = new FixtureFeed().install();
    class LateStream extends FixtureStream {
      constructor(url: string) {
        feed.replaceEvents((events) => events.map((event) => ({ ...event, title: `New: ${event.title}` })));
        feed.announce();
        super(url);
      }
    }
    Object.defineProperty(window, "EventSource", { configurable: true, writable: true, value: LateStream });
    page = await FinderPage.ready({}, feed);
    await until(() => page.titles().every((title) => title.startsWith("New: ")), "new titles");
    equal(page.feed.pages().length, 2);
  });

  it("shows a new event without being asked, and keeps the focus and what is open", async () => {
    await follows();
    const titles = page.all(".title");
    titles[2]!.click();
    await page.shows(".detail");
    titles[2]!.focus();
    const focused = titles[2]!.id;
    const [first] = page.feed.pages();
    page.feed.replaceEvents((events) => [{ ...events[0]!, id: crypto.randomUUID(), title: "Brand new" }, ...events]);
    page.feed.announce();
    await until(() => page.all(".title").some((title) => title.textContent?.includes("Brand new")), "the new event");
    await until(() => page.focused()?.id === focused, "the focus on the same event");
    equal(page.focused()?.getAttribute("aria-expanded"), "true");
    equal(page.all(".detail").length, 1);
    equal(page.feed.pages().length, 2);
    equal(page.feed.pages()[1]!.searchParams.get("limit"), first!.searchParams.get("limit"));
  });

  it("asks for nothing anew where nothing changed", async () => {
    await follows();
    const other = await FinderPage.ready({}, page.feed);
    await until(() => other.find("#filters"), "the other finder");
    equal(page.feed.pages().length, 2);
    other.element.remove();
  });

  it("asks once where it hears of the directory before its first answer, and again where that answer is older", async () => {
    for (const [isOlder, asked] of [[false, 1], [true, 2]] as const) {
      const feed = new FixtureFeed().install();
      feed.hold();
      page = FinderPage.open({ mode: "clinician" }, feed);
      await until(() => feed.followers === 1, "the finder to follow the changes");
      if (isOlder) feed.announce();
      feed.release();
      await page.shows(".event");
      await until(() => feed.pages().length === asked, "as many requests as it takes");
      await page.settles();
      equal(feed.pages().length, asked);
      page.close();
    }
  });

  it("says that an event left the list while a person had it open, until they search for something else", async () => {
    await follows();
    const title = page.all(".title")[1]!;
    const words = englishLater.gone((title.textContent ?? "").trim());
    title.click();
    await page.shows(".detail");
    title.focus();
    page.feed.replaceEvents((events) => events.filter(({ id }) => `t-${id}` !== title.id));
    page.feed.announce();
    await page.says(".notice a", "Open full page");
    await page.says(".results", words);
    await page.says("[role=status]", words);
    equal(page.focused()?.id, "count");
    equal(page.all(".detail").length, 0);
    await expectAccessible(page.element);
    await page.search("money");
    ok(!page.text(".results").includes(words));
  });

  it("keeps an event open that new ones move past the end of what is shown", async () => {
    await follows();
    const last = page.all(".title").at(-1)!;
    const { id } = last;
    last.click();
    await page.shows(".detail");
    page.feed.replaceEvents((events) => [{ ...events[0]!, id: crypto.randomUUID(), title: "Brand new" }, ...events]);
    page.feed.announce();
    await page.says(".list", "Brand new");
    equal(page.all(".detail").length, 1);
    equal(page.find(`#${id}`)?.getAttribute("aria-expanded"), "true");
    ok(!page.text(".results").includes("no longer in this list"));
  });

  it("keeps as many events in sight as the person had asked for", async () => {
    await follows();
    page.find<HTMLButtonElement>(".more")!.click();
    await until(() => page.all(".event").length === 40, "two pages");
    page.feed.announce();
    await until(() => page.feed.pages().at(-1)?.searchParams.get("limit") === "40", "forty events anew");
    await page.element.updateComplete;
    equal(page.all(".event").length, 40);
  });

  it("brings more events up to date than one page can hold", async () => {
    page = await FinderPage.ready({ "page-size": "100" }, new FixtureFeed(130).install());
    page.button("Show more events").click();
    await page.hasAll(".event", 130);
    await until(() => page.feed.followers === 1, "the finder to follow the changes");
    page.feed.replaceEvents((events) => events.map((event) => ({ ...event, title: `New: ${event.title}` })));
    page.feed.announce();
    await until(() => page.titles().every((title) => title.startsWith("New: ")), "new titles");
    equal(page.all(".event").length, 130);
  });

  it("hears of what changes while an answer is on its way, and forgets the index that was asked for before", async () => {
    await follows();
    page.feed.hold();
    page.type("#q", "tired");
    await until(() => page.feed.requests.some(({ pathname }) => pathname.endsWith("/index")) && page.feed.pages().length === 2, "both requests");
    page.feed.announce();
    page.feed.release();
    await until(() => page.feed.pages().length === 3, "the list anew");
    await page.settles();
    const asked = page.feed.pages().length;
    await page.search("tire");
    equal(page.feed.pages().length, asked + 1);
  });

  it("leaves everything as it is when the service does not answer", async () => {
    await follows();
    page.feed.outcome = "failing";
    const asked = page.feed.requests.length;
    page.feed.announce();
    await until(() => page.feed.requests.length > asked, "a request");
    await page.element.updateComplete;
    equal(page.all(".event").length, 20);
    equal(page.find(".problem"), null);
  });

  it("follows no more once it has left the page", async () => {
    await follows();
    page.element.remove();
    await until(() => page.feed.followers === 0, "nobody to follow");
  });

  it("shares one connection with the other finders of the page", async () => {
    await follows();
    const other = await FinderPage.ready({}, page.feed);
    await until(() => other.find("#filters"), "the other finder");
    equal(page.feed.followers, 1);
    other.element.remove();
    equal(page.feed.followers, 1);
  });

  it("opens no second connection at once where the service takes no more, and one when somebody looks again", async () => {
    await follows();
    FixtureStream.refuse();
    equal(page.feed.followers, 0);
    document.dispatchEvent(new Event("visibilitychange"));
    equal(page.feed.followers, 1);
  });
});
