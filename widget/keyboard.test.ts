import { sendKeys } from "@web/test-runner-commands";
import { equal, ok } from "./testing/assert.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

const press = (key: string) => sendKeys({ press: key });

describe("By keyboard alone", () => {
  let page: FinderPage;
  afterEach(() => page.close());

  /** Presses Tab until the focus is where the test wants it. */
  async function tabTo(isThere: (focused: Element) => boolean, what: string): Promise<HTMLElement> {
    for (let presses = 0; presses < 120; presses++) {
      await press("Tab");
      const focused = page.focused();
      if (focused instanceof HTMLElement && isThere(focused)) return focused;
    }
    throw new Error(`Tab does not reach ${what}`);
  }

  const says = (words: string) => (focused: Element) => focused.textContent?.trim().startsWith(words) ?? false;

  it("a person searches, filters, opens an event and reaches the way to book", async () => {
    page = await FinderPage.ready();
    await tabTo(({ id }) => id === "q", "the search box");
    await sendKeys({ type: "tired" });
    await press("Enter");
    await until(() => page.focused()?.id === "count", "the focus on the count");
    await page.says("#count", "12 events found");
    const title = await tabTo((focused) => focused.classList.contains("title"), "an event");
    await press("Enter");
    await page.shows(".detail");
    equal(page.focused(), title);
    const link = await tabTo(says("Book or refer"), "the way to book");
    ok(link.getAttribute("href")?.endsWith("#get-a-place"));
    await page.says(".chips", "tired");
    page.find<HTMLElement>(".chip")?.focus();
    await press("Enter");
    await page.says("#count", "45 events found");
    equal(page.focused()?.id, "count");
  });

  it("a person opens the filters of a narrow finder, chooses one and goes back to the list", async () => {
    page = await FinderPage.ready();
    page.element.style.width = "360px";
    await tabTo(says("Filters"), "the filters");
    await press("Enter");
    await page.shows(".filters.open");
    await tabTo((focused) => focused instanceof HTMLInputElement && focused.type === "radio", "the times");
    await press("ArrowDown");
    await until(() => page.find<HTMLInputElement>('input[value="today"]')?.checked, "today");
    await press("ArrowUp");
    await tabTo((focused) => focused instanceof HTMLInputElement && focused.value === "breast", "a type of cancer");
    await press("Space");
    await until(() => page.all(".chip").length === 1, "a chip");
    await tabTo(says("Show 37 events"), "the way back to the list");
    await press("Enter");
    await until(() => page.focused()?.id === "count", "the focus on the count");
    equal(page.find(".filters.open"), null);
  });

  it("a person puts nothing in the way of Tab: the focus leaves the finder", async () => {
    page = await FinderPage.ready({ "page-size": "1" });
    const after = document.createElement("button");
    document.body.append(after);
    page.find(".more")?.focus();
    await press("Tab");
    equal(page.focused()?.textContent?.trim(), "Follow or share these events");
    await press("Tab");
    equal(page.focused()?.textContent, "Tell us about an event");
    await press("Tab");
    equal(document.activeElement, after);
    after.remove();
  });
});
