import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSideways } from "../../../demo/testing/axe.ts";
import { startRunningDemo, type RunningDemo } from "../../../demo/testing/running-demo.ts";
import { until } from "../../testing/until.ts";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running?.stop());

async function signInAs(sample: string, { width = 1440 } = {}): Promise<Page> {
  const page = await running.page({ width });
  await page.goto(`${running.service}/desk`);
  await page.getByRole("button", { name: `Sample ${sample}` }).click();
  await page.getByRole("heading", { level: 1, name: "Your desk" }).waitFor();
  return page;
}

/** Counts what a person has to fill in or choose. */
class Form {
  readonly page: Page;
  fields = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async fill(label: string, value: string): Promise<void> {
    this.fields++;
    await this.page.getByLabel(label, { exact: true }).fill(value);
  }

  async choose(label: string, option: RegExp): Promise<void> {
    this.fields++;
    const value = await this.page.getByLabel(label, { exact: true }).locator("option").filter({ hasText: option }).first().getAttribute("value");
    await this.page.getByLabel(label, { exact: true }).selectOption(value);
  }
}

const inSixWeeks = new Date(Date.now() + 42 * 86_400_000).toLocaleDateString("en-GB");

async function isInFeed(title: string): Promise<boolean> {
  const answer = await fetch(`${running.service}/v1/events?q=${encodeURIComponent(title)}&limit=100`, { headers: { "cache-control": "no-cache" } });
  const { events } = (await answer.json()) as { events: { title: string }[] };
  return events.some((event) => event.title === title);
}

test("somebody new publishes a first event from the invitation, with 12 fields at most, and it is in the feed and in an open finder at once; a copy takes 3", async () => {
  const administrator = await signInAs("administrator");
  await administrator.goto(`${running.service}/desk/team`);
  await administrator.getByLabel("Work email address").fill("new.organiser@example.org");
  await administrator.getByLabel("Role").selectOption({ label: "Lead of Maggie's" }).catch(() => administrator.getByLabel("Role").selectOption({ index: 1 }));
  await administrator.getByRole("button", { name: "Send the invitation" }).click();
  await administrator.getByText("Invitation sent").waitFor();
  await administrator.goto(`${running.service}/outbox`);
  await administrator.getByRole("link", { name: "You are invited to the events desk" }).first().click();
  const link = await administrator.locator(".hwbe-mail a").first().getAttribute("href");

  const open = await running.page();
  await open.goto(`${running.demo}/trust`);
  await open.locator("hwbe-finder").getByLabel("What are you looking for?").fill("Zebrafish");
  await open.locator("hwbe-finder").getByText("No events found").first().waitFor();

  const page = await running.page();
  await page.goto(link!);
  const form = new Form(page);
  await form.fill("Your name", "New Organiser");
  await page.getByRole("button", { name: "Take it up" }).click();
  await page.getByRole("link", { name: "Publish an event" }).click();
  await form.fill("Name of the event", "Zebrafish talk");
  await form.fill("Who it is for", "People with any cancer");
  await form.fill("What people get from it", "What small fish tell of cancer.");
  await form.fill("Date", inSixWeeks);
  await form.fill("Starts at", "2pm");
  await form.fill("Ends at", "4pm");
  await page.getByLabel("In person", { exact: true }).check();
  await form.choose("Place", /[A-Z]\d+ \d[A-Z]{2}$/);
  await form.fill("Number of places", "20");
  assert.ok(form.fields <= 12, `${form.fields} fields`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText("Event published").waitFor();

  await until(() => isInFeed("Zebrafish talk"), "the event in the feed", 5_000);
  await open.locator("hwbe-finder .title").getByText("Zebrafish talk").waitFor({ timeout: 5_000 });

  const copy = new Form(page);
  await page.getByRole("link", { name: /^Copy Zebrafish talk/ }).click();
  await copy.fill("Date", new Date(Date.now() + 49 * 86_400_000).toLocaleDateString("en-GB"));
  assert.ok(copy.fields <= 3);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText("Event published").waitFor();
});

for (const width of [360, 1440]) {
  test(`each page of publishing is accessible and fits, ${width} pixels wide`, async () => {
    const page = await signInAs("organiser", { width });
    const look = async (state: string) => {
      await expectAccessible(page, state);
      await expectNoSideways(page, state);
    };
    await look("the desk");
    await page.goto(`${running.service}/desk/events`);
    await look("events");
    const change = await page.getByRole("link", { name: /^Change/ }).first().getAttribute("href");
    await page.goto(`${running.service}/desk/events/new`);
    await look("a new event");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.locator(".nhsuk-error-summary").waitFor();
    await look("errors");
    for (const address of [change!, `${change}/copy`, `${change}/call-off`]) {
      await page.goto(running.service + address);
      await look(address.replace(/[0-9a-f-]{36}/, ":id"));
    }
    await page.goto(running.service + change!);
    await page.getByText("More: access, support").click();
    await look("every field");
    await page.getByRole("button", { name: "See how it will look" }).click();
    await page.getByRole("heading", { name: "As people will see it" }).waitFor();
    await look("a preview");
    await page.context().close();
  });
}

test("with scripts off, an organiser saves a draft and publishes it", async () => {
  const context = await running.browser.newContext({ javaScriptEnabled: false });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(`${running.service}/desk/events/new`);
  await page.getByRole("button", { name: "Sample organiser" }).click();
  await page.getByLabel("Name of the event").fill("Draft without scripts");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await page.getByText("Draft saved").waitFor();
  await page.getByLabel("Who it is for").fill("Anyone");
  await page.getByLabel("What people get from it").fill("A talk.");
  await page.getByLabel("Date", { exact: true }).fill(inSixWeeks);
  await page.getByLabel("Starts at").fill("10am");
  await page.getByLabel("Ends at").fill("11am");
  await page.getByLabel("By phone", { exact: true }).check();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText("Event published").waitFor();
  await context.close();
});
