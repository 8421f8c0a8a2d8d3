import fc from "fast-check";
import { FACET_FIELDS } from "../server/contract/values.ts";
import { readAddress, writeAddress } from "./search-address.ts";
import { MILES, NO_SEARCH, sortsFor, VIEWS, WHENS, type Search } from "./state.ts";
import { equal, ok, same } from "./testing/assert.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

const START = location.href;
const params = () => new URLSearchParams(location.search);
const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6})?$/);
const words = fc.string({ maxLength: 40 }).map((text) => text.trim());

const anySearch: fc.Arbitrary<Search> = fc
  .record({
    q: words,
    near: fc.constantFrom("", "Camden", "SE1", "se1 7eh"),
    miles: fc.constantFrom(...MILES),
    when: fc.constantFrom(...WHENS),
    month: fc.option(fc.constantFrom("2026-12", "2027-01"), { nil: undefined }),
    filters: fc.dictionary(fc.constantFrom(...FACET_FIELDS), fc.uniqueArray(slug, { minLength: 1, maxLength: 4 }), { noNullPrototype: true }),
  })
  .map((search) => ({ ...search, when: search.month ? ("any" as const) : search.when, sort: undefined }))
  .chain((search) => fc.constantFrom(undefined, ...sortsFor(search)).map((sort) => ({ ...search, sort })));

describe("The address of a search", () => {
  it("leads back to the same search and view, but for the second half of a postcode and a distance from nowhere", () => {
    fc.assert(
      fc.property(anySearch, fc.constantFrom(...VIEWS), (search, view) => {
        const written = writeAddress(new URLSearchParams(), "hwbe-", { search, view });
        const near = search.near === "se1 7eh" ? "SE1" : search.near;
        const miles = near ? search.miles : NO_SEARCH.miles;
        const read = readAddress(written, "hwbe-", {});
        same({ ...read.search, filters: Object.entries(read.search.filters).sort() }, { ...search, near, miles, filters: Object.entries(search.filters).sort() });
        equal(read.view, view);
      }),
    );
  });

  it("can be anything at all", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("q", "near", "miles", "when", "month", "sort", "view", ...FACET_FIELDS, "__proto__", "x"), fc.string())), (pairs) => {
        const read = readAddress(new URLSearchParams(pairs.map(([name, value]) => [`hwbe-${name}`, value])), "hwbe-", { topic: ["fatigue"] });
        ok(read.search.q.length <= 200 && read.search.near.length <= 60);
        ok((read.search.filters.topic ?? ["fatigue"]).every((value) => value === "fatigue"), "the tag's own topics can only be narrowed");
      }),
    );
  });

  it("leaves the parameters of the page and of other finders as they are", () => {
    const written = writeAddress(new URLSearchParams("a=1&hwbe-q=old&hwbe2-q=other&a=2"), "hwbe-", { search: { ...NO_SEARCH, q: "new" }, view: "list" });
    equal(written.toString(), "a=1&hwbe2-q=other&a=2&hwbe-q=new");
  });
});

describe("A finder that keeps its search in the address", () => {
  let page: FinderPage;
  afterEach(() => {
    page.close();
    history.replaceState(null, "", START);
  });

  it("takes up what the address holds, and never lists what it did not ask for", async () => {
    const url = new URL(START);
    url.searchParams.set("hwbe-q", "tired");
    url.searchParams.set("hwbe-when", "four-weeks");
    history.replaceState(null, "", url);
    page = await FinderPage.ready({ sync: "url" });
    equal(page.find<HTMLInputElement>("#q")?.value, "tired");
    same(page.all(".chip").map((chip) => chip.textContent?.replace("Remove", "").trim()), ["“tired”", "Next 4 weeks"]);
    const lists = page.feed.pages().filter(({ searchParams }) => searchParams.get("limit") === "20");
    same(lists.map(({ searchParams }) => searchParams.get("q")), ["tired"]);
  });

  it("shows events where the address asks for what the service no longer knows", async () => {
    const url = new URL(START);
    url.searchParams.set("hwbe-alliance", "nowhere");
    history.replaceState(null, "", url);
    page = await FinderPage.ready({ sync: "url" });
    equal(page.all(".event").length, 20);
    equal(page.find(".problem"), null);
  });

  it("keeps nothing in clinician mode, where topics may tell of a patient", async () => {
    page = await FinderPage.ready({ sync: "url", mode: "clinician" });
    page.element.search({ filters: { topic: ["fatigue"] } });
    await until(() => page.find(".chip"), "the choice");
    equal(location.href, START);
  });

  it("keeps nothing more once its tag says so, and begins anew where the mode changes", async () => {
    page = await FinderPage.ready({ sync: "url" });
    page.element.search({ filters: { topic: ["fatigue"] } });
    await until(() => params().get("hwbe-topic") === "fatigue", "the choice in the address");
    page.element.sync = "off";
    page.element.search({ filters: { topic: ["work"] } });
    await page.settles();
    equal(params().get("hwbe-topic"), "fatigue");
    page.element.setAttribute("mode", "clinician");
    page.element.sync = "url";
    await page.settles();
    equal(page.find(".chip"), null);
    page.element.search({ filters: { topic: ["sleep"] } });
    await page.settles();
    equal(params().get("hwbe-topic"), "fatigue");
    page.element.setAttribute("mode", "public");
    await page.settles();
    await until(() => !params().has("hwbe-topic"), "an address without the topics");
  });

  it("keeps what a person chose before the script for the address was there", async () => {
    page = FinderPage.open({ sync: "url" });
    await page.element.updateComplete;
    page.element.search({ q: "tired" });
    await until(() => params().get("hwbe-q") === "tired", "the words in the address");
    equal(page.find<HTMLInputElement>("#q")?.value, "tired");
  });

  it("writes each choice as a step back, and the words once they are typed", async () => {
    history.replaceState({ kept: "by the page" }, "", START);
    page = await FinderPage.ready({ sync: "url" });
    const steps = history.length;
    page.type("#q", "ti");
    await page.element.updateComplete;
    page.type("#q", "tired");
    await until(() => params().get("hwbe-q") === "tired", "the words in the address");
    equal(history.length, steps + 1);
    page.find<HTMLInputElement>('input[name="when"][value="four-weeks"]')?.click();
    await until(() => params().get("hwbe-when") === "four-weeks", "the choice in the address");
    equal(history.length, steps + 2);
    same(history.state, { kept: "by the page" });
    history.back();
    await until(() => page.find<HTMLInputElement>('input[name="when"][value="any"]')?.checked, "any time");
    equal(page.find<HTMLInputElement>("#q")?.value, "tired");
    history.back();
    await until(() => page.find<HTMLInputElement>("#q")?.value === "", "no words");
    equal(params().get("hwbe-q"), null);
    history.forward();
    await until(() => page.find<HTMLInputElement>("#q")?.value === "tired", "the words again");
  });

  it("leaves the address alone unless it is asked to", async () => {
    page = await FinderPage.ready();
    await page.search("tired");
    page.find<HTMLInputElement>('input[name="when"][value="four-weeks"]')?.click();
    await page.says(".chips", "Next 4 weeks");
    equal(location.href, START);
  });

  it("writes to parameters of its own where it is the second finder of a page", async () => {
    const first = await FinderPage.ready({ sync: "url" });
    page = await FinderPage.ready({ sync: "url" }, first.feed);
    page.find<HTMLInputElement>('input[name="when"][value="four-weeks"]')?.click();
    await until(() => params().get("hwbe2-when") === "four-weeks", "the choice in the address");
    equal(params().get("hwbe-when"), null);
    equal(first.find(".chip"), null);
    first.element.remove();
  });

  it("listens no more once it is taken away", async () => {
    page = await FinderPage.ready({ sync: "url" });
    page.element.remove();
    page.type("#q", "tired");
    const url = new URL(START);
    url.searchParams.set("hwbe-q", "money");
    history.replaceState(null, "", url);
    window.dispatchEvent(new PopStateEvent("popstate"));
    await page.element.updateComplete;
    equal(page.find<HTMLInputElement>("#q")?.value, "tired");
  });
});
