import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectAccessible, expectNoSideways } from "../../../demo/testing/axe.ts";
import { openDeskInBrowser, type DeskInBrowser } from "../testing/desk-in-browser.ts";

let desk: DeskInBrowser;
before(async () => {
  desk = await openDeskInBrowser();
  await desk.database.db.insertInto("embedding_site").values([
    { host: "www.a-hospital-with-a-rather-long-name.nhs.example", day: new Date().toISOString().slice(0, 10), loads: 1_234 },
    { host: "charity.example", day: new Date().toISOString().slice(0, 10), loads: 3 },
  ]).execute();
});
after(() => desk?.stop());

const COORDINATOR = [{ role: "coordinator", alliance: "selca" }] as const;
const ADMINISTRATOR = [{ role: "administrator" }] as const;

test("with scripts off, a coordinator adds an organisation and a venue, merges two venues, adds a word, and publishes a text", async () => {
  const page = await desk.page({ roles: COORDINATOR, width: 360, scripts: false });
  await page.goto(`${desk.url}/desk/directory`);
  await page.getByRole("link", { name: "Organisations" }).click();
  await page.getByRole("link", { name: "Add an organisation" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Example Community Group");
  await page.getByLabel("Short name").fill("Example");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Choose what kind of organisation it is" }).waitFor();
  await page.getByRole("radio", { name: "Community group" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Organisation added").waitFor();

  await page.goto(`${desk.url}/desk/directory/venues`);
  await page.getByRole("link", { name: "Add a venue" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Guys Cancer Centre (Dimbleby Care)");
  await page.getByLabel("Address").fill("Great Maze Pond, London");
  await page.getByLabel("Postcode").fill("SE1 9RT");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Venue added").waitFor();
  await page.getByRole("link", { name: "Merge what is there twice" }).click();
  await page.getByRole("link", { name: /Guys Cancer Centre \(Dimbleby Care\)/ }).click();
  await page.getByRole("radio", { name: /^Guy's Cancer Centre/ }).check();
  await page.getByRole("button", { name: "Merge" }).click();
  await page.getByText("Venues merged").waitFor();
  await page.getByRole("button", { name: /^Still right/ }).first().click();
  await page.getByText("Venue confirmed").waitFor();

  await page.goto(`${desk.url}/desk/directory/words`);
  await page.getByRole("link", { name: "Add a topic" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Gardening");
  await page.getByRole("radio", { name: "Practical help" }).check();
  await page.getByLabel("What people call it").fill("allotment\nplants");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Topic added").waitFor();

  await page.goto(`${desk.url}/desk/directory/pages`);
  await page.getByRole("link", { name: "For carers, family and friends" }).click();
  await page.getByLabel("Text").fill("Come along.\n\n- [See events](/events?audience=carers)");
  await page.getByRole("button", { name: "See how it will look" }).click();
  await page.getByRole("heading", { name: "As people will see it" }).waitFor();
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByText("Text published").waitFor();
  await page.context().close();
});

const PAGES = {
  "the first page": "", organisations: "/organisations", "an organisation": "/organisations/oxleas", "a new organisation": "/organisations/new", venues: "/venues",
  "a venue": "/venues/guys-cancer-centre", "what to merge": "/venues/merge", "two venues": "/venues/merge?first=guys-cancer-centre&second=guys-urology-centre",
  "the wrong two": "/venues/merge?first=guys-cancer-centre&second=guys-cancer-centre", words: "/words", "a topic": "/words/topics/fatigue", "a cancer": "/words/tumour-groups/breast",
  pages: "/pages", "a text": "/pages/about/support", "a signpost": "/pages/signposts/macmillan", sites: "/sites",
};

for (const width of [360, 1440]) {
  test(`each page of the directory is accessible and fits, ${width} pixels wide`, async () => {
    const page = await desk.page({ roles: ADMINISTRATOR, width });
    for (const [name, path] of Object.entries(PAGES)) {
      const answer = await page.goto(`${desk.url}/desk/directory${path}`);
      assert.equal(answer?.status(), name === "the wrong two" ? 422 : 200, name);
      await expectAccessible(page, name);
      await expectNoSideways(page, name);
    }
    await page.goto(`${desk.url}/desk/directory/pages/signposts/macmillan`);
    await page.getByLabel("Phone number").fill("call us");
    await page.getByRole("button", { name: "See how it will look" }).click();
    await page.locator(".nhsuk-error-summary").waitFor();
    await expectAccessible(page, "errors");
    await page.getByLabel("Phone number").fill("0808 808 00 00");
    await page.getByRole("button", { name: "See how it will look" }).click();
    await page.getByRole("heading", { name: "As people will see it" }).waitFor();
    await expectAccessible(page, "a preview");
    await page.goto(`${desk.url}/about`);
    await expectAccessible(page, "the public page");
    await page.context().close();
  });
}
