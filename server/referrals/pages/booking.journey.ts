import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSideways } from "../../../demo/testing/axe.ts";
import { focused, says, tabTo } from "../../../demo/testing/keyboard.ts";
import { isFree, startRunningService, type RunningService } from "./testing/running-service.ts";

let running: RunningService;
before(async () => {
  running = await startRunningService();
});
after(() => running?.stop());

/** Goes to a choice by its keys: Tab to the group, arrows within it. */
async function choose(page: Page, value: string): Promise<void> {
  await tabTo(page, "the choices", ({ name }) => name !== "");
  await page.keyboard.press("Space");
  for (let moves = 0; (await focused(page)).value !== value; moves++) {
    assert.ok(moves < 5, `The arrows do not reach ${value}`);
    await page.keyboard.press("ArrowDown");
  }
}

async function goOn(page: Page, button = "Continue"): Promise<void> {
  const before = page.url();
  await tabTo(page, button, says(button));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.href !== before);
}

test("by keyboard alone, a person books a place, puts an answer right, and cancels by the link", async () => {
  const page = await running.page();
  const event = await running.eventThat(isFree);
  await page.goto(`${running.service}/events/${event.slug}`);
  await goOn(page, "Book a place");
  await goOn(page, "Start now");

  await tabTo(page, "Continue", says("Continue"));
  await page.keyboard.press("Enter");
  await page.locator(".nhsuk-error-summary").waitFor();
  assert.match((await focused(page)).words, /^There is a problem/);
  await tabTo(page, "the error", says("Select who this place is for"));
  await page.keyboard.press("Enter");
  assert.equal((await focused(page)).id, "for-whom");
  await page.keyboard.press("Space");
  await goOn(page);

  await choose(page, "no");
  await goOn(page);
  await tabTo(page, "the name", ({ id }) => id === "name");
  await page.keyboard.type("Alex Example");
  await goOn(page);
  await choose(page, "text");
  await tabTo(page, "the number", ({ id }) => id === "mobile");
  await page.keyboard.type("07700 900123");
  await goOn(page);
  await tabTo(page, "a need", ({ value }) => value === "wheelchair");
  await page.keyboard.press("Space");
  await goOn(page);

  await tabTo(page, "a change of the name", says("Change name"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/name$/);
  await tabTo(page, "the name", ({ id }) => id === "name");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Robin Example");
  await goOn(page);
  await page.getByText("Robin Example").waitFor();
  await goOn(page, "Book my place");
  await page.getByRole("heading", { level: 1, name: "Your place is booked" }).waitFor();

  await tabTo(page, "the link to keep", ({ href }) => href.includes("/referrals/"));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "You have a place" }).waitFor();
  await goOn(page, "Cancel my booking");
  await goOn(page, "Yes, cancel my booking");
  await page.getByRole("heading", { name: "This booking is cancelled" }).waitFor();
  await page.context().close();
});

type Look = (state: string) => Promise<void>;

interface Contact {
  kind: string;
  field: string;
  value: string;
}

/** Answers each question with the mouse, or without scripts. `look` sees every page. */
async function bookWith(page: Page, slug: string, look: Look, contact: Contact): Promise<void> {
  const next = () => page.getByRole("button", { name: "Continue" }).click();
  await page.goto(`${running.service}/events/${slug}/book`);
  await look("the start");
  await page.getByRole("link", { name: "Start now" }).click();
  await next();
  await look("an error");
  await page.getByRole("radio", { name: /^Somebody I care for/ }).check();
  await next();
  await look("who comes along");
  await page.getByRole("radio", { name: "No" }).check();
  await next();
  await look("the name");
  await page.getByLabel("What is the name of the person you care for?").fill("Alex Example");
  await next();
  await page.getByRole("radio", { name: contact.kind }).check();
  await look("how to reach them");
  await page.getByLabel(contact.field, { exact: true }).fill(contact.value);
  await next();
  await page.getByRole("checkbox", { name: "A language interpreter" }).check();
  await next();
  await look("needs, with an error");
  await page.getByLabel("Which language?").fill("Polish");
  await next();
  await look("the answers to check");
}

test("with scripts off, a person with a phone number books, and is asked for an address to confirm", async () => {
  const page = await running.pageWithoutScripts();
  const { slug } = await running.eventThat(isFree);
  await bookWith(page, slug, () => Promise.resolve(), { kind: "Phone call", field: "Phone number", value: "020 7946 0100" });
  await page.getByRole("button", { name: "Book my place" }).click();
  await page.getByLabel("Where can we send a link to confirm this booking?").fill("alex@example.org");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Book my place" }).click();
  await page.getByRole("heading", { level: 1, name: "Confirm your booking" }).waitFor();
  await page.locator(".hwbe-link-to-keep a").click();
  await page.getByRole("heading", { name: "Not confirmed yet" }).waitFor();
  await page.getByRole("link", { name: "Change my booking" }).click();
  await page.getByRole("radio", { name: "Yes, one person" }).check();
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByText("Your booking is changed.").waitFor();
  await page.context().close();
});

for (const width of [320, 360, 1440]) {
  test(`each page of a booking is accessible and fits, ${width} pixels wide`, async () => {
    const page = await running.page({ width });
    const event = await running.eventThat(isFree);
    async function look(state: string): Promise<void> {
      if (width > 320) await expectAccessible(page, state);
      await expectNoSideways(page, state);
    }
    await bookWith(page, event.slug, look, { kind: "Email", field: "Email address", value: "alex@example.org" });
    await page.getByRole("button", { name: "Book my place" }).click();
    await page.waitForURL(/\/done$/);
    await look("the booking is made");
    const link = await page.locator(".hwbe-link-to-keep a").getAttribute("href");
    for (const path of ["", "/change", "/cancel", "/erase", "?done=changed"]) {
      await page.goto(link! + path);
      await look(`a booking, ${path}`);
    }
    await page.goto(link!);
    await page.getByRole("button", { name: "See what we hold about you" }).click();
    await look("what is held");
    await page.goto(`${link}/erase`);
    await page.getByRole("button", { name: "Yes, delete my details" }).click();
    await look("a booking that was deleted");

    const nurse = await running.eventThat(({ booking }) => !booking.who.includes("self"));
    const full = await running.eventThat(({ places }) => places.state === "full");
    const ofEvents = [`/events/${nurse.slug}/book`, `/events/${full.slug}/book`, `/events/${event.slug}/book/check`];
    for (const path of [...ofEvents, "/referrals", "/referrals/sent", "/referrals/no-such-link", "/refer", "/refer/done"]) {
      await page.goto(running.service + path);
      await look(path);
    }
    await page.goto(`${running.service}/referrals`);
    await page.getByRole("button", { name: "Send me the link" }).click();
    await look("a link asked for, with errors");
    await page.context().close();
  });
}
