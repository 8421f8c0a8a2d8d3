import { expectAccessible } from "./testing/axe.ts";
import { FinderPage, until } from "./testing/finder-page.ts";
import { FixtureFeed } from "./testing/fixture-feed.ts";

const THEMES = ["inherit", "nhs"];

for (const theme of THEMES) {
  describe(`Accessible in each state, theme ${theme}`, () => {
    let page: FinderPage;
    afterEach(() => page.close());

    it("loading", async () => {
      const feed = new FixtureFeed().install();
      feed.hold();
      page = FinderPage.open({ theme }, feed);
      await page.shows(".skeleton");
      await expectAccessible(page.element);
    });

    it("a list with details and filters open", async () => {
      page = await FinderPage.ready({ theme });
      page.all(".title")[0]?.click();
      for (const group of page.all<HTMLDetailsElement>("details")) group.open = true;
      page.find(".filters-button")?.click();
      await page.shows(".filters.open");
      await expectAccessible(page.element);
    });

    it("a narrowed list", async () => {
      page = await FinderPage.ready({ theme });
      page.find<HTMLInputElement>('input[value="breast"]')?.click();
      page.submit({ "#q": "tired", "#near": "Camden" });
      await page.shows("#sort");
      await expectAccessible(page.element);
    });

    it("no results", async () => {
      page = await FinderPage.ready({ theme });
      page.submit({ "#q": "zzzzqqq" });
      await page.says(".notice", "No events match");
      await expectAccessible(page.element);
    });

    it("an unknown place", async () => {
      page = await FinderPage.ready({ theme });
      page.submit({ "#near": "Nowhere" });
      await page.says("#near-error", "We do not know");
      await expectAccessible(page.element);
    });

    for (const outcome of ["failing", "unreachable"] as const) {
      it(`a service that is ${outcome}`, async () => {
        const feed = new FixtureFeed().install();
        feed.outcome = outcome;
        page = FinderPage.open({ theme }, feed);
        await page.shows(".problem");
        await expectAccessible(page.element);
      });
    }

    it("a clinician with a shortlist", async () => {
      page = await FinderPage.ready({ theme, mode: "clinician" });
      page.all(".shortlist-button")[1]?.click();
      await until(() => page.all(".shortlist li").length === 1, "a shortlist");
      await expectAccessible(page.element);
    });

    it("two finders on one page", async () => {
      page = await FinderPage.ready({ theme });
      const second = FinderPage.open({ theme, "heading-level": "3" }, page.feed);
      await second.shows(".event");
      await expectAccessible(document.body);
      second.element.remove();
    });
  });
}
