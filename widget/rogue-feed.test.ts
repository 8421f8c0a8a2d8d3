import { equal, ok, same } from "./testing/assert.ts";
import { FinderPage, until } from "./testing/finder-page.ts";
import { SERVICE } from "./testing/fixture-events.ts";
import { FixtureFeed } from "./testing/fixture-feed.ts";

const SCRIPT = "javascript:window.owned=1";
const MARKUP = '<img src="x" onerror="window.owned=1"><script>window.owned=1</script>';

type Change = (event: Record<string, unknown>) => Record<string, unknown>;

/** Changes each event of each answer to an address that ends as given, whatever the types say. */
function corrupt(change: Change, ending = /events$/): void {
  const answer = window.fetch;
  window.fetch = async (input, init) => {
    const response = await answer(input, init);
    if (!ending.test(new URL(String(input)).pathname)) return response;
    const body = (await response.json()) as Record<string, unknown>;
    const altered = (value: unknown) => (Array.isArray(value) ? value.map((event) => change(event as Record<string, unknown>)) : value);
    const listed = Object.entries(body).map(([name, value]) => [name, ["events", "online", "similar"].includes(name) ? altered(value) : value]);
    return Response.json("id" in body ? change(body) : Object.fromEntries(listed));
  };
}

/** A feed whose every answer is this text. */
function saying(text: string): FixtureFeed {
  const feed = new FixtureFeed().install();
  window.fetch = () => Promise.resolve(new Response(text, { headers: { "content-type": "application/json" } }));
  return feed;
}

const allOf = (value: unknown): Change => (event) => Object.fromEntries(Object.keys(event).map((name) => [name, name.endsWith("rl") || name === "id" ? event[name] : value]));

function withText(value: unknown): unknown {
  if (typeof value === "string") return /^(?:\d{4}-|https:|[\da-f]{8}-)/.test(value) ? value : MARKUP;
  if (Array.isArray(value)) return value.map(withText);
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withText(inner)])) : value;
}

describe("A feed that means harm, or is broken", () => {
  let page: FinderPage;
  const errors: unknown[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent) => errors.push("reason" in event ? event.reason : event.error);
  before(() => {
    window.addEventListener("error", note);
    window.addEventListener("unhandledrejection", note);
  });
  after(() => {
    window.removeEventListener("error", note);
    window.removeEventListener("unhandledrejection", note);
  });
  afterEach(() => {
    page.close();
    same(errors.splice(0).map(String), []);
    equal(Reflect.get(window, "owned"), undefined);
  });

  async function failsSafely(feed: FixtureFeed): Promise<void> {
    page = FinderPage.open({}, feed);
    await page.says(".problem", "we cannot load events");
    equal(page.all(".event").length, 0);
    equal(page.find<HTMLAnchorElement>(".problem a.secondary")?.href, `${SERVICE}/events`);
  }

  for (const field of ["url", "calendarUrl"]) {
    it(`shows no list in which a ${field} could run a script`, async () => {
      const feed = new FixtureFeed().install();
      corrupt((event) => ({ ...event, [field]: SCRIPT }));
      await failsSafely(feed);
    });
  }

  it("shows no alternatives that could run a script", async () => {
    const feed = new FixtureFeed().install();
    corrupt((event) => ({ ...event, url: SCRIPT }), /alternatives$/);
    page = await FinderPage.ready({}, feed);
    page.find(".title")?.click();
    await page.shows(".detail");
    await until(() => feed.requests.some(({ pathname }) => pathname.endsWith("alternatives")), "a request for alternatives");
    await page.settles();
    same(page.all<HTMLAnchorElement>("a").filter(({ protocol }) => protocol === "javascript:"), []);
  });

  it("shows markup as the text that it is", async () => {
    const feed = new FixtureFeed().install();
    corrupt((event) => ({ ...event, title: MARKUP, summary: MARKUP, forWhom: MARKUP, cost: MARKUP, venue: withText(event["venue"]), organiser: withText(event["organiser"]) }));
    page = await FinderPage.ready({}, feed);
    equal(page.titles()[0], MARKUP);
    page.find(".title")?.click();
    await page.says(".detail", MARKUP);
    equal(page.all("img, script").length, 0);
  });

  it("takes no key for the prototype of an object", async () => {
    const feed = new FixtureFeed().install();
    const key = JSON.parse('{"__proto__": {"owned": 1}, "constructor": {"prototype": {"owned": 1}}}') as Record<string, unknown>;
    corrupt((event) => ({ ...event, ...key }));
    page = await FinderPage.ready({}, feed);
    page.find(".title")?.click();
    await page.shows(".detail");
    equal(Reflect.get({}, "owned"), undefined);
  });

  for (const value of [null, 7, "x", {}, []]) {
    it(`says that it cannot load events whose every field is ${JSON.stringify(value)}, and works when the feed does again`, async () => {
      const feed = new FixtureFeed().install();
      const whole = window.fetch;
      corrupt(allOf(value));
      await failsSafely(feed);
      window.fetch = whole;
      page.button("Try again").click();
      await page.hasAll(".event", 20);
      equal(page.find(".problem"), null);
    });
  }

  for (const body of ["", "<html>Sign in to this network</html>", "null", "[]", '"x"', "{}", '{"events":null}', '{"events":[null]}', '{"events":[],"total":0,"next":null,"facets":{"topic":"x"}}']) {
    it(`says that it cannot load events where the feed is ${body || "empty"}`, async () => {
      await failsSafely(saying(body));
    });
  }

  it("stays as narrow as it is under a title without end", async () => {
    const feed = new FixtureFeed().install();
    corrupt((event) => ({ ...event, title: "x".repeat(20_000) }));
    page = await FinderPage.ready({ "page-size": "2" }, feed);
    ok(page.element.scrollWidth <= page.element.clientWidth, `The finder scrolls: ${page.element.scrollWidth}`);
  });
});
