import { englishLater } from "./languages/english-later.ts";
import { equal, ok, same } from "./testing/assert.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

const indexRequests = (page: FinderPage) => page.feed.requests.filter(({ pathname }) => pathname === "/v1/events/index").length;

describe("Search and filters", () => {
  let page: FinderPage;
  beforeEach(async () => {
    page = await FinderPage.ready();
  });
  afterEach(() => page.close());

  it("asks the service until the index is there, and nobody after that", async () => {
    await page.searchesByItself();
    const before = page.feed.pages().length;
    page.type("#q", "fatige");
    await page.says("#count", "12 events found");
    page.type("#q", "money");
    await page.says("#count", "11 events found");
    equal(page.feed.pages().length, before);
    equal(indexRequests(page), 1);
  });

  it("gives the same events and counts from the service and from the index", async () => {
    const choose = (value: string) => page.find<HTMLInputElement>(`input[value="${value}"]`)?.click();
    choose("breast");
    await until(() => page.feed.pages().length === 2 && page.text("#count") !== "45 events found", "the answer of the service");
    const fromService = { titles: page.titles(), counts: page.all(".choice").map((choice) => choice.textContent?.trim()) };
    choose("breast");
    await page.says("#count", "45 events found");
    await page.searchesByItself();
    page.type("#q", "");
    await page.says("#count", "45 events found");
    const before = page.feed.pages().length;
    choose("breast");
    await until(() => page.titles().join() === fromService.titles.join(), "the same events");
    same(page.all(".choice").map((choice) => choice.textContent?.trim()), fromService.counts);
    equal(page.feed.pages().length, before);
  });

  it("lets the service search near a place, and sends the first half of a postcode alone", async () => {
    await page.searchesByItself();
    page.submit({ "#q": "", "#near": "SE1 9RT" });
    await until(() => page.feed.pages().at(-1)?.searchParams.has("near"), "a request");
    const params = page.feed.pages().at(-1)?.searchParams;
    equal(params?.get("near"), "SE1");
    equal(params?.get("within"), "8.0");
    await page.says(".where", "away");
    equal(page.find<HTMLSelectElement>("#sort")?.value, "distance");
  });

  it("says which places it knows when it does not know one", async () => {
    page.submit({ "#near": "Nowhere" });
    await page.says("#near-error", "We do not know that place");
    equal(page.find("#near")?.getAttribute("aria-invalid"), "true");
    await until(() => page.focused() === page.find("#near"), "the focus on the field");
    equal(page.all(".event").length, 20);
    page.button("Camden").click();
    await until(() => page.text("#near-error") === "", "no error");
    equal(page.find<HTMLInputElement>("#near")?.value, "Camden");
  });

  it("shows the distance and the order that count, whatever a person had picked before", async () => {
    page = await FinderPage.ready();
    const pick = async (select: HTMLSelectElement, places: readonly number[]) => {
      for (const place of places) {
        select.options[place]!.selected = true;
        select.dispatchEvent(new Event("change"));
        await page.settles();
      }
    };
    page.submit({ "#near": "Camden" });
    const [sort, miles] = [await page.shows<HTMLSelectElement>("#sort"), await page.shows<HTMLSelectElement>("#miles")];
    await pick(sort, [1, 0, 1]);
    await page.chooses("month");
    await page.chooses("list");
    await page.settles();
    equal(sort.value, "distance");
    await pick(miles, [3, 2, 3]);
    page.button("Clear all").click();
    await page.settles();
    equal(miles.value, "5");
  });

  it("shows each choice as a chip that takes itself away", async () => {
    page.type("#q", "tired");
    page.find<HTMLInputElement>('input[value="four-weeks"]')?.click();
    await until(() => page.all(".chip").length === 2, "two chips");
    page.all(".chip")[0]?.click();
    await until(() => page.all(".chip").length === 1, "one chip");
    equal(page.find<HTMLInputElement>("#q")?.value, "");
    await until(() => page.focused() === page.all(".chip")[0], "the focus on the chip that is left");
    page.button("Clear all").click();
    await until(() => page.all(".chip").length === 0, "no chips");
    await page.says("#count", "45 events found");
  });

  it("says what to try when nothing matches", async () => {
    page.submit({ "#q": "zzzzqqq", "#near": "Camden" });
    await page.says(".notice", "No events match");
    ok(page.find('a[href="tel:08088080000"]'));
    page.button("Look within 10 miles").click();
    await until(() => page.find<HTMLSelectElement>("#miles")?.value === "10", "10 miles");
    page.button("Clear all and see every event").click();
    await page.says("#count", "45 events found");
  });

  it("asks once when a field is left by the key that sends the form", async () => {
    const near = page.find<HTMLInputElement>("#near");
    ok(near);
    near.value = "Camden";
    near.dispatchEvent(new Event("change"));
    page.submit({});
    await until(() => page.focused()?.id === "count", "the focus on the count");
    equal(page.feed.pages().filter(({ search }) => search.includes("near=Camden")).length, 1);
    page.submit({});
    await page.element.updateComplete;
    equal(page.feed.pages().filter(({ search }) => search.includes("near=Camden")).length, 1);
  });

  it("moves the focus to the number of results when the form is sent", async () => {
    page.submit({ "#q": "yoga" });
    await until(() => page.focused()?.id === "count", "the focus on the count");
  });

  it("tells the number of results once, when typing has stopped", async () => {
    const told: string[] = [];
    const live = await page.shows('[role="status"]');
    const observer = new MutationObserver(() => told.push(live.textContent ?? ""));
    observer.observe(live, { subtree: true, childList: true, characterData: true });
    for (const words of ["f", "fa", "fat", "fati", "fatigue"]) page.type("#q", words);
    await until(() => told.length > 0, "an announcement");
    same(told, ["12 events found"]);
    observer.disconnect();
  });

  it("says where no event has all of the words, whoever answers", async () => {
    const { relaxed } = englishLater;
    await page.search("money");
    ok(!page.text(".results").includes(relaxed));
    await page.search("money bagpipes");
    await page.says(".results", `${page.text("#count")} ${page.text(".sort")} ${relaxed}`);
    await page.says("[role=status]", `${page.text("#count")}. ${relaxed}`);
    await page.searchesByItself();
    ok(!page.text(".results").includes(relaxed));
    await page.search("bagpipes money");
    await page.says(".results", relaxed);
    await page.search("bagpipes");
    await page.says("#count", "No events found");
    ok(!page.text(".results").includes(relaxed));
  });

  it("fetches the details of an event that came from the index", async () => {
    await page.searchesByItself();
    page.type("#q", "money 41");
    await page.says("#count", "1 event found");
    page.find(".title")?.click();
    await page.says(".detail", "020 7946 0000");
    ok(page.feed.requests.at(-1)?.pathname.startsWith("/v1/events/00000000"));
  });

  it("pages through what the index found", async () => {
    await page.searchesByItself();
    page.type("#q", "");
    await page.says("#count", "45 events found");
    page.button("Show more events").click();
    await until(() => page.all(".event").length === 40, "40 events");
    equal(new Set(page.titles()).size, 40);
  });
});
