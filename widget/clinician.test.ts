import { equal, same } from "./testing/assert.ts";
import { SERVICE } from "./testing/fixture-events.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

const ID = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

function press(target: Element | null | undefined, key: string): void {
  target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
}

describe("The clinician's finder", () => {
  let page: FinderPage;
  beforeEach(async () => {
    page = await FinderPage.ready({ mode: "clinician" });
    await until(() => page.all(".who").length === 20, "the rows");
  });
  afterEach(() => page.close());

  it("says of each event who can refer", () => {
    equal(page.all(".who").length, 20);
    same(page.all(".who").slice(0, 3).map((who) => who.textContent), ["You or they book", "They book", "You refer"]);
  });

  it("makes a sheet of the shortlist, by the ids of events alone", async () => {
    page.all(".shortlist-button")[0]?.click();
    page.all(".shortlist-button")[2]?.click();
    await until(() => page.all(".shortlist li").length === 2, "two events");
    const sheet = page.button("Open printable sheet");
    equal(sheet.getAttribute("href"), `${SERVICE}/events?ids=${ID(0)}&ids=${ID(2)}`);
    equal(sheet.getAttribute("target"), "_top");
    same(Object.values(sessionStorage), [`${ID(0)} ${ID(2)}`]);
  });

  it("leads straight to the referral, for one event and for the shortlist", async () => {
    const refer = page.all<HTMLAnchorElement>("a.primary").filter((link) => link.textContent?.startsWith("Refer"));
    equal(refer[0]?.getAttribute("href"), `${SERVICE}/events/event-0/refer`);
    page.all(".shortlist-button")[0]?.click();
    await until(() => page.all(".shortlist li").length === 1, "one event");
    const all = page.button("Refer a patient to 1 event");
    equal(all.getAttribute("href"), `${SERVICE}/refer?ids=${ID(0)}`);
    equal(all.getAttribute("target"), "_top");
  });

  it("names the events of a shortlist that take no referral, and goes on without them", async () => {
    for (const place of [0, 1, 3, 4, 7]) page.all(".shortlist-button")[place]?.click();
    await until(() => page.all(".shortlist li").length === 5, "five events");
    const notes = page.all(".shortlist li").map((entry) => entry.querySelector(".hint")?.textContent);
    same(notes, [undefined, "You cannot refer to this here. They book.", undefined, "You cannot refer to this here. Full.", "You cannot refer to this here. Cancelled."]);
    equal(page.button("Refer a patient to 2 events").getAttribute("href"), `${SERVICE}/refer?ids=${ID(0)}&ids=${ID(3)}`);
  });

  it("keeps the shortlist while the tab lives, and fetches what it does not know", async () => {
    page.element.remove();
    sessionStorage.setItem(`hwbe-shortlist ${SERVICE}`, `${ID(44)} rubbish ${ID(1)}`);
    const again = FinderPage.open({ mode: "clinician" }, page.feed);
    await again.says(".shortlist", "Moving on from breast cancer 44");
    await again.says(".shortlist", "Money and work: one-to-one advice 1");
    again.button("Clear shortlist").click();
    await again.says(".shortlist", "Shortlist (0 events)");
    equal(sessionStorage.length, 0);
    again.element.remove();
  });

  it("moves by arrow keys and adds by a letter, on a title alone", async () => {
    const [first, second] = page.all(".title");
    first?.focus();
    press(first, "ArrowDown");
    equal(page.focused(), second);
    press(second, "s");
    await until(() => page.all(".shortlist li").length === 1, "one event");
    // With the capitals locked.
    press(first, "S");
    await until(() => page.all(".shortlist li").length === 2, "two events");
    press(second, "ArrowUp");
    equal(page.focused(), first);
    press(page.find("#q"), "s");
    await page.element.updateComplete;
    equal(page.all(".shortlist li").length, 2);
  });

  it("keeps nothing for the next person, nor shows what another keeps on this device", async () => {
    localStorage.setItem(`hwbe-shortlist ${SERVICE}`, ID(7));
    page.all(".shortlist-button")[0]?.click();
    await until(() => page.all(".shortlist li").length === 1, "one event");
    equal(localStorage.getItem(`hwbe-shortlist ${SERVICE}`), ID(7));
    page.element.mode = "public";
    await until(() => page.text(".shortlist summary") === "Saved events (1)", "the list of the device");
    equal(sessionStorage.length, 1);
  });
});
