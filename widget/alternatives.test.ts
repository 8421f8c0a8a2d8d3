import type { Event } from "../server/contract/event.ts";
import { englishLater } from "./languages/english-later.ts";
import { fixtureEvent } from "./testing/fixture-events.ts";
import { equal, ok, same } from "./testing/assert.ts";
import { expectAccessible } from "./testing/axe.ts";
import { FinderPage, until } from "./testing/finder-page.ts";
import { FixtureFeed } from "./testing/fixture-feed.ts";

const WORDS = englishLater.alternatives;
const PLENTY: Pick<Event, "places" | "format" | "status"> = { places: { state: "available", left: null }, format: "in-person", status: "scheduled" };
const FULL: Partial<Event> = { places: { state: "waiting-list", left: null } };

/** Three events on the same topic: the first as the test has it, one in person, one online. */
function feedOf(first: Partial<Event>, others = 2): FixtureFeed {
  const [event, near, online] = [0, 8, 16].map((number) => ({ ...fixtureEvent(number, Date.now()), ...PLENTY, tumourGroups: [] }));
  const listed = [{ ...event!, ...first }, near!, { ...online!, format: "online" as const, venue: null }].slice(0, 1 + others);
  const feed = new FixtureFeed();
  feed.replaceEvents(() => listed);
  return feed.install();
}

describe("What there is instead of an event", () => {
  let page: FinderPage;
  afterEach(() => page.close());

  const terms = () => page.all(".detail dt").map((term) => term.textContent);
  const openFirst = () => page.find<HTMLButtonElement>(".title")!.click();

  for (const mode of ["public", "clinician"]) {
    it(`is one press away on the card of a full event, and stands before its details, in ${mode} mode`, async () => {
      page = await FinderPage.ready({ mode }, feedOf(FULL));
      equal(page.all(".see-similar").length, 1);
      equal(page.text("[part~=places]"), "Full: join the waiting list");
      page.find<HTMLButtonElement>(".see-similar")!.click();
      await until(() => terms()[0] === WORDS.online, "the alternatives");
      same(terms().slice(0, 3), [WORDS.online, WORDS.similar, englishLater.detail.places]);
      equal(page.focused()?.className, "title");
      equal(page.find(".see-similar"), null);
      const links = page.all<HTMLAnchorElement>(".detail dl:first-child a");
      same(links.map(({ href, target }) => [new URL(href).pathname, target]), [["/events/event-16", "_top"], ["/events/event-8", "_top"]]);
      await expectAccessible(page.element);
    });
  }

  it("stands after the details of an event with places, and its card has no button for it", async () => {
    page = await FinderPage.ready({}, feedOf({}));
    equal(page.find(".see-similar"), null);
    openFirst();
    await until(() => terms().at(-1) === WORDS.similar, "the alternatives");
    ok(terms().indexOf(englishLater.detail.places) < terms().indexOf(WORDS.online));
  });

  it("is of what the host shows alone", async () => {
    const { organiser } = fixtureEvent(0, Date.now());
    const feed = feedOf({});
    feed.replaceEvents((events) => events.map((event) => (event.format === "online" ? { ...event, organiser: { ...organiser, slug: "another" } } : event)));
    page = await FinderPage.ready({ organiser: organiser.slug }, feed);
    openFirst();
    await until(() => terms().at(-1) === WORDS.similar, "the alternatives");
    ok(!terms().includes(WORDS.online));
  });

  it("is said to be nothing where a cancelled event has none, and is not spoken of where an event has places", async () => {
    page = await FinderPage.ready({}, feedOf({ status: "cancelled" }, 0));
    openFirst();
    await page.says(".detail .hint", WORDS.none);
    page.close();
    page = await FinderPage.ready({}, feedOf({}, 0));
    openFirst();
    await until(() => page.feed.requests.at(-1)?.pathname.endsWith("/alternatives") ?? null, "the request");
    await page.element.updateComplete;
    ok(!page.text(".detail").includes(WORDS.none));
    ok(!page.text(".detail").includes(WORDS.loading));
  });

  it("is said to be missing when the service does not answer, with the details in their place", async () => {
    page = await FinderPage.ready({}, feedOf(FULL));
    page.feed.outcome = "unreachable";
    openFirst();
    await page.says(".detail .hint", WORDS.failed);
    ok(terms().includes(englishLater.detail.places));
  });
});
