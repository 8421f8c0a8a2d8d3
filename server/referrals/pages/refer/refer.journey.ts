import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSideways } from "../../../../demo/testing/axe.ts";
import { focused, says, tabTo } from "../../../../demo/testing/keyboard.ts";
import { isFree, startRunningService, type RunningService } from "../testing/running-service.ts";

let running: RunningService;
before(async () => {
  running = await startRunningService();
});
after(() => running?.stop());

const REFERRER = {
  "referrer-name": "Sam Nurse",
  "referrer-role": "Clinical nurse specialist",
  "referrer-organisation": "Example Trust",
  "referrer-email": "sam.nurse@example.nhs.uk",
} as const;

async function typePatient(page: Page, name: string): Promise<void> {
  await tabTo(page, "the patient's name", ({ id }) => id === "name");
  await page.keyboard.type(name);
  await tabTo(page, "how to reach them", ({ name: field }) => field === "contact");
  await page.keyboard.press("Space");
  while ((await focused(page)).value !== "phone") await page.keyboard.press("ArrowDown");
  await tabTo(page, "the number", ({ id }) => id === "phone");
  await page.keyboard.type("020 7946 0100");
}

async function send(page: Page): Promise<void> {
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/refer\/done$/);
}

test("by keyboard alone, a nurse refers a patient, is remembered, and refers the next one with few keys", async () => {
  const page = await running.page({ width: 1024, height: 768 });
  const { slug } = await running.eventThat(isFree);
  await page.goto(`${running.service}/events/${slug}`);
  await tabTo(page, "the way to refer", says("Refer a patient"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/refer$/);
  await typePatient(page, "Pat Example");
  for (const [id, value] of Object.entries(REFERRER)) {
    await tabTo(page, id, (at) => at.id === id);
    await page.keyboard.type(value);
  }
  await tabTo(page, "to be remembered", ({ name }) => name === "remember");
  await page.keyboard.press("Space");
  await tabTo(page, "the button", says("Refer this patient"));
  await send(page);
  await page.getByRole("heading", { level: 1, name: "1 referral made" }).waitFor();
  const record = await page.getByLabel("For the patient record").inputValue();
  assert.match(record, /^Referred to .* \(HWB-\w{4}-\w{4}\) on .*\. Place confirmed\.$/);
  await tabTo(page, "the status", says("Status"));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Your referral" }).waitFor();

  await page.goto(`${running.service}/events/${slug}/refer`);
  assert.equal(await page.getByLabel("Your name").isVisible(), false);
  await typePatient(page, "Next Example");
  await send(page);
  await page.getByRole("heading", { level: 1, name: "1 referral made" }).waitFor();
  await page.context().close();
});

test("with scripts off, a nurse refers a patient to a shortlist", async () => {
  const page = await running.pageWithoutScripts(1024);
  const free = await running.eventThat(isFree);
  const line = await running.eventThat(({ places, booking }) => places.state === "waiting-list" && booking.who.includes("professional"));
  await page.goto(`${running.service}/refer?ids=${free.id},${line.id}`);
  await page.getByLabel("Patient’s name").fill("Pat Example");
  await page.getByRole("radio", { name: "Email" }).check();
  await page.getByLabel("Email address", { exact: true }).fill("pat@example.org");
  for (const [id, value] of Object.entries(REFERRER)) await page.locator(`#${id}`).fill(value);
  await page.getByRole("button", { name: "Refer this patient" }).click();
  await page.getByRole("heading", { level: 1, name: "2 referrals made" }).waitFor();
  await page.getByRole("cell", { name: /On the waiting list, number \d+/ }).waitFor();
  await page.context().close();
});

for (const width of [320, 360, 1440]) {
  test(`each page of a referral is accessible and fits, ${width} pixels wide`, async () => {
    const page = await running.page({ width });
    async function look(state: string): Promise<void> {
      if (width > 320) await expectAccessible(page, state);
      await expectNoSideways(page, state);
    }
    const free = await running.eventThat(isFree);
    const full = await running.eventThat(({ places }) => places.state === "full");
    const other = await running.eventThat((event) => isFree(event) && event.id !== free.id);
    await page.goto(`${running.service}/refer?ids=${free.id},${other.id},${full.id}`);
    await look("a shortlist");
    await page.getByRole("button", { name: "Refer this patient" }).click();
    await page.locator(".nhsuk-error-summary").waitFor();
    await look("errors");
    await page.getByLabel("Patient’s name").fill("Pat Example");
    await page.getByRole("radio", { name: "Text message" }).check();
    await page.getByLabel("Mobile phone number").fill("07700 900123");
    for (const [id, value] of Object.entries(REFERRER)) await page.locator(`#${id}`).fill(value);
    await page.getByLabel("Remember my details").check();
    await page.getByRole("button", { name: "Refer this patient" }).click();
    await page.waitForURL(/\/refer\/done$/);
    await look("what became of them");
    await page.getByRole("link", { name: /^Status/ }).first().click();
    await page.getByRole("link", { name: "Cancel this referral" }).waitFor();
    await look("the status");
    await page.getByRole("link", { name: "Cancel this referral" }).click();
    await page.waitForURL(/\/cancel$/);
    await look("cancelling");
    await page.goto(`${running.service}/events/${free.slug}/refer`);
    await look("remembered");
    await page.locator("summary").click();
    await look("remembered, and open");
    await page.getByRole("button", { name: "Forget my details" }).click();
    await page.getByRole("button", { name: "Forget my details" }).waitFor({ state: "detached" });
    await page.getByLabel("Your name").waitFor();
    await look("forgotten");
    await page.context().close();
  });
}
