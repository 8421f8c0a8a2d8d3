import fc from "fast-check";
import { isPoint, rounded } from "./here.ts";
import { readAddress, writeAddress } from "./search-address.ts";
import { NO_SEARCH } from "./state.ts";
import { equal, ok } from "./testing/assert.ts";
import { expectAccessible } from "./testing/axe.ts";
import { FinderPage, until } from "./testing/finder-page.ts";

type Ask = Geolocation["getCurrentPosition"];

describe("Events near the device", () => {
  let page: FinderPage;
  let found: PositionCallback;
  let failed: PositionErrorCallback;
  const getCurrentPosition: Ask = (onFound, onFailed) => {
    found = onFound;
    failed = onFailed ?? (() => undefined);
  };
  const tell = (latitude: number, longitude: number) => found({ coords: { latitude, longitude } } as GeolocationPosition);

  beforeEach(async () => {
    Object.defineProperty(navigator, "geolocation", { configurable: true, value: { getCurrentPosition } });
    page = await FinderPage.ready();
  });
  afterEach(() => {
    page.close();
    Reflect.deleteProperty(navigator, "geolocation");
  });

  it("are asked for only when the person wants it, with a place that is rounded and shown in words", async () => {
    page.button("Use my location").click();
    await page.says(".here", "Finding where you are");
    tell(51.501351, -0.090758);
    await until(() => page.feed.pages().some(({ searchParams }) => searchParams.get("near") === "51.50,-0.09"), "a search near the rounded place");
    await page.says(".chips", "Within 5 miles of Your location");
    equal(page.find<HTMLInputElement>("#near")?.value, "Your location");
    ok(!page.feed.requests.join(" ").includes("51.501"));
    ok(!JSON.stringify([{ ...localStorage }, { ...sessionStorage }]).includes("51.50,"));
    ok(!page.all("a").some((link) => link.getAttribute("href")?.includes("51.50")), "no link holds the place");
    await expectAccessible(page.element);
  });

  it("stay chosen when the form is sent again, and give way to what is typed", async () => {
    page.button("Use my location").click();
    tell(51.501, -0.09);
    await page.says(".chips", "Your location");
    page.find<HTMLSelectElement>("#miles")!.value = "10";
    page.find<HTMLFormElement>("form")?.requestSubmit();
    await page.says(".chips", "Within 5 miles of Your location");
    page.submit({ "#near": "Camden" });
    await page.says(".chips", "of Camden");
  });

  it("say so where the device does not tell, and leave the rest as it is", async () => {
    page.button("Use my location").click();
    failed({ code: 1, message: "" } as GeolocationPositionError);
    await page.says(".place .field-error", "We could not find where you are");
    await page.says("[role=status]", "We could not find where you are");
    equal(page.feed.pages().length, 1);
    await expectAccessible(page.element);
    page.submit({ "#near": "Camden" });
    await page.says(".chips", "of Camden");
    equal(page.find(".place .field-error"), null);
  });

  it("hear one answer to two clicks, and none once the finder is gone", async () => {
    const button = page.button("Use my location");
    button.click();
    const first = found;
    button.click();
    equal(found, first);
    page.element.remove();
    tell(51.5, -0.1);
    await page.element.updateComplete;
    equal(page.feed.pages().length, 1);
  });

  it("are not offered on a page that may not ask", async () => {
    page.close();
    const secure = Object.getOwnPropertyDescriptor(window, "isSecureContext")!;
    Object.defineProperty(window, "isSecureContext", { configurable: true, value: false });
    page = await FinderPage.ready();
    equal(page.find(".here"), null);
    Object.defineProperty(window, "isSecureContext", secure);
  });

  it("never stand in the address of a page", () => {
    fc.assert(
      fc.property(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }), (latitude, longitude) => {
        const near = rounded({ latitude, longitude });
        ok(isPoint(near), near);
        equal(writeAddress(new URLSearchParams(), "hwbe-", { search: { ...NO_SEARCH, near }, view: "list" }).toString(), "");
      }),
    );
    equal(readAddress(new URLSearchParams("hwbe-near=Camden"), "hwbe-", {}).search.near, "Camden");
  });
});
