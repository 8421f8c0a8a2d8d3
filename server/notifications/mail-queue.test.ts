import { after, afterEach, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { fork, type ChildProcess } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { connect } from "../../db/connect.ts";
import { cancelByLink, eraseByLink } from "../referrals/by-link.ts";
import { KeyRing } from "../sealing/key-ring.ts";
import { moveReferral } from "../referrals/move-referral.ts";
import { writeNotice } from "../referrals/notices.ts";
import { linkToken } from "../referrals/link-token.ts";
import type { PlaceRequest } from "../referrals/referral.ts";
import { takePlace } from "../referrals/take-place.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { insertEvent } from "../testing/insert-event.ts";
import { MailServer, mailText } from "../testing/mail-server.ts";
import { openTestReferrals, placeRequest, type TestReferrals } from "../testing/referrals.ts";
import { until } from "../testing/until.ts";
import { startMailQueue, type MailQueue } from "./mail-queue.ts";
import { smtpTransport } from "./smtp.ts";

const PROCESS = fileURLToPath(new URL("../testing/mail-queue-process.ts", import.meta.url));
const FROM = "events@example.org";
const KILLS = 20;

let database: TestDatabase;
let referrals: TestReferrals;
let server: MailServer;
let queue: MailQueue | undefined;
let number = 0;
const [key, secret] = [randomBytes(32), randomBytes(32)];

before(async () => {
  database = await createTestDatabase();
  referrals = openTestReferrals(database, { ring: new KeyRing(() => ({ current: "one", byId: new Map([["one", key]]) }), secret) });
  server = await MailServer.start();
});
afterEach(async () => {
  await queue?.close();
  queue = undefined;
  await server.down();
  server.mails.length = 0;
  server.refuse = () => undefined;
  await server.up();
  await database.db.deleteFrom("message").execute();
});
after(async () => {
  await server.down();
  await referrals.close();
  await database.drop();
});

function start(): MailQueue {
  const db = connect(database.referralsUrl, { connections: 2 });
  const transport = smtpTransport({ url: server.url, from: FROM });
  const started = startMailQueue({ db, ring: referrals.ring, transport, baseUrl: "https://events.example", from: FROM, now: Date.now, log: (line) => assert.fail(line), retryMs: 50 });
  return { close: () => started.close().finally(() => db.destroy()) };
}

const event = (values = {}) => insertEvent(database.db, { slug: `event-${++number}`, contact_name: "Team", contact_phone: "020 7946 0000", ...values });

async function book(id: string, changes: Partial<PlaceRequest> = {}): Promise<string> {
  const outcome = await takePlace(referrals, placeRequest(id, changes));
  assert.equal(outcome.kind, "taken");
  return outcome.referral;
}

const open = () => database.db.selectFrom("message").select("id").where("sent_at", "is", null).where("failed_at", "is", null).execute();
const isSettled = async () => (await open()).length === 0;
const messages = () => database.db.selectFrom("message").selectAll().orderBy("created_at").execute();

test("a booking is confirmed to the person with a calendar entry and their link, and the team is told, without a word of what it is", async () => {
  const id = await event({ title: "Marker Title for breast cancer", slug: "marker-slug", organisation: "uclh" });
  await database.db.insertInto("referral_settings").values({ organisation: "uclh", team_email: "team@example.org" }).execute();
  const request = placeRequest(id, { details: { name: "Marker Name", contact: { kind: "email", value: "person@example.org" }, needs: { other: "Marker Need" } } });
  const outcome = await takePlace(referrals, request);
  assert.equal(outcome.kind, "taken");
  queue = start();
  await until(isSettled, "all is sent");
  assert.deepEqual(server.mails.map(({ to }) => to[0]).sort(), ["person@example.org", "team@example.org"]);
  const mail = server.mails.find(({ to }) => to[0] === "person@example.org")!;
  const text = mailText(mail);
  assert.ok(text.includes(`https://events.example/referrals/${linkToken(referrals.ring, { purpose: "attendee", referral: outcome.referral })}`));
  assert.match(text, /METHOD:PUBLISH/);
  assert.match(text, /Subject: Your place is booked/);
  for (const { source } of server.mails) assert.doesNotMatch(mailText({ source }).replaceAll("person@example.org", ""), /marker|cancer|breast/i);
  await database.db.deleteFrom("referral_settings").execute();
});

test("who is to be rung or texted, or whose details are erased, is shown as not reached", async () => {
  const id = await event();
  await book(id, { details: { name: "Sample Person", contact: { kind: "phone", value: "020 7946 0001" }, needs: {} } });
  const erased = await book(id);
  await eraseByLink(referrals, linkToken(referrals.ring, { purpose: "attendee", referral: erased }));
  await database.db.updateTable("event").set({ status: "cancelled" }).where("id", "=", id).execute();
  queue = start();
  await until(isSettled, "all is settled");
  const failures = (await messages()).map(({ kind, failure }) => `${kind}: ${failure}`);
  assert.ok(failures.includes("event-cancelled: no-address"));
  assert.ok(failures.includes("booked: not-needed"));
  assert.deepEqual(server.mails, []);
});

test("a message that no longer holds is not sent", async () => {
  const referral = await book(await event());
  await cancelByLink(referrals, linkToken(referrals.ring, { purpose: "attendee", referral }));
  queue = start();
  await until(isSettled, "all is settled");
  assert.deepEqual(server.mails.map((mail) => /Subject: (.*)/.exec(mailText(mail))?.[1]), ["Your booking is cancelled"]);
});

test("who is moved hears of the event that they are moved to and no more of the other, and their calendar entry follows", async () => {
  const [from, to] = [await event({ revision: 7 }), await event({ contact_email: null })];
  const referral = await book(from);
  const { reference } = await database.db.selectFrom("referral").select("reference").where("id", "=", referral).executeTakeFirstOrThrow();
  assert.deepEqual(await moveReferral(referrals, { organisation: "uclh", reference, to, actor: "staff:1" }), { moved: true });
  queue = start();
  await until(isSettled, "all is settled");
  const texts = server.mails.map(mailText);
  assert.deepEqual(texts.map((text) => /Subject: (.*)/.exec(text)?.[1]), ["Your booking has a new date"]);
  assert.match(texts[0] ?? "", new RegExp(`UID:${referral}[^]*SEQUENCE:100\\d`));
});

test("what an organiser writes is not in the mail that tells of it, and the team's mail leads to the desk", async () => {
  const id = await event({ contact_email: "team@example.org" });
  await book(id);
  await writeNotice(referrals, { id: randomUUID(), organisation: "uclh", event: id, staff: "staff-1", body: "Marker Body" });
  queue = start();
  await until(isSettled, "all is sent");
  const texts = server.mails.map(mailText);
  assert.ok(texts.some((text) => text.includes("Subject: The organiser has written to you")));
  assert.ok(texts.some((text) => text.includes("https://events.example/desk/referrals")));
  for (const text of texts) assert.doesNotMatch(text, /Marker Body/);
});

test("what is refused for good fails at once, and what is refused for now is tried again", async () => {
  const id = await event();
  await book(id, { details: { name: "Sample Person", contact: { kind: "email", value: "gone@example.org" }, needs: {} } });
  await book(id, { details: { name: "Sample Person", contact: { kind: "email", value: "busy@example.org" }, needs: {} } });
  let tries = 0;
  server.refuse = (to) => (to === "gone@example.org" ? 550 : ++tries < 3 ? 451 : undefined);
  queue = start();
  await until(isSettled, "all is settled");
  assert.deepEqual(server.mails.map(({ to }) => to[0]), ["busy@example.org"]);
  assert.deepEqual((await messages()).flatMap(({ failed_at, failure }) => (failed_at && failure !== "no-address" ? [failure] : [])), ["550"]);
});

test("who is refused for now for too long is shown as not reached", async () => {
  await book(await event());
  server.refuse = () => 451;
  await database.db.updateTable("message").set({ attempts: 7 }).where("recipient", "=", "attendee").execute();
  queue = start();
  await until(isSettled, "all is settled");
  assert.deepEqual((await messages()).map(({ failure }) => failure).sort(), ["451", "no-address"]);
});

test("two queues on one database send each message once", async () => {
  const id = await event({ capacity: 100 });
  for (let count = 0; count < 30; count++) await book(id);
  const [one, other] = [start(), start()];
  await until(isSettled, "all is sent");
  await Promise.all([one.close(), other.close()]);
  assert.equal(server.mails.length, 30);
  assert.equal(new Set(server.mails.map(({ messageId }) => messageId)).size, 30);
});

test("details that do not open do not hold up the messages behind them", async () => {
  const id = await event();
  const broken = await book(id);
  await database.db.updateTable("referral").set({ sealed: randomBytes(100) }).where("id", "=", broken).execute();
  await book(id);
  queue = start();
  await until(() => server.mails.length === 1, "the other is sent");
});

describe(`the mail server away for a while, and the worker killed ${KILLS} times`, () => {
  async function spawn(): Promise<ChildProcess> {
    const child = fork(PROCESS, [], { serialization: "advanced" });
    await once(child, "spawn");
    child.send({ referralsUrl: database.referralsUrl, smtpUrl: server.url, key, secret });
    return child;
  }

  test("each message comes at least once, and no more are sent twice than there were kills", async () => {
    const id = await event({ capacity: 10_000 });
    await server.down();
    let child = await spawn();
    const booked: string[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      for (let count = 0; count < 10; count++) booked.push(await book(id));
      if (kill === 4) await server.up();
      const enough = server.mails.length + 3;
      if (kill > 4) await until(() => server.mails.length >= enough, "mails come", 30_000);
      child.kill("SIGKILL");
      await once(child, "exit");
      child = await spawn();
    }
    await until(isSettled, "all is sent", 60_000);
    child.kill("SIGKILL");
    await once(child, "exit");
    const wanted = (await messages()).flatMap(({ id: message, failure }) => (failure === "no-address" ? [] : [message]));
    const sent = new Set(server.mails.map(({ messageId }) => messageId.split("@")[0]));
    assert.deepEqual([...sent].sort(), wanted.sort());
    assert.equal(sent.size, booked.length);
    assert.ok(server.mails.length - sent.size <= KILLS, `${server.mails.length - sent.size} were sent twice`);
  });
});
