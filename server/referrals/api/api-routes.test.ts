import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { ReferralReceipt, ReferralStatus } from "../../contract/referral.ts";
import { ReferralList, ReferralWithPerson, UndeliveredMessageList } from "../../contract/referral-api.ts";
import { MAX_BODY_BYTES } from "../../http/body.ts";
import { newReferral, openApiService, type ApiService } from "../../testing/api-service.ts";
import { revokeApiKey } from "./api-keys.ts";
import { ReferralsDatabase } from "../database/referrals-database.ts";

let service: ApiService;
/** A key that refers, and one of the organiser `uclh`. */
let refer: { id: string; key: string };
let receive: { id: string; key: string };
before(async () => {
  service = await openApiService();
  [refer, receive] = [await service.key("referrers", "refer"), await service.key("uclh", "receive")];
});
after(() => service?.close());

async function receiptOf(response: Response) {
  assert.equal(response.status, 201);
  return ReferralReceipt.parse(await response.json());
}

async function referTo(event: string, key = refer.key): Promise<string> {
  return (await receiptOf(await service.refer(key, newReferral(event)))).reference;
}

async function stateOf(response: Response) {
  assert.equal(response.status, 200);
  return ReferralStatus.parse(await response.json()).state;
}

function decide(reference: string, body: unknown): Promise<Response> {
  return service.call("POST", `/v1/referrals/${reference}/decision`, { key: receive.key, body });
}

async function errorsOf(response: Response): Promise<string[]> {
  const { errors = [] } = (await response.json()) as { errors?: { parameter: string; code: string }[] };
  return errors.map(({ parameter, code }) => `${parameter} ${code}`);
}

test("a referral is kept and answered with a reference, its place and its address; the same again gets the same answer", async () => {
  const event = await service.publish("uclh", "first-answer");
  const [body, idempotencyKey] = [newReferral(event), randomUUID()];
  const [first, again] = [await service.refer(refer.key, body, idempotencyKey), await service.refer(refer.key, body, idempotencyKey)];
  const receipt = await receiptOf(first);
  assert.deepEqual([receipt.state, receipt.waitingPosition, receipt.event], ["confirmed", null, event]);
  assert.deepEqual([first.headers.get("location"), first.headers.get("cache-control")], [`/v1/referrals/${receipt.reference}`, "no-store"]);
  assert.deepEqual(await receiptOf(again), receipt);
  assert.deepEqual([first.headers.get("idempotent-replayed"), again.headers.get("idempotent-replayed")], [null, "true"]);
});

test("another body under the same Idempotency-Key is refused with 422, and another system's use of it is its own", async () => {
  const event = await service.publish("uclh", "key-reused");
  const [body, idempotencyKey] = [newReferral(event), randomUUID()];
  const { reference } = await receiptOf(await service.refer(refer.key, body, idempotencyKey));
  assert.equal((await service.refer(refer.key, newReferral(event), idempotencyKey)).status, 422);
  const other = await service.key("referrers", "refer");
  assert.notEqual((await receiptOf(await service.refer(other.key, body, idempotencyKey))).reference, reference);
});

test("without an Idempotency-Key of visible ASCII characters nothing is done", async () => {
  const event = await service.publish("uclh", "no-key");
  for (const key of ["", "a b", "ä", "x".repeat(256)]) {
    const response = await service.refer(refer.key, newReferral(event), key);
    assert.deepEqual([response.status, await errorsOf(response)], [400, ["Idempotency-Key missing"]], key);
  }
  assert.equal((await service.call("POST", "/v1/referrals", { key: refer.key, body: newReferral(event) })).status, 400);
});

test("the place in line counts all who wait, whichever system referred them", async () => {
  const event = await service.publish("uclh", "one-place", { capacity: 1, waiting_list: true });
  const other = await service.key("uclh", "refer");
  await referTo(event, other.key);
  await referTo(event, other.key);
  const { reference, state, waitingPosition } = await receiptOf(await service.refer(refer.key, newReferral(event)));
  assert.deepEqual([state, waitingPosition], ["waiting", 2]);
  const status = ReferralStatus.parse(await (await service.call("GET", `/v1/referrals/${reference}`, { key: refer.key })).json());
  assert.deepEqual([status.state, status.waitingPosition], ["waiting", 2]);
});

test("each reason for which an event takes no referral has a code of its own", async () => {
  const cases = {
    over: { starts_at: new Date("2026-03-01T14:00:00Z"), ends_at: new Date("2026-03-01T16:00:00Z") },
    cancelled: { status: "cancelled" },
    full: { capacity: 0, waiting_list: false },
    "not-here": { booking_route: "organiser", booking_url: "https://trust.example/book" },
    "not-for-professionals": { booking_professional: false },
  } as const;
  for (const [code, row] of Object.entries(cases)) {
    const response = await service.refer(refer.key, newReferral(await service.publish("uclh", `refuses-${code}`, row)));
    assert.deepEqual([response.status, await errorsOf(response)], [409, [`event ${code}`]]);
  }
  const event = await service.publish("uclh", "no-such-sessions");
  const response = await service.refer(refer.key, newReferral(event, { sessions: [randomUUID()] }));
  assert.deepEqual([response.status, await errorsOf(response)], [409, ["sessions wrong-sessions"]]);
});

test("a body that is not right is told field by field, and one of another kind or size by its status", async () => {
  const person = { name: "", contact: { kind: "fax", value: "Marker" } };
  const response = await service.refer(refer.key, { event: "marker", person, needs: { marker: "Marker" }, companion: "Marker" });
  assert.equal(response.status, 400);
  assert.deepEqual(await errorsOf(response), [
    "event not-valid", "person.name too-short", "person.contact.kind unknown-value", "companion missing-or-wrong-type",
    "needs unknown-field", "referrer missing-or-wrong-type",
  ]);
  assert.equal((await service.refer(refer.key, "{")).status, 400);
  assert.equal((await service.refer(refer.key, " ".repeat(MAX_BODY_BYTES + 1))).status, 413);
  const text = { "idempotency-key": "1", "content-type": "text/plain" };
  assert.equal((await service.call("POST", "/v1/referrals", { key: refer.key, body: "{}", headers: text })).status, 415);
});

/** Anything at all, in which each text is one that must not come back. */
const marked = (_name: string, part: unknown) => (typeof part === "string" ? `Marker ${part}` : part);
const junk = () => fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value, marked)) as unknown);
const maybe = (right: unknown) => fc.oneof({ weight: 4, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: junk() });

const some = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.record(fields, { requiredKeys: [] });

function anyReferral(event: string) {
  const { person, needs, referrer } = newReferral(event);
  const contact = some({ kind: maybe("email"), value: maybe(person.contact.value) });
  return some({
    event: maybe(event),
    person: some({ name: maybe(person.name), contact }),
    companion: maybe(true),
    sessions: junk(),
    needs: maybe(needs),
    referrer: maybe(referrer),
    Marker: junk(),
  });
}

test("any JSON at all gets an answer, which is no fault of ours and repeats nothing that was sent", async () => {
  const event = await service.publish("uclh", "any-body", { capacity: 3, waiting_list: false });
  const reference = await referTo(event);
  const routes = [
    { path: "/v1/referrals", key: refer.key, may: [201, 400, 404, 409, 422] },
    { path: `/v1/referrals/${reference}/decision`, key: receive.key, may: [200, 400, 409] },
    { path: "/v1/referrals/HWB-0000-0000/decision", key: receive.key, may: [400, 404] },
    { path: "/v1/referrals", key: "hwbe_Marker", may: [401] },
  ];
  const bodies = fc.oneof(anyReferral(event), some({ decision: maybe("confirm"), reason: maybe("other") }), junk());
  const keys = fc.constantFrom("1", "2", randomUUID());
  await fc.assert(fc.asyncProperty(fc.constantFrom(...routes), bodies, keys, async ({ path, key, may }, body, idempotencyKey) => {
    const response = await service.call("POST", path, { key, body, headers: { "idempotency-key": idempotencyKey } });
    assert.ok(may.includes(response.status), `${response.status}`);
    const answer = `${await response.text()} ${JSON.stringify([...response.headers])}`;
    assert.doesNotMatch(answer, /marker/i);
  }), { numRuns: 300 });
  assert.deepEqual(service.lines, []);
});

test("any text in the address in the place of a reference gets 404, and is not repeated", async () => {
  const texts = fc.string({ unit: "binary" }).filter((text) => text.isWellFormed());
  await fc.assert(fc.asyncProperty(texts, async (text) => {
    const address = `/v1/referrals/Marker${encodeURIComponent(text)}`;
    for (const method of ["GET", "DELETE"]) {
      const response = await service.call(method, address, { key: refer.key });
      assert.equal(response.status, 404);
      assert.doesNotMatch(await response.text(), /marker/i);
    }
  }), { numRuns: 50 });
  assert.deepEqual(service.lines, []);
});

test("the organiser sees who it is for, which is kept in the audit and marks it as seen; the system that made it does not", async () => {
  const event = await service.publish("uclh", "seen");
  const body = newReferral(event);
  const { reference } = await receiptOf(await service.refer(refer.key, body));
  const read = async (key: string) => (await service.call("GET", `/v1/referrals/${reference}`, { key })).json();
  assert.equal(ReferralStatus.parse(await read(refer.key)).seen, null);
  const { person, seen } = ReferralWithPerson.parse(await read(receive.key));
  assert.deepEqual(person, { ...body.person, needs: body.needs, referrer: body.referrer });
  assert.ok(seen);
  const made = await read(refer.key);
  assert.equal(ReferralStatus.parse(made).seen, seen);
  assert.doesNotMatch(JSON.stringify(made), /marker|person/i);
  const lines = service.database.db.selectFrom("audit").innerJoin("referral", "referral.id", "referral_id").select(["actor", "action"]);
  const audit = await lines.where("reference", "=", reference).orderBy("audit.number").execute();
  assert.deepEqual(audit, [{ actor: `api:${refer.id}`, action: "create" }, { actor: `api:${receive.id}`, action: "view" }]);
});

test("the organiser answers: says yes, says who came, declines with a reason or cancels; what no longer stands gives 409", async () => {
  const event = await service.publish("uclh", "decisions", { booking_approval: true });
  const [one, other, third] = [await referTo(event), await referTo(event), await referTo(event)];
  assert.equal(await stateOf(await decide(one, { decision: "confirm" })), "confirmed");
  assert.equal((await decide(one, { decision: "confirm" })).status, 409);
  assert.equal(await stateOf(await decide(one, { decision: "did-not-attend" })), "did-not-attend");
  assert.equal(await stateOf(await decide(one, { decision: "attended" })), "attended");
  const { state, reason } = ReferralStatus.parse(await (await decide(other, { decision: "decline", reason: "not-suitable" })).json());
  assert.deepEqual([state, reason], ["declined", "not-suitable"]);
  assert.equal(await stateOf(await decide(third, { decision: "cancel" })), "cancelled");
  assert.equal((await decide(third, { decision: "confirm" })).status, 409);
  assert.equal((await decide(one, { decision: "decline" })).status, 400);
});

test("the system that made it cancels it, and may send that again; what was declined cannot be cancelled", async () => {
  const event = await service.publish("uclh", "cancels");
  const [one, other] = [await referTo(event), await referTo(event)];
  const cancel = (reference: string) => service.call("DELETE", `/v1/referrals/${reference}`, { key: refer.key });
  for (const response of [await cancel(one), await cancel(one)]) {
    const { state, reason } = ReferralStatus.parse(await response.json());
    assert.deepEqual([response.status, state, reason], [200, "cancelled", "referrer"]);
  }
  await decide(other, { decision: "decline", reason: "other" });
  assert.equal((await cancel(other)).status, 409);
});

test("the list gives the organiser's own, newest first, each once from page to page, by event and state", async () => {
  const event = await service.publish("uclh", "list", { capacity: null });
  const made: string[] = [];
  for (let number = 0; number < 53; number++) made.push(await referTo(event));
  await decide(made[0]!, { decision: "cancel" });
  const ask = (query: string) => service.call("GET", `/v1/referrals?${query}`, { key: receive.key });
  const list = async (query: string) => ReferralList.parse(await (await ask(query)).json());
  const first = await list(`event=${event}`);
  const second = await list(`event=${event}&before=${first.next}`);
  assert.deepEqual([first.referrals.length, second.referrals.length, second.next], [50, 3, null]);
  assert.deepEqual(new Set([...first.referrals, ...second.referrals].map(({ reference }) => reference)), new Set(made));
  assert.deepEqual((await list(`event=${event}&state=cancelled`)).referrals.map(({ reference }) => reference), [made[0]]);
  for (const query of ["event=1", "state=lost", "before=HWB-0000-0000", "page=2"]) {
    assert.equal((await ask(query)).status, 400, query);
  }
});

test("messages that reached nobody are listed for the organiser, without an address", async () => {
  const event = await service.publish("uclh", "undelivered");
  const reference = await referTo(event);
  const { db } = service.database;
  const failed = { failed_at: new Date("2026-03-02T10:00:00Z"), failure: "550" };
  await db.updateTable("message").set(failed).where("event_id", "=", event).where("recipient", "=", "attendee").execute();
  const answer = await (await service.call("GET", "/v1/messages/undelivered", { key: receive.key })).json();
  const message = { reference, event, kind: "booked", recipient: "attendee", why: "550", since: "2026-03-02T10:00:00+00:00" };
  assert.deepEqual(UndeliveredMessageList.parse(answer).messages, [message]);
  assert.doesNotMatch(JSON.stringify(answer), /marker/i);
});

test("while the database is away each request with a key is told to come back in 5 seconds", async () => {
  const app = service.appWith({ ...service.referrals, db: new ReferralsDatabase("postgres://nobody@127.0.0.1:1/none", () => undefined) });
  const one = "/v1/referrals/HWB-0000-0000";
  for (const route of ["POST /v1/referrals", "GET /v1/referrals", `GET ${one}`, `DELETE ${one}`]) {
    const [method = "", path = ""] = route.split(" ");
    const response = await service.call(method, path, { key: refer.key }, app);
    assert.deepEqual([response.status, response.headers.get("retry-after"), response.headers.get("cache-control")], [503, "5", "no-store"]);
  }
});

test("a key that is not right is refused with 401, and whoever guesses is slowed down", async () => {
  const headers = { "x-forwarded-for": "203.0.113.9" };
  const guess = () => service.call("GET", "/v1/referrals", { key: refer.key.replace(/.$/, "_"), headers });
  const first = await guess();
  assert.deepEqual([first.status, first.headers.get("www-authenticate")], [401, "Bearer"]);
  const later = await Promise.all(Array.from({ length: 30 }, guess));
  assert.deepEqual([later.filter(({ status }) => status === 401).length, later.filter(({ status }) => status === 429).length], [29, 1]);
});

test("a key that asks too often is slowed down", async (t) => {
  const busy = await openApiService();
  t.after(() => busy.close());
  const { key } = await busy.key("uclh", "receive");
  const list = () => busy.call("GET", "/v1/referrals", { key });
  assert.equal((await list()).status, 200);
  await sql`update rate_limit set points = 1000000`.execute(busy.database.db);
  const slowed = await list();
  assert.deepEqual([slowed.status, slowed.headers.get("retry-after")], [429, "60"]);
});

test("a revoked key opens nothing from then on", async () => {
  const { id, key } = await service.key("uclh", "receive");
  const list = async () => (await service.call("GET", "/v1/referrals", { key })).status;
  assert.equal(await list(), 200);
  assert.deepEqual([await revokeApiKey(service.database.db, id), await revokeApiKey(service.database.db, id)], [true, false]);
  assert.equal(await list(), 401);
});

test("asking for the headers of a referral opens nothing, and does not count as having seen it", async () => {
  const reference = await referTo(await service.publish("uclh", "headers-only"));
  const { status, headers } = await service.call("HEAD", `/v1/referrals/${reference}`, { key: receive.key });
  assert.deepEqual([status, headers.get("allow")], [405, "DELETE, GET"]);
  const row = await service.database.db.selectFrom("referral").select("seen_at").where("reference", "=", reference).executeTakeFirstOrThrow();
  assert.equal(row.seen_at, null);
});

test("scripts of other sites get no leave to read any of it, and other methods are told what there is", async () => {
  const reference = await referTo(await service.publish("uclh", "no-cors"));
  const paths = {
    "/v1/referrals": "GET, HEAD, POST",
    [`/v1/referrals/${reference}`]: "DELETE, GET",
    [`/v1/referrals/${reference}/decision`]: "POST",
    "/v1/messages/undelivered": "GET, HEAD",
  };
  for (const [path, allow] of Object.entries(paths)) {
    for (const method of ["OPTIONS", "PUT"]) {
      const { status, headers } = await service.call(method, path, { key: receive.key, headers: { origin: "https://evil.example" } });
      assert.deepEqual([status, headers.get("allow"), headers.get("access-control-allow-origin")], [405, allow, null]);
    }
    const read = await service.call("GET", path, { key: receive.key, headers: { origin: "https://evil.example" } });
    assert.equal(read.headers.get("access-control-allow-origin"), null);
  }
});
