import fc from "fast-check";
import { londonDate, londonInstant } from "../server/wording/london-time.ts";
import { englishLater } from "./languages/english-later.ts";
import { addMonths, daysOfMonth, monthOf } from "./month.ts";
import { equal, ok, same } from "./testing/assert.ts";
import { expectAccessible } from "./testing/axe.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

describe("The ways to show the events", () => {
  let page: FinderPage;
  afterEach(() => page.close());

  async function show(view: string): Promise<void> {
    page = await FinderPage.ready();
    page.find<HTMLInputElement>(`input[name=view][value=${view}]`)!.click();
  }

  it("by month keep to that month, under the day on which each event starts", async () => {
    await show("month");
    await page.shows(".one-day");
    await until(() => page.find(".results")?.getAttribute("aria-busy") === "false", "the month");
    const { from, to } = daysOfMonth(monthOf(Date.now()), Date.now());
    const asked = page.feed.pages().at(-1)!.searchParams;
    same([asked.get("from"), asked.get("to")], [from, to]);
    ok(page.find(".month")?.textContent === englishLater.dates.month(monthOf(Date.now())));
    const days = page.all(".one-day").map((day) => day.querySelector("h3")?.textContent ?? "");
    equal(new Set(days).size, days.length);
    await expectAccessible(page.element);
  });

  it("go on to the next month and back, and never before this one", async () => {
    await show("month");
    await page.shows(".month-head");
    const [earlier, later] = page.all<HTMLButtonElement>(".month-head button") as [HTMLButtonElement, HTMLButtonElement];
    earlier.click();
    equal(page.find(".month")?.textContent, englishLater.dates.month(monthOf(Date.now())));
    later.click();
    await until(() => page.find(".month")?.textContent === englishLater.dates.month(addMonths(monthOf(Date.now()), 1)), "the next month");
    page.find<HTMLInputElement>("input[name=view][value=list]")!.click();
    await until(() => !page.find(".month-head"), "the list");
    equal(page.find(".chips li"), null);
  });

  it("on the map choose a borough by its tile, with its count, and give it back", async () => {
    await show("map");
    const tiles = await until(() => (page.find(".tile") ? page.all<HTMLButtonElement>(".tile button") : undefined), "tiles");
    const tile = tiles.find((one) => one.getAttribute("aria-disabled") !== "true")!;
    const count = Number(tile.querySelector("b")!.textContent);
    ok(count > 0);
    await expectAccessible(page.element);
    tile.click();
    await until(() => page.find("#count")?.textContent?.startsWith(String(count)), "the events of the borough");
    equal(tile.getAttribute("aria-pressed"), "true");
    ok(tile.isConnected, "the tile keeps its place, and the focus on it");
    tile.click();
    await until(() => tile.getAttribute("aria-pressed") === "false", "all boroughs");
  });

  it("leave a borough without events as it is", async () => {
    await show("map");
    const empty = await until(() => page.all<HTMLButtonElement>(".tile button").find((tile) => tile.textContent?.includes("Empty Borough")), "the empty borough");
    const asked = page.feed.pages().length;
    empty.click();
    equal(empty.getAttribute("aria-pressed"), "false");
    equal(page.feed.pages().length, asked);
  });

  it("say where the map cannot be had, keep the list, and try again the next time", async () => {
    page = await FinderPage.ready();
    const choose = (view: string) => page.find<HTMLInputElement>(`input[name=view][value=${view}]`)!.click();
    page.feed.outcome = "unreachable";
    choose("map");
    await until(() => page.element.shadowRoot?.textContent?.includes("We could not load the map"), "word that there is no map");
    equal(page.all(".event").length, 20);
    page.feed.outcome = "answer";
    choose("list");
    choose("map");
    await page.shows(".tile");
  });
});

describe("A month", () => {
  const month = fc.tuple(fc.integer({ min: 2020, max: 2090 }), fc.integer({ min: 1, max: 12 })).map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`);

  it("has every day from its first to its last, or from today", () => {
    fc.assert(fc.property(month, fc.integer({ min: 0, max: 40 }), (one, days) => {
      const now = londonInstant(`${one}-01`, 12) + (days - 5) * 86_400_000;
      const { from, to } = daysOfMonth(one, now);
      equal(to.slice(0, 7), one);
      equal(londonDate(londonInstant(to, 12) + 86_400_000).slice(8), "01");
      equal(from, londonDate(now) > `${one}-01` ? londonDate(now) : `${one}-01`);
      equal(addMonths(addMonths(one, 7), -7), one);
    }));
  });
});
