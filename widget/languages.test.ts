import { expectAccessible } from "./testing/axe.ts";
import { equal, ok, same } from "./testing/assert.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

/** The texts that a person reads, but for numbers, addresses, and the words of organisers. */
function plainTexts(page: FinderPage): string[] {
  const walker = document.createTreeWalker(page.element.renderRoot, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest("style, [lang='en-GB']") || parent.closest("a[href^='tel:'], a[href^='mailto:']")) continue;
    const text = (node.textContent ?? "").trim();
    if (/[a-z]{2}/i.test(text)) texts.push(text);
  }
  return texts;
}

function plainLabels(page: FinderPage): string[] {
  return page.all("[aria-label]").map((element) => element.getAttribute("aria-label") ?? "").filter((label) => /[a-z]{2}/i.test(label));
}

async function openEverything(page: FinderPage): Promise<void> {
  await page.search("a");
  page.find<HTMLButtonElement>(".title")?.click();
  await page.shows(".detail dl");
  for (const details of page.all<HTMLDetailsElement>("details")) details.open = true;
}

describe("The finder in another language", () => {
  let page: FinderPage;
  afterEach(() => {
    page.close();
    document.documentElement.lang = "";
  });

  for (const mode of ["public", "clinician"]) {
    it(`says every word through the catalogue, in ${mode} mode`, async () => {
      page = await FinderPage.ready({ lang: "en-XA", mode });
      await openEverything(page);
      // Each entry of the catalogue stands in brackets: a text without one never went through it.
      same(plainTexts(page).filter((text) => !/\[|\]/.test(text)), []);
      same(plainLabels(page).filter((label) => !label.startsWith("[")), []);
    });
  }

  it("runs from right to left where its language does, and keeps the organiser's words as English", async () => {
    page = await FinderPage.ready({ lang: "ar-XB" });
    const finder = page.find(".finder");
    equal(finder?.getAttribute("dir"), "rtl");
    equal(finder?.lang, "ar-XB");
    equal(page.find(".title span")?.lang, "en-GB");
    await openEverything(page);
    await expectAccessible(page.element);
  });

  it("takes up the language of the page, from outside the shadow root in which it stands too, and of a regional tag", async () => {
    document.documentElement.lang = "en-XA-x-london";
    const host = document.createElement("div");
    document.body.append(host);
    page = await FinderPage.ready();
    host.attachShadow({ mode: "open" }).append(page.element);
    await until(() => page.find(".finder")?.lang === "en-XA", "the words of the page's language");
    host.remove();
  });

  it("speaks English on a page whose language it does not know", async () => {
    page = await FinderPage.ready({ lang: "xx" });
    equal(page.find(".finder")?.lang, "en-GB");
    ok(!page.find(".finder")?.hasAttribute("dir"));
  });

  it("changes its language when the attribute does, and two finders keep each their own", async () => {
    page = await FinderPage.ready({ lang: "en-XA" });
    const english = document.createElement("hwbe-finder");
    english.setAttribute("feed", page.element.feed ?? "");
    document.body.append(english);
    await until(() => english.renderRoot.querySelector(".event"), "the second finder");
    equal(english.renderRoot.querySelector("label")?.textContent, "What are you looking for?");
    page.element.lang = "en";
    await until(() => page.text("label") === "What are you looking for?", "English");
    english.lang = "en-XA";
    await until(() => english.renderRoot.querySelector("label")?.textContent?.startsWith("["), "the other language");
    equal(page.text("label"), "What are you looking for?");
    english.remove();
  });

  it("keeps what is drawn until the words of another language are there", async () => {
    page = await FinderPage.ready();
    const title = page.find(".title")!;
    title.focus();
    page.element.lang = "ar-XB";
    await page.element.updateComplete;
    await until(() => page.find(".finder")?.lang === "ar-XB", "the other language");
    equal(page.element.shadowRoot?.activeElement, title);
  });

  it("announces results in its own language", async () => {
    page = await FinderPage.ready({ lang: "en-XA" });
    await page.search("tired");
    await until(() => page.text("[role=status]").startsWith("["), "the announcement");
  });
});
