import { equal, ok, same } from "./testing/assert.ts";
import { FinderPage, until } from "./testing/finder-page.ts";
import { SERVICE } from "./testing/fixture-events.ts";
import { FixtureFeed } from "./testing/fixture-feed.ts";

const HOSTILE = `* { all: unset !important; color: #7a1f5c !important; font-size: 1.7rem !important; text-transform: uppercase !important;
  letter-spacing: 0.3em !important; line-height: 0.5 !important; float: left !important; text-indent: 1em !important }
  *::before { content: "*" !important }`;

function withHostStyle(css: string): () => void {
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  return () => style.remove();
}

function stylesInside(page: FinderPage): string[] {
  const names = ["color", "font-size", "text-transform", "letter-spacing", "line-height", "text-indent", "float"];
  return page.all(".title, .search label, .count, .tag, .search .primary").map((each) => {
    const style = getComputedStyle(each);
    return names.map((name) => style.getPropertyValue(name)).join(" ");
  });
}

describe("A good guest", () => {
  let page: FinderPage;
  let undo = () => {};
  afterEach(() => {
    undo();
    undo = () => {};
    page.close();
    document.documentElement.removeAttribute("dir");
  });

  it("looks the same under hostile host styles", async () => {
    page = await FinderPage.ready({ theme: "nhs" });
    page.element.style.setProperty("font-size", "19px", "important");
    const before = stylesInside(page);
    undo = withHostStyle(HOSTILE);
    same(stylesInside(page), before);
    equal(getComputedStyle(page.element).display, "block");
    equal(getComputedStyle(page.element, "::before").content, "none");
    ok(page.element.getBoundingClientRect().width >= 280, "The finder has collapsed");
  });

  it("does not follow the size of the host's root", async () => {
    page = await FinderPage.ready({ theme: "nhs" });
    document.body.style.fontSize = "16px";
    const before = stylesInside(page);
    undo = withHostStyle("html { font-size: 62.5% }");
    same(stylesInside(page), before);
    document.body.removeAttribute("style");
  });

  it("takes the host's font and colour where it is asked to inherit", async () => {
    undo = withHostStyle("body { font-family: monospace; color: rgb(1, 2, 3) }");
    page = await FinderPage.ready();
    const style = getComputedStyle(await page.shows(".count"));
    equal(style.fontFamily, "monospace");
    equal(style.color, "rgb(1, 2, 3)");
  });

  it("is hidden by the hidden attribute", async () => {
    page = await FinderPage.ready();
    page.element.hidden = true;
    equal(getComputedStyle(page.element).display, "none");
  });

  it("changes no style and no element of the host", async () => {
    const sheets = document.adoptedStyleSheets.length + document.styleSheets.length;
    const children = document.head.children.length;
    page = await FinderPage.ready();
    equal(document.adoptedStyleSheets.length + document.styleSheets.length, sheets);
    equal(document.head.children.length, children);
    equal(page.element.attributes.length, 1);
    equal(page.all("[style], style, main, h1").length, 0);
  });

  it("adds nothing global but the marks of Lit", async () => {
    page = FinderPage.open();
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const inside = frame.contentWindow;
    ok(inside);
    const before = new Set(Object.getOwnPropertyNames(inside));
    const script = inside.document.createElement("script");
    Object.assign(script, { type: "module", src: new URL("./define.ts", import.meta.url).href });
    inside.document.body.append(script);
    await until(() => inside.customElements.get("hwbe-finder"), "the element");
    const added = Object.getOwnPropertyNames(inside).filter((name) => !before.has(name));
    same(added.filter((name) => !/^(lit|reactive)[A-Z]/.test(name)), []);
    frame.remove();
  });

  it("does not touch the address or the history", async () => {
    const [address, length] = [location.href, history.length];
    page = await FinderPage.ready();
    page.submit({ "#q": "yoga" });
    await until(() => page.text("#count") !== "45 events found", "an answer");
    equal(location.href, address);
    equal(history.length, length);
  });

  it("asks its own service and nobody else, and sets no cookie", async () => {
    page = await FinderPage.ready();
    ok(page.feed.requests.every(({ origin }) => origin === SERVICE));
    equal(document.cookie, "");
  });

  for (const direction of ["ltr", "rtl"]) {
    it(`fits a column of 320 pixels, ${direction}`, async () => {
      document.documentElement.dir = direction;
      const column = document.createElement("div");
      column.style.width = "320px";
      document.body.append(column);
      page = FinderPage.open({ mode: "clinician" }, new FixtureFeed().install());
      column.append(page.element);
      await page.shows("#filters");
      page.button("Filters").click();
      page.all(".title")[0]?.click();
      await page.shows(".detail");
      const tooWide = page.all("*").filter((each) => !each.closest(".unseen") && each.getBoundingClientRect().width > 320.5);
      same(tooWide.map((each) => each.className), []);
      ok(column.scrollWidth <= 320, `The column scrolls: ${column.scrollWidth}`);
      column.remove();
    });
  }

  it("keeps a width in a container that shrinks what it holds", async () => {
    const flex = document.createElement("div");
    flex.style.cssText = "display: flex; flex-direction: column; align-items: center; width: 700px";
    document.body.append(flex);
    page = FinderPage.open();
    flex.append(page.element);
    await page.shows(".event");
    equal(page.element.getBoundingClientRect().width, 700);
    flex.remove();
  });
});
