import { equal, ok } from "./testing/assert.ts";
import { expectAccessible } from "./testing/axe.ts";
import { SERVICE } from "./testing/fixture-events.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

describe("Passing an event on", () => {
  let page: FinderPage;
  const written: string[] = [];

  function clipboardThat(writeText: ((text: string) => Promise<void>) | undefined): void {
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: writeText && { writeText } });
  }

  beforeEach(async () => {
    page = await FinderPage.ready();
    page.find<HTMLButtonElement>(".title")!.click();
    (await page.shows<HTMLDetailsElement>(".share")).open = true;
  });
  afterEach(() => {
    page.close();
    written.length = 0;
    Reflect.deleteProperty(navigator, "clipboard");
  });

  it("starts a message or an email with its title, time, place and link, and asks nobody", async () => {
    const requests = page.feed.requests.length;
    const body = decodeURIComponent(page.button("Send by text message").getAttribute("href")!.replace("sms:?&body=", ""));
    const lines = body.split("\n");
    equal(lines[0], "Managing tiredness after treatment 0");
    equal(lines.at(-1), `${SERVICE}/events/event-0`);
    equal(lines.length, 4);
    ok(page.button("Send by email").getAttribute("href")?.startsWith("mailto:?subject=Managing%20tiredness"));
    ok(page.all<HTMLAnchorElement>(".share a[target=_blank]").every(({ rel }) => rel.includes("noopener")));
    await expectAccessible(page.element);
    equal(page.feed.requests.length, requests);
  });

  it("puts the text on the clipboard, and says so", async () => {
    clipboardThat(async (text) => void written.push(text));
    page.button("Copy").click();
    await page.says(".share", "Copied");
    equal(written[0], page.find<HTMLTextAreaElement>(".share textarea")!.value);
    await until(() => page.text("[role=status]") === "Copied", "the announcement");
  });

  it("says so again when it is done again", async () => {
    clipboardThat(async (text) => void written.push(text));
    page.button("Copy").click();
    await until(() => page.text("[role=status]") === "Copied", "the announcement");
    const said: string[] = [];
    const listener = new MutationObserver(() => said.push(page.text("[role=status]")));
    listener.observe(page.find("[role=status]")!, { childList: true, characterData: true, subtree: true });
    page.button("Copied").click();
    await until(() => said.at(-1) === "Copied", "the announcement anew");
    listener.disconnect();
    equal(written.length, 2);
  });

  for (const [why, writeText] of [["refused", async () => { throw new DOMException("No", "NotAllowedError"); }], ["not there", undefined]] as const) {
    it(`chooses the text for the person where the clipboard is ${why}`, async () => {
      clipboardThat(writeText);
      page.button("Copy").click();
      await page.says(".share", "The text is chosen.");
      const field = page.find<HTMLTextAreaElement>(".share textarea")!;
      equal(field.selectionEnd! - field.selectionStart!, field.value.length);
      equal(page.focused(), field);
    });
  }
});
