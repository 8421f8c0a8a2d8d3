import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSideways } from "../../../demo/testing/axe.ts";
import { finderOn, visit } from "../../../demo/testing/finder.ts";
import { until } from "../../testing/until.ts";
import { isFree, startRunningService, type RunningService } from "./testing/running-service.ts";

let running: RunningService;
before(async () => {
  running = await startRunningService();
});
after(() => running?.stop());

async function look(page: Page, state: string): Promise<void> {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page, state);
    await expectNoSideways(page, state);
  }
}

/** Opens the newest e-mail with this subject in the outbox, and gives the link of ours in it. */
async function mailed(page: Page, subject: string): Promise<string> {
  const link = page.getByRole("link", { name: subject });
  await until(async () => {
    await page.goto(`${running.service}/outbox`);
    return (await link.count()) > 0;
  }, `an e-mail "${subject}"`);
  await link.first().click();
  await page.getByRole("heading", { level: 1, name: subject }).waitFor();
  return (await page.locator("pre a").first().getAttribute("href")) ?? "";
}

const next = (page: Page) => page.getByRole("button", { name: "Continue" }).click();

/** Books by e-mail for oneself, with as little as possible. Ends on the answers to check. */
async function answerAll(page: Page, slug: string, email: string): Promise<void> {
  await page.goto(`${running.service}/events/${slug}/book`);
  await page.getByRole("link", { name: "Start now" }).click();
  while (!/\/check$/.test(page.url())) {
    const question = new URL(page.url()).pathname.split("/").at(-1);
    if (question === "for-whom") await page.locator('[name="for-whom"][value="patient"]').check();
    if (question === "companion") await page.getByRole("radio", { name: "No" }).check();
    if (question === "sessions") await answerSessions(page);
    if (question === "name") await page.getByRole("textbox").first().fill("Marker Person");
    if (question === "contact") {
      await page.getByRole("radio", { name: "Email" }).check();
      await page.getByLabel("Email address", { exact: true }).fill(email);
    }
    if (question === "needs") await page.getByRole("checkbox", { name: /^No/ }).check();
    await next(page);
  }
}

async function answerSessions(page: Page): Promise<void> {
  await look(page, "which parts");
  await page.getByRole("checkbox").nth(1).check();
}

test("with scripts off, a person confirms by the link in their e-mail, and cancels by the one that follows", async () => {
  const page = await running.pageWithoutScripts(1024);
  const { slug } = await running.eventThat(isFree);
  await answerAll(page, slug, "person@example.org");
  await page.getByRole("button", { name: "Book my place" }).click();
  await page.getByRole("heading", { level: 1, name: "Confirm your booking" }).waitFor();
  await page.goto(await mailed(page, "Confirm your booking"));
  await page.getByRole("button", { name: "Confirm my booking" }).click();
  await page.goto(await mailed(page, "Your place is booked"));
  await page.getByRole("heading", { name: "You have a place" }).waitFor();
  await page.getByRole("link", { name: "Cancel my booking" }).click();
  await page.getByRole("button", { name: "Yes, cancel my booking" }).click();
  await page.getByRole("heading", { name: "This booking is cancelled" }).waitFor();
  await mailed(page, "Your booking is cancelled");
  await page.context().close();
});

test("with scripts off, a person who lost the link has it sent again, and deletes their details", async () => {
  const page = await running.pageWithoutScripts(1024);
  const { slug } = await running.eventThat(isFree);
  await answerAll(page, slug, "lost@example.org");
  await page.getByRole("button", { name: "Book my place" }).click();
  const reference = /HWB-\w{4}-\w{4}/.exec(await page.locator("main").innerText())?.[0];
  assert.ok(reference);
  await page.goto(`${running.service}/referrals`);
  await page.getByLabel("reference").fill(reference.toLowerCase());
  await page.getByRole("textbox").nth(1).fill("lost@example.org");
  await page.getByRole("button", { name: "Send me the link" }).click();
  await page.goto(await mailed(page, "The link to your booking"));
  await page.getByRole("link", { name: /^Delete/ }).click();
  await page.getByRole("button", { name: "Yes, delete my details" }).click();
  await page.getByText(/deleted/).first().waitFor();
  await page.context().close();
});

test("the pages that an e-mail leads to, the outcomes, and the outbox have no fault of accessibility, at 360 and 1440 pixels", async () => {
  const page = await running.page();
  await page.goto(`${running.service}/outbox`);
  await look(page, "an empty outbox");
  const waiting = await running.eventThat(({ places, booking }) => places.state === "waiting-list" && booking.who.includes("self"));
  await answerAll(page, waiting.slug, "waiting@example.org");
  await look(page, "answers to check, for the waiting list");
  await page.getByRole("button", { name: "Join the waiting list" }).click();
  await page.waitForURL(/\/done$/);
  await look(page, "on the waiting list");

  const day = await running.eventThat(({ booking }) => booking.who.includes("self"), "&kind=open-day");
  await answerAll(page, day.slug, "parts@example.org");
  await page.getByRole("button", { name: "Book my place" }).click();
  await page.waitForURL(/\/done$/);
  await look(page, "parts of a day are booked");
  await page.locator(".hwbe-link-to-keep a").click();
  await look(page, "a booking of parts");

  const approved = await running.eventThat(({ booking, places }) => booking.approval && places.state !== "full", "&booking=professional&kind=one-to-one");
  await page.goto(`${running.service}/events/${approved.slug}/refer`);
  await page.locator("#name").fill("Marker Patient");
  await page.getByRole("radio", { name: "Email" }).check();
  await page.locator("#email").fill("patient@example.org");
  for (const [id, value] of [["referrer-name", "Sample Nurse"], ["referrer-role", "Nurse"], ["referrer-organisation", "Sample Trust"], ["referrer-email", "nurse@example.org"]]) await page.locator(`#${id}`).fill(value!);
  await page.getByRole("button", { name: /^Refer/ }).click();
  await page.waitForURL(/\/refer\/done$/);
  await look(page, "a referral that awaits approval");
  const prove = await mailed(page, "Show that this referral is yours");
  await look(page, "an e-mail in the outbox");
  await page.goto(prove);
  await look(page, "an address to prove");
  await page.getByRole("button", { name: "Prove my address" }).click();
  await look(page, "an address that is proved");
  await page.goto(await mailed(page, "Your referral has arrived"));
  await look(page, "the status of a referral");
  await page.goto(`${running.service}/outbox`);
  await look(page, "the outbox");
  await page.context().close();
});

test("a person who books from a hospital's page and comes back leaves nothing about themselves there", async () => {
  const page = await running.page();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(running.demo)) asked.push(`${request.url()} ${request.headers()["referer"] ?? ""} ${request.postData() ?? ""}`);
  });
  await visit(page, `${running.demo}/trust`);
  const { slug } = await running.eventThat(isFree);
  await answerAll(page, slug, "marker@example.org");
  await page.getByRole("button", { name: "Book my place" }).click();
  await page.waitForURL(/\/done$/);
  await page.goto(`${running.demo}/trust`);
  await finderOn(page).titles.first().waitFor();
  const kept = await page.evaluate(() => [
    document.documentElement.outerHTML, document.cookie, document.referrer, JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state),
  ].join("\n"));
  for (const text of [kept, ...asked]) assert.doesNotMatch(text, /marker|\/referrals\/|HWB-/i);
  await page.context().close();
});
