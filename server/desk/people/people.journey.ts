import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSideways } from "../../../demo/testing/axe.ts";
import { focused, says, tabTo } from "../../../demo/testing/keyboard.ts";
import { takePlace } from "../../referrals/take-place.ts";
import { insertEvent } from "../../testing/insert-event.ts";
import { placeRequest } from "../../testing/referrals.ts";
import { openDeskInBrowser, type DeskInBrowser } from "../testing/desk-in-browser.ts";

let desk: DeskInBrowser;
before(async () => {
  desk = await openDeskInBrowser();
});
after(() => desk?.stop());

const ORGANISER = [{ role: "organiser", organisation: "uclh" }] as const;
let number = 0;

async function bookAs(event: string, name: string, needs = {}): Promise<string> {
  const request = placeRequest(event);
  const outcome = await takePlace(desk.referrals, { ...request, companion: name.startsWith("Pair"), details: { ...request.details, name, needs } });
  assert.equal(outcome.kind, "taken");
  return outcome.receipt.reference;
}

/** An event that four people asked for, of whom two wait, and one whose name is as long as may be. */
async function publish(values = {}): Promise<string> {
  const id = await insertEvent(desk.database.db, { slug: `people-${++number}`, title: `Relaxation ${number}`, capacity: 4, waiting_list: true, booking_approval: true, ...values });
  await bookAs(id, "Pair Example", { wheelchair: true, interpreter: "Polish" });
  await bookAs(id, "Sam Example", { other: "I get tired after half an hour, and would like to sit near the door if that can be done." });
  await bookAs(id, "A".repeat(100));
  await bookAs(id, "Wanda Example");
  return id;
}

async function choose(page: Page, value: string): Promise<void> {
  await tabTo(page, "the choices", ({ name }) => name === "do");
  await page.keyboard.press("Space");
  while ((await focused(page)).value !== value) await page.keyboard.press("ArrowDown");
}

test("by keyboard alone, an organiser confirms two people, opens a third and declines with a reason", async () => {
  const id = await publish();
  const page = await desk.page({ roles: ORGANISER });
  await page.goto(`${desk.url}/desk/referrals`);
  await tabTo(page, "the event", ({ href }) => href === `/desk/events/${id}/people`);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "People" }).waitFor();
  for (let count = 0; count < 2; count++) {
    await tabTo(page, "somebody to tick", ({ name }) => name === "referral");
    await page.keyboard.press("Space");
  }
  await tabTo(page, "the button", says("Confirm those ticked"));
  await page.keyboard.press("Enter");
  await page.getByText("2 people confirmed").waitFor();
  await tabTo(page, "the third", ({ words }) => /^Open A{100}$/.test(words));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "A".repeat(100) }).waitFor();
  await choose(page, "decline");
  await tabTo(page, "the reasons", ({ name }) => name === "reason");
  await page.keyboard.press("Space");
  await tabTo(page, "the button", says("Save"));
  await page.keyboard.press("Enter");
  await page.getByText("Declined", { exact: true }).first().waitFor();
  await page.context().close();
});

test("with scripts off, somebody is moved, everyone is written to, and booking is closed for the public too", async () => {
  const id = await publish();
  const other = await insertEvent(desk.database.db, { slug: `people-${++number}`, title: "Another date" });
  const page = await desk.page({ roles: ORGANISER, width: 360, scripts: false });
  await page.goto(`${desk.url}/desk/events/${id}/people`);
  await page.getByRole("link", { name: "Open Sam Example" }).click();
  await page.getByRole("radio", { name: "Move to another event" }).check();
  await page.getByLabel("Which event?").selectOption(other);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Moved to the other event").waitFor();
  await page.getByRole("link", { name: "Write to everyone" }).click();
  await page.getByLabel("Your message").fill("Please bring a towel.\nTea is there.");
  await page.getByRole("button", { name: "Send to everyone" }).click();
  await page.getByText("Your message is there to read.").waitFor();
  await page.getByRole("link", { name: "People", exact: true }).click();
  await page.getByRole("button", { name: "Close booking" }).click();
  await page.getByText("Booking is closed", { exact: true }).waitFor();
  await page.locator(".nhsuk-body-l").getByRole("link").click();
  await page.getByText("The organiser takes no new bookings at the moment.").waitFor();
  assert.equal(await page.getByRole("link", { name: /Refer a patient|waiting list/ }).count(), 0);
  await page.context().close();
});

for (const width of [320, 360, 1024, 1440]) {
  test(`each page about people is accessible and fits, ${width} pixels wide`, async () => {
    const id = await publish({ starts_at: new Date(Date.now() - 600_000) });
    const page = await desk.page({ roles: ORGANISER, width });
    async function look(state: string): Promise<void> {
      if (width > 320) await expectAccessible(page, state);
      await expectNoSideways(page, state);
      const { SCREENSHOTS } = process.env;
      if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${state.replaceAll(" ", "-")}-${width}.png`, fullPage: true });
    }
    for (const [path, state] of [["/desk/referrals", "referrals"], [`/desk/events/${id}/people`, "people"], [`/desk/events/${id}/people/print`, "register"]] as const) {
      await page.goto(desk.url + path);
      await look(state);
    }
    await page.goto(`${desk.url}/desk/events/${id}/people`);
    await page.getByRole("button", { name: "Those ticked came", exact: true }).click();
    await page.locator(".nhsuk-error-summary").waitFor();
    await look("people, none ticked");
    await page.getByRole("link", { name: "Open Pair Example" }).click();
    await page.getByRole("radio", { name: "Decline" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator(".nhsuk-error-summary").waitFor();
    await look("a referral with errors");
    await page.getByRole("radio", { name: "Move to another event" }).check();
    await look("a referral to move");
    await page.goto(`${desk.url}/desk/events/${id}/people/message`);
    await page.getByRole("button", { name: "Send to everyone" }).click();
    await page.locator(".nhsuk-error-summary").waitFor();
    await look("a message");
    await page.context().close();
  });
}
