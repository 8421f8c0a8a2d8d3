import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSideways } from "../../demo/testing/axe.ts";
import { openDeskInBrowser, type DeskInBrowser } from "../desk/testing/desk-in-browser.ts";
import type { StaffRole } from "../accounts/staff.ts";

/** Where pictures of each page are kept, when somebody wants to look at them. */
const { PICTURES } = process.env;
const ALLIANCE = "ncl-cancer-alliance";
const COORDINATOR: StaffRole[] = [{ role: "coordinator", alliance: ALLIANCE }];
const organiser = (organisation: string): StaffRole[] => [{ role: "organiser", organisation }];

let desk: DeskInBrowser;
let trust: string;
before(async () => {
  desk = await openDeskInBrowser();
  const { db } = desk.database;
  ({ slug: trust } = await db.selectFrom("organisation").select("slug").where("alliance", "=", ALLIANCE).where("kind", "=", "nhs-trust").orderBy("slug").limit(1).executeTakeFirstOrThrow());
});
after(() => desk?.stop());

async function look(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width;
  if (PICTURES) {
    await mkdir(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
  }
  await expectNoSideways(page, name);
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(fields)) await page.locator(`#${id}`).fill(value);
}

const SUGGESTION = { what: "Walk and talk in the park", when: "Monday 3 May 2027, 2pm to 4pm", where: "Regent’s Park", organiser: "A charity", link: "https://walks.example/", more: "It is at the north gate.", email: "person@example.org" };

async function suggest(page: Page): Promise<string> {
  await page.goto(`${desk.url}/events`);
  await page.getByRole("contentinfo").getByRole("link", { name: "Tell us about an event" }).click();
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator(".nhsuk-error-summary").waitFor();
  await look(page, "suggest-errors");
  await fill(page, SUGGESTION);
  await page.getByLabel("Which borough is it in?").selectOption({ label: "Camden" });
  await look(page, "suggest");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("heading", { level: 1, name: "Thank you, we have it" }).waitFor();
  await look(page, "suggest-done");
  return page.locator(".hwbe-reference").innerText();
}

for (const width of [360, 1440]) {
  test(`with scripts off, ${width} pixels wide, an event that somebody tells of gets to its organiser as a draft`, async () => {
    const reference = await suggest(await desk.page({ roles: [], width, scripts: false }));
    assert.match(reference, /^SUG-\w{4}-\w{4}$/);
    const page = await desk.page({ roles: COORDINATOR, width, scripts: false });
    await page.goto(`${desk.url}/desk/queue`);
    await look(page, "queue");
    await page.getByRole("link", { name: SUGGESTION.what }).first().click();
    await page.getByRole("radio", { name: "Give it to an organiser to publish" }).check();
    await look(page, "queue-item");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.locator(".nhsuk-error-summary").waitFor();
    await look(page, "queue-item-errors");
    await page.getByLabel("Organisation").first().selectOption(trust);
    await page.getByLabel("A note to them").first().fill("Is it one of yours?");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("The organiser has a draft now").waitFor();

    const team = await desk.page({ roles: organiser(trust), width, scripts: false });
    await team.goto(`${desk.url}/desk/questions`);
    await look(team, "from-your-alliance");
    await team.getByRole("link", { name: reference }).click();
    await look(team, "from-your-alliance-item");
    await team.getByRole("link", { name: "Open the draft" }).click();
    assert.equal(await team.getByLabel("Name of the event").inputValue(), SUGGESTION.what);
    for (const one of [page, team]) await one.context().close();
  });

  test(`with scripts off, ${width} pixels wide, feedback on a page of an event is passed on, and an event that waits is approved`, async () => {
    const page = await desk.page({ roles: COORDINATOR, width, scripts: false });
    await page.goto(`${desk.url}/events?organiser=${trust}`);
    await page.locator("main").getByRole("link").filter({ hasNotText: /filter/i }).first().waitFor();
    const { slug, id } = await desk.database.db.selectFrom("event").select(["slug", "id"]).where("organisation", "=", trust).where("status", "=", "published").where("ends_at", ">", new Date())
      .orderBy("starts_at").limit(1).executeTakeFirstOrThrow();
    await page.goto(`${desk.url}/events/${slug}`);
    await page.getByRole("link", { name: "Something wrong on this page?" }).click();
    await page.getByRole("radio", { name: "Something is wrong" }).check();
    await page.getByLabel("Your question or feedback").fill("The room is another one.");
    await look(page, "feedback");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("heading", { level: 1, name: "Thank you, we have it" }).waitFor();
    await page.goto(`${desk.url}/desk/queue?show=questions`);
    await page.getByRole("link", { name: "The room is another one." }).first().click();
    await page.getByRole("radio", { name: "Pass it to an organiser" }).check();
    await look(page, "queue-question");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("Passed to the organiser").waitFor();

    await desk.database.db.updateTable("event").set({ status: "awaiting-moderation" }).where("id", "=", id).execute();
    await page.goto(`${desk.url}/desk/queue/events/${id}`);
    await page.getByRole("radio", { name: "Approve it" }).check();
    await look(page, "approve");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText(/published\. We tell the organiser/).waitFor();
    await page.context().close();
  });
}

test("each page is accessible", async () => {
  const page = await desk.page({ roles: [...COORDINATOR, ...organiser(trust)], width: 360 });
  const waiting = await desk.database.db.selectFrom("suggestion").select(["id", "state"]).execute();
  const passed = waiting.find(({ state }) => state === "passed");
  const { id: event } = await desk.database.db.selectFrom("event").select("id").where("organisation", "=", trust).where("status", "=", "published").limit(1).executeTakeFirstOrThrow();
  await desk.database.db.updateTable("event").set({ status: "awaiting-moderation" }).where("id", "=", event).execute();
  const reference = await suggest(page);
  await expectAccessible(page, `done ${reference.slice(0, 3)}`);
  const { id } = await desk.database.db.selectFrom("suggestion").select("id").where("reference", "=", reference).executeTakeFirstOrThrow();
  const withoutForm = ["/desk/queue", "/desk/questions", `/desk/questions/${passed?.id}`];
  const withForm = ["/suggest", "/feedback", `/desk/queue/${id}`, `/desk/queue/${passed?.id}`, `/desk/queue/events/${event}`];
  for (const path of [...withoutForm, ...withForm]) {
    const state = path.replace(/[0-9a-f-]{36}/, "an id");
    await page.goto(desk.url + path);
    await expectAccessible(page, state);
    if (!withForm.includes(path)) continue;
    await page.getByRole("button", { name: /^(Send|Confirm)$/ }).click();
    await page.locator(".nhsuk-error-summary").waitFor();
    await expectAccessible(page, `${state}, sent empty`);
  }
  await page.context().close();
});
