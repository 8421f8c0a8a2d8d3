import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { connect } from "../db/connect.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "../db/embedded.ts";
import { createApiKey } from "./referrals/api/api-keys.ts";
import { Person } from "./referrals/pages/testing/person.ts";
import { insertEvent } from "./testing/insert-event.ts";
import { MailServer, mailText } from "./testing/mail-server.ts";
import { ServiceProcess } from "./testing/service-process.ts";
import { until } from "./testing/until.ts";

const REFERRALS = 1_000;
const MARKER = /marker/i;
const EMAIL = "marker.person@example.org";

let folder: string;
let postgres: EmbeddedPostgres;
let db: ReturnType<typeof connect>;
let mail: MailServer;
let service: ServiceProcess;
let apiKey: string;

/** Every address that was asked for or sent to, and the body of every error. */
const addresses = new Set<string>();
const errors: string[] = [];
const statuses = new Set<number>();

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "hwbe-private-"));
  await chmod(folder, 0o755);
  postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  db = connect(postgres.url);
  mail = await MailServer.start();
  service = await ServiceProcess.start(folder, { SMTP_URL: mail.url, MAIL_FROM: "events@example.org" });
  await insertEvent(db, { slug: "key-holder" });
  apiKey = (await createApiKey(db, { organisation: "uclh", name: "Test", scopes: ["refer", "receive"] })).key;
});
after(async () => {
  await service.stop();
  await mail.down();
  await db.destroy();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(service.url + path, { ...init, redirect: "manual" });
  addresses.add(path);
  const location = response.headers.get("location");
  if (location !== null) addresses.add(location);
  statuses.add(response.status);
  if (response.status >= 400) errors.push(await response.clone().text());
  return response;
}

function body(event: string, number: number, changes: object = {}): string {
  const person = { name: `Marker Person ${number}`, contact: { kind: "email", value: EMAIL } };
  const referrer = { name: `Marker Nurse ${number}`, role: "Marker Role", organisation: "Marker Trust", email: "marker.nurse@example.org" };
  return JSON.stringify({ event, person, needs: { other: "Marker need" }, referrer, ...changes });
}

function post(json: string, { key = randomUUID() as string, headers = {} }: { key?: string; headers?: Record<string, string> } = {}): Promise<Response> {
  return ask("/v1/referrals", { method: "POST", body: json, headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json", "idempotency-key": key, ...headers } });
}

/** Twenty at a time. */
async function many(count: number, work: (number: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: 20 }, async () => {
    while (next < count) await work(next++);
  }));
}

const event = (slug: string, values: object = {}) =>
  insertEvent(db, { slug, contact_name: "Team", contact_phone: "020 7946 0000", contact_email: "team@example.org", capacity: 5_000, ...values });

/** Somebody who uses the pages of the running service. */
function visitor(): Person {
  return new Person({ request: (url: string, init?: RequestInit) => ask(new URL(url).pathname + new URL(url).search, { ...init, headers: { ...(init?.headers as Record<string, string>), "x-forwarded-for": "192.0.2.1" } }) } as never);
}

async function bookOnPages(slug: string): Promise<void> {
  const person = visitor();
  await person.get(`/events/${slug}/book`);
  await person.get(`/events/${slug}/book/for-whom`);
  for (const answers of [{ "for-whom": "patient" }, { companion: "no" }, { name: "Marker Person" }, { contact: "email", email: "marker wrong address" }, { contact: "email", email: EMAIL }, { needs: ["other"], other: "Marker need" }]) {
    await person.submit(answers);
  }
  const done = await person.submit({});
  assert.match(done.path, /\/done$/);
  const link = /href="[^"]*(\/referrals\/[\w-]{44})"/.exec(done.html)?.[1];
  assert.ok(link);
  for (const path of [link, `${link}/change`, `${link}/cancel`]) await person.get(path);
  await ask(`${link.slice(0, -1)}!`);
  await person.get(`${link}/details`);
  await person.submit({}, `${link}/details`);
  await person.submit({}, `${link}/cancel`);
}

async function referOnPages(slug: string): Promise<void> {
  const person = visitor();
  await person.get(`/events/${slug}/refer`);
  await person.submit({
    name: "Marker Person", contact: "email", email: EMAIL, companion: "no", needs: ["other"], other: "Marker need",
    "referrer-name": "Marker Nurse", "referrer-role": "Marker Role", "referrer-organisation": "Marker Trust", "referrer-email": "marker.nurse@example.org", remember: "yes",
  });
  assert.equal(person.page?.path, "/refer/done");
}

async function apiErrors(id: string, ended: string, full: string): Promise<void> {
  const key = randomUUID();
  await post(body(id, 1), { key });
  await post(body(id, 1), { key });
  await post(body(id, 2), { key });
  for (const [to, more] of [[ended], [full], [randomUUID()], ["marker"], [id, { person: "marker" }], [id, { marker: "marker" }], [id, { sessions: [randomUUID()] }], [id, { needs: { marker: true } }]] as const) {
    await post(body(to, 3, more));
  }
  await post(`${body(id, 4).slice(0, -5)}marker`);
  await post(JSON.stringify({ marker: "marker".repeat(200_000) }));
  await post(body(id, 5), { headers: { authorization: "Bearer hwbe_marker" } });
  await post(body(id, 6), { headers: { "content-type": "text/marker" } });
  await post(body(id, 7), { key: "marker key with spaces" });
  await ask("/events/no-such-event/book");
  const form = { method: "POST", body: "name=Marker+Person", headers: { "content-type": "application/x-www-form-urlencoded" } };
  await ask("/referrals", { ...form, headers: { ...form.headers, "sec-fetch-site": "cross-site" } });
  await ask("/referrals", form);
}

async function whileAway(id: string): Promise<void> {
  const pid = Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await Promise.all(Array.from({ length: 50 }, (_, number) => post(body(id, number))));
  await until(() => post(body(id, 1)).then(({ status }) => status === 201), "it works again", 30_000);
}

/** Every row of every table, as text: what a dump would hold. The finder's own script, which is public, has words like any. */
async function dump(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_name <> 'widget_release' and table_schema not in ('pg_catalog', 'information_schema')`.execute(db);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} as t`.execute(db);
    texts.push(...rows.map(({ row }) => row));
  }
  // bytea is written as hexadecimal: what lies in it unsealed would show only when it is undone.
  return texts.join("\n") + [...texts.join("\n").matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex!, "hex").toString("latin1")).join("\n");
}

test("nothing about a person is in logs, mails, feeds, addresses, errors or a dump of the database", async (t) => {
  const open = await event("open");
  const full = await event("full", { capacity: 0 });
  const ended = await event("ended", { starts_at: new Date(Date.now() - 7_200_000), ends_at: new Date(Date.now() - 3_600_000) });
  const waiting = await event("waiting", { capacity: 5, waiting_list: true });
  await until(async () => (await ask("/events/waiting")).status === 200, "the directory has them");
  await many(REFERRALS, (number) => post(body(number % 10 === 0 ? waiting : open, number)));
  await apiErrors(open, ended, full);
  for (let count = 0; count < 3; count++) await bookOnPages("open");
  await referOnPages("open");
  await whileAway(open);
  await db.updateTable("event").set({ status: "cancelled" }).where("id", "=", waiting).execute();
  await until(async () => (await db.selectFrom("message").select("id").where("sent_at", "is", null).where("failed_at", "is", null).execute()).length === 0, "all mails are sent", 120_000);

  const { count } = await db.selectFrom("referral").select(({ fn }) => fn.countAll<number>().as("count")).where("erased_at", "is", null).executeTakeFirstOrThrow();
  assert.ok(Number(count) > REFERRALS);
  for (const status of [201, 400, 401, 403, 404, 409, 413, 415, 422, 503]) assert.ok(statuses.has(status), `${status} was seen`);
  const feeds = await Promise.all(["/v1/events?limit=100", "/v1/events.ics", "/v1/organisations", "/openapi.json", "/events", "/events/waiting"].map(async (path) => (await ask(path)).text()));
  // The form that a person gets back with what they typed is theirs alone: it is no error of the service.
  const own = (page: string) => page.includes("nhsuk-error-summary");
  const places = {
    logs: service.output(),
    feeds: feeds.join("\n"),
    addresses: [...addresses].join("\n"),
    errors: errors.filter((page) => !own(page)).join("\n"),
    mails: mail.mails.map((one) => mailText(one).replaceAll(EMAIL, "").replaceAll("marker.nurse@example.org", "")).join("\n"),
    database: await dump(),
  };
  t.diagnostic(`${count} referrals, ${mail.mails.length} mails, ${errors.length} errors, ${Math.round(places.database.length / 1000)} kB of dump`);
  for (const [place, text] of Object.entries(places)) {
    assert.ok(place === "logs" || text.length > 100, place);
    assert.doesNotMatch(text, MARKER, place);
  }

  await db.updateTable("referral_request").set({ answer: JSON.stringify({ name: "Marker Person" }) }).execute();
  assert.match(await dump(), MARKER, "a name in the database would have been seen");
});
