import { equal, ok, same } from "./testing/assert.ts";
import { SERVICE } from "./testing/fixture-events.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

describe("What a finder tells its page", () => {
  let page: FinderPage;
  beforeEach(async () => {
    page = await FinderPage.ready();
  });
  afterEach(() => page.close());

  it("an event was opened", async () => {
    const heard: unknown[] = [];
    const listen = (event: HTMLElementEventMap["hwbe-select"]) => heard.push(event.detail);
    document.body.addEventListener("hwbe-select", listen);
    page.all(".title")[1]?.click();
    page.all(".title")[1]?.click();
    document.body.removeEventListener("hwbe-select", listen);
    same(heard, [
      {
        id: "00000000-0000-4000-8000-000000000001",
        slug: "event-1",
        url: `${SERVICE}/events/event-1`,
        title: "Money and work: one-to-one advice 1",
      },
    ]);
  });

  it("a search has settled, without where the person lives", async () => {
    const heard: HTMLElementEventMap["hwbe-search"][] = [];
    page.element.addEventListener("hwbe-search", (event) => heard.push(event));
    page.submit({ "#q": " tired ", "#near": "SE1 9RT" });
    await until(() => heard.length > 0, "an event");
    equal(heard.length, 1);
    ok(heard[0]?.bubbles && heard[0].composed);
    same(Object.keys(heard[0]?.detail ?? {}), ["q", "filters", "total"]);
    equal(heard[0]?.detail.q, "tired");
  });

  it("a search has settled, also where the person saves an event at once", async () => {
    let searches = 0;
    page.element.addEventListener("hwbe-search", () => searches++);
    await page.search("tired");
    page.find<HTMLButtonElement>(".save button")?.click();
    await until(() => searches === 1, "the event");
  });

  it("one search, when another overtakes it", async () => {
    const totals: number[] = [];
    page.element.addEventListener("hwbe-search", ({ detail }) => totals.push(detail.total));
    page.type("#q", "tired");
    await page.says("#count", "12 events found");
    page.feed.hold();
    page.submit({ "#q": "money" });
    page.feed.release();
    await until(() => totals.length > 0, "an event");
    same(totals, [11]);
  });
});

describe("What a page can tell its finder", () => {
  let page: FinderPage;
  beforeEach(async () => {
    page = await FinderPage.ready();
  });
  afterEach(() => page.close());

  it("to search, as a person would, and to leave the rest as it is", async () => {
    page.element.search({ q: "tired" });
    await page.says(".chips", "tired");
    page.element.search({ filters: { topic: ["fatigue"] } });
    await until(() => page.all(".chip").length === 2, "both choices");
    equal(page.find<HTMLInputElement>("#q")?.value, "tired");
    page.element.search({ q: "", filters: {} });
    await until(() => page.all(".chip").length === 0, "no choices");
  });

  it("to ask the service again", async () => {
    page.element.refresh();
    await until(() => page.feed.pages().length === 2, "a second request");
  });

  it("to ask the service again, also where the finder answers by itself", async () => {
    await page.searchesByItself();
    const asked = page.feed.pages().length;
    page.element.refresh();
    await until(() => page.feed.pages().length === asked + 1, "a request");
  });
});
