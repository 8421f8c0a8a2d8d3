import { after, before, test, type TestContext } from "node:test";
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { connect } from "../db/connect.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "../db/embedded.ts";
import { createApiKey } from "./referrals/api/api-keys.ts";
import { insertEvent } from "./testing/insert-event.ts";
import { ServiceProcess } from "./testing/service-process.ts";
import { until } from "./testing/until.ts";

const KILLS = 30;
const CLIENTS = 4;
/** So that they stay below the limit of a key. */
const PAUSE_MS = 30;
/** Between kills so many more must have been acknowledged. */
const ACKNOWLEDGED = 5;

let folder: string;
let postgres: EmbeddedPostgres;
let db: ReturnType<typeof connect>;
let apiKey: string;
/** This one is killed, and the other one is not: it serves the feed all the time. */
let service: ServiceProcess;
let other: ServiceProcess;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "hwbe-killed-"));
  await chmod(folder, 0o755);
  postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  db = connect(postgres.url);
  service = await ServiceProcess.start(folder);
  other = await ServiceProcess.start(folder);
  await insertEvent(db, { slug: "key-holder" });
  apiKey = (await createApiKey(db, { organisation: "uclh", name: "Test", scopes: ["refer"] })).key;
});
after(async () => {
  await Promise.all([service.stop(), other.stop()]);
  await db.destroy();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

function referralTo(event: string, name: string): string {
  const referrer = { name: "Sample Nurse", role: "Nurse", organisation: "Sample Trust", email: "nurse@example.org" };
  return JSON.stringify({ event, person: { name, contact: { kind: "email", value: "person@example.org" } }, referrer });
}

/** The reference, once the referral is acknowledged; undefined when no such answer came. */
async function refer(event: string, key: string): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json", "idempotency-key": key };
  const answer = await fetch(`${service.url}/v1/referrals`, { method: "POST", headers, body: referralTo(event, `Sample Person ${key}`), signal: AbortSignal.timeout(10_000) })
    .then(async (response) => ({ status: response.status, body: (await response.json()) as { reference: string } }))
    .catch(() => undefined);
  if (answer === undefined || answer.status === 503) return undefined;
  assert.equal(answer.status, 201, service.output().split("\n").filter((line) => line !== "" && !/http:|Press/.test(line)).slice(-40).join("\n"));
  return answer.body.reference;
}

async function killPostgres(): Promise<void> {
  const pid = Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(pid, "SIGKILL");
}

/** By a connection of its own: those that were open when the server was killed may answer once more before they end. */
async function anew<Result>(use: (fresh: typeof db) => Promise<Result>): Promise<Result> {
  const fresh = connect(postgres.url, { connections: 1 });
  return use(fresh).finally(() => fresh.destroy());
}

const isDatabaseBack = () => anew((fresh) => fresh.selectFrom("change_counter").select("number").execute()).then(() => true, () => false);

async function killService(): Promise<void> {
  await service.kill();
  await service.restart();
}

/** Refers people all the time, each until it is acknowledged. */
class Load {
  readonly acknowledged = new Map<string, string>();
  readonly #event: string;
  readonly #clients: Promise<void>[];
  #going = true;

  constructor(event: string) {
    this.#event = event;
    this.#clients = Array.from({ length: CLIENTS }, () => this.#client());
  }

  async end(): Promise<void> {
    this.#going = false;
    await Promise.all(this.#clients);
  }

  async #client(): Promise<void> {
    while (this.#going) {
      const key = randomUUID();
      for (let reference; reference === undefined; ) {
        reference = await refer(this.#event, key);
        if (reference !== undefined) this.acknowledged.set(key, reference);
        await wait(PAUSE_MS);
      }
    }
  }
}

/** Asks for the feed all the time, and keeps how long each answer took, in milliseconds. */
async function readFeed(going: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (going()) {
    const started = performance.now();
    const response = await fetch(`${other.url}/v1/events?limit=20`);
    await response.arrayBuffer();
    assert.equal(response.status, 200);
    times.push(performance.now() - started);
    await wait(5);
  }
  return times.sort((a, b) => a - b);
}

async function killUnderLoad(t: TestContext, slug: string, kill: () => Promise<unknown>): Promise<void> {
  const event = await anew((fresh) => insertEvent(fresh, { slug, capacity: 1_000_000 }));
  const load = new Load(event);
  let going = true;
  const feed = readFeed(() => going);
  for (let round = 1; round <= KILLS; round++) {
    const enough = load.acknowledged.size + ACKNOWLEDGED;
    await until(() => load.acknowledged.size >= enough, "referrals are acknowledged", 60_000);
    await kill();
    await until(isDatabaseBack, "the database answers", 60_000);
  }
  await load.end();
  going = false;
  const times = await feed;
  t.diagnostic(`${load.acknowledged.size} acknowledged; ${times.length} answers of the feed, p99 ${times[Math.floor(times.length * 0.99)]?.toFixed(1)} ms`);
  await until(isDatabaseBack, "the database answers", 60_000);
  const rows = await anew((fresh) => fresh.selectFrom("referral").select("reference").where("event_id", "=", event).execute());
  assert.deepEqual(rows.map(({ reference }) => reference).sort(), [...load.acknowledged.values()].sort());
  const { places_taken } = await anew((fresh) => fresh.selectFrom("event").select("places_taken").where("id", "=", event).executeTakeFirstOrThrow());
  assert.equal(places_taken, load.acknowledged.size);
}

test(`after ${KILLS} × kill -9 of the service every acknowledged referral is there once`, (t) => killUnderLoad(t, "service-killed", killService));

test(`after ${KILLS} × kill -9 of PostgreSQL every acknowledged referral is there once`, (t) => killUnderLoad(t, "postgres-killed", killPostgres));

test(`after ${KILLS} × kill -9 of both every acknowledged referral is there once`, (t) =>
  killUnderLoad(t, "both-killed", () => Promise.all([killService(), killPostgres()])));

test("200 × one idempotency key, at once and across kill -9, is one referral", async () => {
  const event = await anew((fresh) => insertEvent(fresh, { slug: "one-key", capacity: 1_000 }));
  const key = randomUUID();
  const first = Array.from({ length: 200 }, () => refer(event, key));
  await Promise.race(first);
  await killService();
  const answers = [...(await Promise.all(first)), ...(await Promise.all(Array.from({ length: 200 }, () => refer(event, key))))];
  const references = new Set(answers.filter((reference) => reference !== undefined));
  const rows = await anew((fresh) => fresh.selectFrom("referral").select("reference").where("event_id", "=", event).execute());
  assert.deepEqual(rows.map(({ reference }) => reference), [...references]);
  assert.equal(rows.length, 1);
});
