import { after, afterEach, before, test } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { chromium, type Browser, type Page } from "playwright-core";
import { buildIfNeeded } from "../../assets/build.ts";
import { ROOT } from "../../assets/builds.ts";
import { readForm } from "../../http/body.ts";
import { knowClient } from "../../http/client-address.ts";
import { pageHeaders } from "../../http/headers.ts";
import { serveFiles } from "../../http/static-files.ts";
import { close, listen, portOf } from "../../listen.ts";
import { registerChallengeRoute } from "../../referrals/visitors/challenge-route.ts";
import { judge, type Verdict } from "../../referrals/visitors/visitor.ts";
import { findChromium } from "../../testing/browser.ts";
import { createTestDatabase } from "../../testing/database.ts";
import { openTestReferrals } from "../../testing/referrals.ts";

const FORM = `<!doctype html><html lang="en"><title>A form</title><form method="post" data-proof-of-work>
<label>Name <input name="name"></label><button name="way" value="book">Book</button><button name="way" value="forget">Forget</button>
</form><script type="module" src="/assets/proof-of-work.js"></script></html>`;

interface Sent {
  way: string | null;
  verdict: Verdict;
}

const stops: (() => Promise<unknown>)[] = [];
let browser: Browser;
let address: string;
let sent: Sent[] = [];

before(async () => {
  await buildIfNeeded(() => undefined);
  const database = await createTestDatabase();
  const referrals = openTestReferrals(database);
  const app = new Hono();
  serveFiles(app, "/assets", join(ROOT, "dist/pages"));
  app.use(pageHeaders("http://localhost"), knowClient(0, () => undefined));
  registerChallengeRoute(app, referrals);
  app.get("/", (c) => c.html(FORM));
  app.post("/", async (c) => {
    const form = await readForm(c);
    sent.push({ way: form.get("way"), verdict: await judge(referrals, c, form, { purpose: [crypto.randomUUID()] }) });
    return c.html("<!doctype html><title>Done</title><h1>Done</h1>");
  });
  const answer = getRequestListener(app.fetch);
  const server = await listen((request, response) => void answer(request, response), { port: 0, host: "127.0.0.1", setting: "PORT" });
  address = `http://localhost:${portOf(server)}/`;
  const { executablePath, args, env } = await findChromium();
  browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  stops.push(() => browser.close(), () => close(server), () => referrals.close(), () => database.drop());
});
afterEach(async () => {
  sent = [];
  for (const context of browser.contexts()) await context.close();
});
after(async () => {
  for (const stop of stops) await stop();
});

const press = (page: Page, button: string) => page.getByRole("button", { name: button }).click({ noWaitAfter: true });
const done = (page: Page) => page.getByRole("heading", { name: "Done" }).waitFor();
const solved = (page: Page) => page.locator("input[name=proof][value]").waitFor({ state: "attached" });
const oneMoment = (page: Page) => page.getByRole("status").getByText("One moment, please.").waitFor();

/** Keeps challenges back until they are let go. */
async function holdChallenges(page: Page) {
  const gate = Promise.withResolvers<void>();
  await page.route("**/referrals/challenge", async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate;
}

test("who takes their time finds the work done, and the form goes at once", async () => {
  const page = await browser.newPage();
  await page.goto(address);
  await solved(page);
  await press(page, "Book");
  await done(page);
  assert.deepEqual(sent, [{ way: "book", verdict: "proved" }]);
});

test("who is quicker is asked for a moment, and the form goes once, by the button that was pressed", async () => {
  const page = await browser.newPage();
  const gate = await holdChallenges(page);
  await page.goto(address);
  await press(page, "Forget");
  await oneMoment(page);
  await press(page, "Book");
  assert.deepEqual(sent, []);
  gate.resolve();
  await done(page);
  assert.deepEqual(sent, [{ way: "forget", verdict: "proved" }]);
});

test("nobody waits longer than ten seconds", async () => {
  const page = await browser.newPage();
  await holdChallenges(page);
  await page.clock.install();
  await page.goto(address);
  await press(page, "Book");
  await oneMoment(page);
  assert.deepEqual(sent, []);
  await page.clock.fastForward(10_000);
  await done(page);
  assert.deepEqual(sent, [{ way: "book", verdict: "unproved" }]);
});

test("where there is no work to be had, the form goes without", async () => {
  const page = await browser.newPage();
  await page.route("**/referrals/challenge", (route) => route.fulfill({ status: 503 }));
  await page.goto(address);
  await press(page, "Book");
  await done(page);
  assert.deepEqual(sent, [{ way: "book", verdict: "unproved" }]);
});

test("a form that was left open for longer than a proof is good gets another", async () => {
  const page = await browser.newPage();
  let asked = 0;
  page.on("request", (request) => (asked += request.url().endsWith("/challenge") ? 1 : 0));
  await page.clock.install();
  await page.goto(address);
  await solved(page);
  await page.clock.fastForward("31:00");
  await press(page, "Book");
  await done(page);
  assert.deepEqual([asked, sent], [2, [{ way: "book", verdict: "proved" }]]);
});

test("who comes back with the back button may send the form again", async () => {
  const page = await browser.newPage();
  await page.goto(address);
  await press(page, "Book");
  await done(page);
  await page.goBack();
  await press(page, "Book");
  await done(page);
  assert.deepEqual(sent.map(({ verdict }) => verdict), ["proved", "proved"]);
});

test("without scripts the form is sent as any other", async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(address);
  await press(page, "Book");
  await done(page);
  assert.deepEqual(sent, [{ way: "book", verdict: "unproved" }]);
});
