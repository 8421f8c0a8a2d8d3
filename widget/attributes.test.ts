import { readFeed, readHeadingLevel, readOneOf, readPageSize, readScope, serviceOf, THEMES } from "./attributes.ts";
import { equal, ok, same } from "./testing/assert.ts";
import { FinderPage, until } from "./testing/finder-page.ts";
import fc from "fast-check";

const BASE = "https://trust.example/page";
const anyValue = fc.oneof(fc.string(), fc.constant(null), fc.constant(undefined));

describe("The attributes", () => {
  it("read several slugs, and leave out what is none", () => {
    same(readScope((name) => (name === "topic" ? " fatigue, work-and-money  <b> FATIGUE" : null)), { topic: ["fatigue", "work-and-money"] });
  });

  it("fall back for any bad value and never throw", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        ok([2, 3, 4, 5].includes(readHeadingLevel(value)));
        ok(readPageSize(value) >= 1 && readPageSize(value) <= 100);
        ok(THEMES.includes(readOneOf(THEMES, value)));
        ok(/^https?:\/\/.*[^/]$/.test(readFeed(value, BASE, "https://service.example")));
        ok(Object.values(readScope(() => value)).every((slugs) => slugs.every((slug) => /^[a-z0-9-]+$/.test(slug))));
      }),
    );
  });

  it("take a service with a path, and none but the web", () => {
    equal(readFeed("https://service.example/hwbe/?a#b", BASE, "x"), "https://service.example/hwbe");
    equal(readFeed("/events-service/", BASE, "x"), "https://trust.example/events-service");
    equal(readFeed("javascript:alert(1)", BASE, "x"), "x");
  });

  it("know the service by the address of the script", () => {
    equal(serviceOf("https://service.example/widget/v1/hwbe-finder.js"), "https://service.example");
    equal(serviceOf("https://service.example/hwbe/widget/v1/hwbe-finder.js"), "https://service.example/hwbe");
    equal(serviceOf("https://trust.example/assets/finder.js"), "https://trust.example");
  });
});

describe("The attributes of a finder", () => {
  let page: FinderPage;
  afterEach(() => page.close());

  it("scope the list and cannot be left", async () => {
    page = await FinderPage.ready({ topic: "fatigue", alliance: "south-east-london" });
    equal(page.feed.requests[0]?.search, "?limit=20&alliance=south-east-london&topic=fatigue&facets=true");
    equal(page.find('[data-group="topic"]'), null);
    page.type("#q", "treatment");
    await until(() => page.feed.pages().length === 2, "a search");
    ok(page.feed.pages()[1]?.searchParams.get("topic") === "fatigue");
  });

  it("leave a choice among several values of a scope", async () => {
    page = await FinderPage.ready({ topic: "fatigue, movement" });
    same(page.all<HTMLInputElement>('[data-group="topic"] input').map(({ value }) => value), ["fatigue", "movement"]);
  });

  it("drop a value that the service does not know", async () => {
    page = await FinderPage.ready({ alliance: "nowhere south-east-london" });
    same(page.feed.pages().at(-1)?.searchParams.getAll("alliance"), ["south-east-london"]);
    ok(!page.all<HTMLAnchorElement>(".follow a").some(({ href }) => href.includes("nowhere")), "nor do the ways to follow the list hold it");
  });

  it("change while the finder is there", async () => {
    page = await FinderPage.ready();
    page.element.setAttribute("page-size", "5");
    page.element.setAttribute("heading-level", "4");
    await until(() => page.all(".event").length === 5, "5 events");
    equal(page.all("h4").length, 1);
    equal(page.all("h5").length, 5);
    page.element.pageSize = "7";
    await until(() => page.all(".event").length === 7, "7 events");
  });

  it("do no harm when they are bad", async () => {
    page = await FinderPage.ready({ "heading-level": "one", "page-size": "-1", theme: "<", mode: "admin", topic: "!!", borough: "" });
    equal(page.all("h2").length, 1);
    equal(page.all(".event").length, 20);
  });
});
