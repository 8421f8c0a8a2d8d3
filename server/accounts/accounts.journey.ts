import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSideways } from "../../demo/testing/axe.ts";
import { startRunningDemo, type RunningDemo } from "../../demo/testing/running-demo.ts";
import { appCode } from "./testing/test-accounts.ts";

const STEP_MS = 30_000;
const LEAD = "sample.lead@example.org";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running?.stop());

async function looksRight(page: Page, state: string): Promise<void> {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page, state);
    await expectNoSideways(page, state);
  }
}

/** The link of the newest mail with a subject. */
async function mailedLink(subject: string): Promise<string> {
  const page = await running.page();
  await page.goto(`${running.service}/outbox`);
  await page.getByRole("link", { name: subject }).first().click();
  const link = await page.locator(".hwbe-mail a").first().getAttribute("href");
  await page.context().close();
  assert.ok(link, subject);
  return link;
}

async function inviteLead(): Promise<string> {
  const page = await running.page();
  await page.goto(`${running.service}/desk/team`);
  await looksRight(page, "signing in, in a demonstration");
  await page.getByRole("button", { name: "Sample administrator" }).click();
  await looksRight(page, "the team");
  await page.getByLabel("Work email address").fill(LEAD);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await looksRight(page, "an invitation without a role");
  await page.getByLabel("Role").selectOption({ index: 2 });
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText("Invitation sent").waitFor();
  await looksRight(page, "the team with an invitation");
  return mailedLink("You are invited to the events desk");
}

test("an invited lead takes the invitation up, sets up an app, signs out, and signs in again with the app", async () => {
  const page = await running.page();
  await page.goto(await inviteLead());
  await looksRight(page, "an invitation");
  await page.getByRole("button", { name: "Take it up" }).click();
  await looksRight(page, "an invitation without a name");
  await page.getByLabel("Your name").fill("Sample Lead");
  await page.getByRole("button", { name: "Take it up" }).click();
  await page.getByText("Sample Lead").waitFor();

  await page.goto(`${running.service}/desk/team`);
  await looksRight(page, "setting up an app");
  const key = await page.locator("code.hwbe-reference").innerText();
  await page.getByLabel("6 digits from the app").fill("12");
  await page.getByRole("button", { name: "Go on" }).click();
  await looksRight(page, "a wrong code");
  await page.getByLabel("6 digits from the app").fill(appCode(key, Date.now()));
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("heading", { name: "Write these codes down" }).waitFor();
  await looksRight(page, "the codes to write down");
  await page.getByRole("link", { name: "I have written them down" }).click();
  await page.getByRole("heading", { level: 1, name: "Team" }).waitFor();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Your work email address").fill(LEAD);
  await page.getByRole("button", { name: "Email me a link" }).click();
  await page.getByRole("heading", { name: "Check your email" }).waitFor();
  await looksRight(page, "check your email");
  const link = await mailedLink("Your link to sign in");
  await page.goto(link);
  await looksRight(page, "a link to sign in");
  await page.getByRole("button", { name: "Sign in to the desk" }).click();
  await page.goto(`${running.service}/desk/team`);
  await looksRight(page, "showing the app");
  await page.getByLabel("6 digits from your app").fill(appCode(key, Date.now() + STEP_MS));
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("heading", { level: 1, name: "Team" }).waitFor();

  const other = await running.page();
  await other.goto(link);
  await other.getByRole("button", { name: "Sign in to the desk" }).click();
  await other.getByRole("heading", { name: "This link does not work" }).waitFor();
  await looksRight(other, "a link that was used");
});
