import fc from "fast-check";
import { followAddresses } from "./follow-addresses.ts";
import { NO_SEARCH } from "./state.ts";
import { equal, ok, same } from "./testing/assert.ts";
import { expectAccessible } from "./testing/axe.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

const SERVICE = "https://events.example";

describe("Following the chosen events", () => {
  let page: FinderPage | undefined;
  afterEach(() => {
    page?.close();
    page = undefined;
  });

  it("goes on with the filters, and not with the days that were chosen", () => {
    const search = { ...NO_SEARCH, q: "tired", near: "SE1 9RT", when: "today" as const, filters: { topic: ["fatigue"] } };
    const { calendar, page: address } = followAddresses(SERVICE, search, { alliance: ["selca"] });
    equal(calendar, "webcal://events.example/v1/events.ics?q=tired&alliance=selca&topic=fatigue&near=SE1&within=8.0");
    equal(address, "https://events.example/events?q=tired&alliance=selca&topic=fatigue&near=SE1&within=8.0");
    equal(followAddresses(SERVICE, { ...NO_SEARCH, month: "2026-12" }, {}).calendar, "webcal://events.example/v1/events.ics");
  });

  it("hands whatever was typed on whole, to other calendars too", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (q) => {
      const { google, outlook, page: address } = followAddresses(SERVICE, { ...NO_SEARCH, q }, {});
      const asked = (url: string) => new URL(url).searchParams.get("q") ?? "";
      equal(asked(address), q.trim().toWellFormed());
      equal(asked(new URL(google).searchParams.get("cid")!.replace("webcal:", "https:")), q.trim().toWellFormed());
      equal(asked(new URL(outlook).searchParams.get("url")!), q.trim().toWellFormed());
    }));
  });

  it("follows what is chosen now, and asks nobody until somebody chooses to", async () => {
    page = await FinderPage.ready();
    const shown = page;
    const requests = shown.feed.requests.length;
    shown.find<HTMLDetailsElement>(".follow")!.open = true;
    await expectAccessible(shown.element);
    equal(shown.feed.requests.length, requests);
    shown.find<HTMLInputElement>("input[name=format]")!.click();
    await until(() => shown.find<HTMLAnchorElement>(".follow a")?.href.includes("format="), "an address with the filter");
    ok([...shown.all<HTMLAnchorElement>(".follow a[target=_blank]")].every(({ rel }) => rel.includes("noopener")));
  });

  it("leads clinicians to the calendar of their work, and others to their own", async () => {
    for (const [mode, host] of [["clinician", "outlook.office.com"], ["public", "outlook.live.com"]] as const) {
      page = await FinderPage.ready({ mode });
      page.find(".title")!.click();
      await page.shows(".share");
      const hosts = page.all<HTMLAnchorElement>(".follow a[target=_blank]").map(({ hostname }) => hostname);
      same(hosts.filter((name) => name.includes("outlook")), [host, host]);
      page.close();
    }
  });
});
