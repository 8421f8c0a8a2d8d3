import { expectAccessible } from "./testing/axe.ts";
import { equal, ok, same } from "./testing/assert.ts";
import { SERVICE } from "./testing/fixture-events.ts";
import type { FixtureFeed } from "./testing/fixture-feed.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

const KEY = `hwbe-filters ${SERVICE} {}`;

function choice(page: FinderPage, words: string): HTMLInputElement {
  const label = page.all("label").find((each) => each.textContent?.trim().startsWith(words));
  const input = label?.querySelector("input");
  ok(input, `There is no choice "${words}"`);
  return input;
}

async function openForClinician(attributes: Record<string, string> = {}, feed?: FixtureFeed): Promise<FinderPage> {
  const page = await FinderPage.ready({ mode: "clinician", ...attributes }, feed);
  await page.shows(".concerns");
  return page;
}

describe("The concerns in the clinician's finder", () => {
  let page: FinderPage;
  beforeEach(async () => {
    page = await openForClinician();
  });
  afterEach(() => page.close());

  it("narrow the list to their topics, say so, and go with the last of those topics", async () => {
    page.find<HTMLDetailsElement>(".concerns")!.open = true;
    choice(page, "Tiredness").click();
    await page.says(".chips", "Fatigue");
    await page.says(".results", "From concerns: Tiredness, fatigue");
    equal(page.text(".concerns summary"), "Concerns (1 chosen)");
    await until(() => page.find(".results")?.getAttribute("aria-busy") === "false", "the events of the concern");
    await page.element.updateComplete;
    await expectAccessible(page.element);
    page.find(".chip")?.click();
    await page.says(".concerns summary", "Concerns");
    await until(() => !choice(page, "Tiredness").checked, "the concern to go");
    ok(!page.text(".results").includes("From concerns"));
  });

  it("are never sent, stored or told to the host page: topics alone are", async () => {
    const told: unknown[] = [];
    const listen = ({ detail }: CustomEvent) => void told.push(detail);
    page.element.addEventListener("hwbe-search", listen as EventListener);
    choice(page, "Tiredness").click();
    await until(() => told.length > 0, "the host page to be told");
    const addresses = page.feed.requests.map(String).join(" ");
    ok(addresses.includes("topic=fatigue"));
    const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]);
    for (const text of [addresses, JSON.stringify(told), kept]) ok(!/concern|tiredness/i.test(text), text);
    ok(!/fatigue/i.test(kept));
  });

  it("cannot be chosen where the directory has no event on their topics", () => {
    ok(choice(page, "Life with a stoma").disabled);
    ok(choice(page, "Life with a stoma").labels?.[0]?.textContent?.includes("no events now"));
  });

  it("are not there for the public", async () => {
    page.element.mode = "public";
    await page.shows(".save");
    equal(page.find(".concerns"), null);
    equal(page.find(".record"), null);
  });
});

describe("A clinician's usual filters in the finder", () => {
  let page: FinderPage;
  afterEach(() => page.close());

  it("are kept as they are chosen, but for those about a patient, and are on when the finder opens again", async () => {
    page = await openForClinician();
    choice(page, "Breast cancer").click();
    choice(page, "Fatigue").click();
    page.submit({ "#q": "tired", "#near": "Camden" });
    await page.says(".chips", "Camden");
    equal(localStorage.getItem(KEY), "tumour-group=breast");
    page.element.remove();
    page = await openForClinician({}, page.feed);
    await page.says(".usual", "Your usual filters are on.");
    equal(page.all(".chip").length, 1);
    await page.says(".chips", "Breast cancer");
    await expectAccessible(page.element);
    page.button("Clear usual filters").click();
    await until(() => !page.find(".usual") && !page.find(".chip"), "all events again");
    equal(localStorage.getItem(KEY), null);
    equal(page.focused()?.id, "count");
  });

  it("leave a finder with other settings, and the public's, alone", async () => {
    localStorage.setItem(KEY, "tumour-group=breast");
    page = await openForClinician({ borough: "camden" });
    equal(page.find(".usual"), null);
    page.element.remove();
    page = await FinderPage.ready({}, page.feed);
    choice(page, "Breast cancer").click();
    await page.shows(".chip");
    page.find(".chip")?.click();
    await until(() => !page.find(".chip"), "all events again");
    equal(localStorage.getItem(KEY), "tumour-group=breast");
  });

  it("do without what the directory no longer has", async () => {
    localStorage.setItem(KEY, "organiser=gone&tumour-group=breast");
    page = await openForClinician();
    await page.says(".chips", "Breast cancer");
    equal(page.all(".chip").length, 1);
    ok(page.feed.requests.every(({ search }) => !search.includes("gone")));
  });

  it("are forgotten with the page where the browser keeps nothing", async () => {
    const getter = Object.getOwnPropertyDescriptor(window, "localStorage")!;
    Object.defineProperty(window, "localStorage", { configurable: true, get: () => { throw new DOMException("No", "SecurityError"); } });
    try {
      page = await openForClinician();
      choice(page, "Breast cancer").click();
      await page.says(".chips", "Breast cancer");
    } finally {
      Object.defineProperty(window, "localStorage", getter);
    }
  });
});

describe("The lines for a patient's record", () => {
  let page: FinderPage;
  beforeEach(async () => {
    page = await openForClinician();
  });
  afterEach(() => {
    page.close();
    Reflect.deleteProperty(navigator, "clipboard");
  });

  it("are copied for an event, and for each of the shortlist but a cancelled one", async () => {
    const written: string[] = [];
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text: string) => void written.push(text) } });
    page.find(".title")?.click();
    await page.shows(".detail .record");
    page.button("Copy a line for the record").click();
    await until(() => page.text("[role=status]") === "Copied", "the announcement");
    ok(written[0]?.startsWith("Health and wellbeing event offered: Managing tiredness after treatment 0, "));
    await until(() => page.all(".shortlist-button").length === 20, "the whole page");
    for (const place of [0, 1, 7]) page.all(".shortlist-button")[place]?.click();
    page.find<HTMLDetailsElement>(".shortlist")!.open = true;
    await page.says(".shortlist", "Copy 2 lines for the record");
    await expectAccessible(page.element);
    page.button("Copy 2 lines for the record").click();
    await page.says(".shortlist .record", "Copied");
    equal(written[1]?.split("\n").length, 2);
    page.all(".shortlist-button")[2]?.click();
    await page.says(".shortlist .record", "Copy 3 lines for the record");
  });

  it("are chosen, ready to be copied by hand, where a site has no clipboard", async () => {
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
    page.find(".title")?.click();
    const field = await page.shows<HTMLTextAreaElement>(".detail .record textarea");
    page.button("Copy a line for the record").click();
    await page.says(".detail .record", "The text is chosen.");
    same([page.focused(), field.selectionStart, field.selectionEnd], [field, 0, field.value.length]);
  });
});
