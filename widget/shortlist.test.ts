import fc from "fast-check";
import { COMPARED_LIMIT, comparedOf, SHORTLIST_LIMIT, toggled } from "./shortlist.ts";
import { equal, ok, same } from "./testing/assert.ts";
import { expectAccessible } from "./testing/axe.ts";
import { SERVICE } from "./testing/fixture-events.ts";
import { FinderPage, until } from "./testing/finder-page.ts";
import { FixtureFeed } from "./testing/fixture-feed.ts";

const KEY = `hwbe-shortlist ${SERVICE}`;
const ID = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

describe("Saved events", () => {
  let page: FinderPage;
  afterEach(() => page.close());

  async function withSaved(...numbers: number[]): Promise<void> {
    localStorage.setItem(KEY, numbers.map(ID).join(" "));
    page = await FinderPage.ready();
    await page.says(".shortlist", `Saved events (${numbers.length})`);
    page.find<HTMLDetailsElement>("details.shortlist")!.open = true;
  }

  it("are kept on the device by their ids alone, and lead to a sheet to print", async () => {
    page = await FinderPage.ready();
    equal(localStorage.getItem(KEY), null);
    const save = page.all(".save button");
    equal(save.length, 20);
    save[0]?.click();
    save[2]?.click();
    await page.says(".shortlist", "Saved events (2)");
    equal(save[0]?.getAttribute("aria-pressed"), "true");
    equal(localStorage.getItem(KEY), `${ID(0)} ${ID(2)}`);
    equal(sessionStorage.length, 0);
    equal(page.button("Open printable sheet").getAttribute("href"), `${SERVICE}/events?ids=${ID(0)}&ids=${ID(2)}`);
    await until(() => page.text("[role=status]") === "Saved events (2)", "word of it");
  });

  it("are there again at the next visit, and are cleared at once, from the device too", async () => {
    await withSaved(44, 1);
    await page.says(".shortlist", "Moving on from breast cancer 44");
    await expectAccessible(page.element);
    page.button("Clear all").click();
    await page.says(".shortlist", "Saved events (0)");
    equal(localStorage.getItem(KEY), null);
    equal(page.focused()?.id, "shortlist-title");
  });

  it("are not lost when another finder of the same service saved one since", async () => {
    await withSaved(1);
    localStorage.setItem(KEY, `${ID(1)} ${ID(5)}`);
    page.all(".save button")[2]?.click();
    await page.says(".shortlist", "Saved events (3)");
    equal(localStorage.getItem(KEY), `${ID(1)} ${ID(5)} ${ID(2)}`);
  });

  it("are shown by every finder of the page and in every tab as soon as one changes", async () => {
    page = await FinderPage.ready();
    const second = await page.beside();
    await second.shows(".save button");
    page.all(".save button")[0]?.click();
    await second.says(".shortlist", "Saved events (1)");
    equal(second.all(".save button")[0]?.getAttribute("aria-pressed"), "true");
    equal(second.text("[role=status]"), "");
    localStorage.removeItem(KEY);
    window.dispatchEvent(new StorageEvent("storage", { key: KEY, storageArea: localStorage }));
    await Promise.all([page.says(".shortlist", "Saved events (0)"), second.says(".shortlist", "Saved events (0)")]);
    second.element.remove();
    page.all(".save button")[1]?.click();
    document.body.append(second.element);
    await second.says(".shortlist", "Saved events (1)");
    second.element.remove();
  });

  it("stay saved when a person saves what another tab saved a moment ago", async () => {
    page = await FinderPage.ready();
    localStorage.setItem(KEY, ID(0));
    page.all(".save button")[0]?.click();
    await page.says(".shortlist", "Saved events (1)");
    equal(localStorage.getItem(KEY), ID(0));
  });

  it("are not said to be gone when they could not be asked for, and are asked for again", async () => {
    const answer = window.fetch;
    localStorage.setItem(KEY, ID(44));
    const feed = new FixtureFeed().install();
    const fromFeed = window.fetch;
    window.fetch = (input, init) => (String(input).includes("ids=") ? Promise.reject(new TypeError("Failed to fetch")) : fromFeed(input, init));
    page = await FinderPage.ready({}, feed);
    await page.says(".shortlist", "We could not load the details.");
    window.fetch = fromFeed;
    page.element.refresh();
    await page.says(".shortlist", "Moving on from breast cancer 44");
    window.fetch = answer;
  });

  it("keep the focus among them when one is taken off, and give it to their title after the last", async () => {
    await withSaved(0, 1);
    for (const focused of ["Remove: Managing tiredness", "Saved events (0)"]) {
      const last = page.all(".shortlist li button").at(-1)!;
      last.focus();
      last.click();
      await until(() => page.focused()?.textContent?.trim().startsWith(focused), focused);
    }
  });

  it("take the focus at their title when a comparison is closed while they are folded", async () => {
    await withSaved(0, 1);
    page.button("Compare 2 events").click();
    await page.shows(".compare");
    page.find<HTMLDetailsElement>("details.shortlist")!.open = false;
    page.button("Close: Compare events").click();
    await until(() => page.focused()?.id === "shortlist-title", "the focus on the title");
  });

  it("live as long as the finder where the browser refuses storage", async () => {
    const own = Object.getOwnPropertyDescriptor(window, "localStorage")!;
    const refuse = () => {
      throw new DOMException("Denied", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { configurable: true, get: refuse });
    try {
      page = await FinderPage.ready();
      page.all(".save button")[0]?.click();
      page.all(".save button")[1]?.click();
      await page.says(".shortlist", "Saved events (2)");
    } finally {
      Object.defineProperty(window, "localStorage", own);
    }
  });

  it("stand side by side, a question a row, and the focus goes there and back", async () => {
    await withSaved(0, 1);
    page.button("Compare 2 events").click();
    const region = await page.shows(".compare");
    await until(() => page.focused() === region, "the focus on the comparison");
    same(page.all(".compare th[scope=col]").map((cell) => cell.textContent), ["Managing tiredness after treatment 0", "Money and work: one-to-one advice 1"]);
    same(page.all(".compare th[scope=row]").map((cell) => cell.textContent), [
      "When", "Where", "Who it is for", "Places", "How tiring it is", "Access", "Cost", "How to get a place",
    ]);
    ok(page.text(".compare").includes("You can stay seated."));
    await expectAccessible(page.element);
    page.button("Close: Compare events").click();
    await until(() => page.focused()?.id === "compare", "the focus on the way there");
    equal(page.find(".compare"), null);
  });

  it("are picked, two or three, where there are more than fit side by side", async () => {
    await withSaved(0, 1, 2, 3);
    page.button("Choose 2 or 3 to compare").click();
    equal(page.find(".compare"), null);
    const picks = await until(() => (page.all(".shortlist input").length === 4 ? page.all<HTMLInputElement>(".shortlist input") : undefined), "four choices");
    for (const pick of picks.slice(0, 3)) pick.click();
    await until(() => picks[3]?.disabled, "no more than three");
    page.button("Compare 3 events").click();
    await page.shows(".compare");
    equal(page.all(".compare th[scope=col]").length, 3);
    picks[0]?.click();
    await until(() => page.all(".compare th[scope=col]").length === 2, "one event less");
  });
});

describe("A shortlist", () => {
  const ids = fc.uniqueArray(fc.uuid(), { maxLength: SHORTLIST_LIMIT });

  it("takes each event once, gives it back, and never grows past its limit", () => {
    fc.assert(fc.property(ids, fc.uuid(), (list, id) => {
      const after = toggled(list, id, SHORTLIST_LIMIT);
      ok(after.length <= SHORTLIST_LIMIT && new Set(after).size === after.length);
      if (list.includes(id) || list.length < SHORTLIST_LIMIT) equal(after.includes(id), !list.includes(id));
      else same(after, list);
    }));
  });

  it("compares what was picked of it, or all where that is few", () => {
    fc.assert(fc.property(ids, fc.array(fc.nat(SHORTLIST_LIMIT)), (list, places) => {
      const picked = places.flatMap((place) => list[place] ?? []).slice(0, COMPARED_LIMIT);
      const compared = comparedOf(list, picked);
      ok(compared.length <= COMPARED_LIMIT && compared.every((id) => list.includes(id)));
      if (list.length <= COMPARED_LIMIT) same(compared, list);
    }));
  });
});
