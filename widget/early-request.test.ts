import { requestEarly, takeEarly } from "./early-request.ts";
import { equal, ok, same } from "./testing/assert.ts";
import { SERVICE } from "./testing/fixture-events.ts";
import { FinderPage, until } from "./testing/finder-page.ts";
import { FixtureFeed } from "./testing/fixture-feed.ts";

/** A tag that no script has made a finder of. */
function tagOf(attributes: Record<string, string>): Element {
  const tag = document.implementation.createHTMLDocument().createElement("hwbe-finder");
  for (const [name, value] of Object.entries({ feed: SERVICE, ...attributes })) tag.setAttribute(name, value);
  return tag;
}

describe("A request that is made before the finder is there", () => {
  let page: FinderPage | undefined;
  afterEach(() => page?.close());

  for (const attributes of [{}, { topic: "fatigue, work", "page-size": "5" }, { borough: "Camden", theme: "nhs", mode: "clinician" }] as Record<string, string>[]) {
    it(`is the one that the finder would make: ${JSON.stringify(attributes)}`, async () => {
      const feed = new FixtureFeed().install();
      requestEarly([tagOf(attributes)]);
      await until(() => feed.pages().length === 1, "a request");
      page = await FinderPage.ready(attributes, feed);
      equal(feed.pages().length, 1);
    });
  }

  it("is made once for tags that ask for the same, and has an end", async () => {
    const feed = new FixtureFeed().install();
    const answer = window.fetch;
    const signals: unknown[] = [];
    window.fetch = (input, init) => {
      signals.push(init?.signal);
      return answer(input, init);
    };
    requestEarly([tagOf({}), tagOf({})]);
    equal(feed.pages().length, 1);
    ok(signals[0] instanceof AbortSignal);
    page = await FinderPage.ready({}, feed);
  });

  it("is taken once, and the next finder asks anew", async () => {
    const feed = new FixtureFeed().install();
    requestEarly([tagOf({})]);
    page = await FinderPage.ready({}, feed);
    const second = await FinderPage.ready({}, feed);
    equal(feed.pages().length, 2);
    second.element.remove();
  });

  it("that fails is told by the finder that takes it, and by nobody else", async () => {
    const unheard: PromiseRejectionEvent[] = [];
    const listen = (event: PromiseRejectionEvent) => unheard.push(event);
    window.addEventListener("unhandledrejection", listen);
    const feed = new FixtureFeed().install();
    feed.outcome = "unreachable";
    requestEarly([tagOf({}), tagOf({ "page-size": "7" })]);
    page = FinderPage.open({}, feed);
    await page.shows(".problem");
    ok(takeEarly(`${SERVICE}/v1/events?limit=7&facets=true`));
    window.removeEventListener("unhandledrejection", listen);
    same(unheard.length, 0);
  });
});
