import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { sql } from "kysely";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { insertEvent } from "../testing/insert-event.ts";
import { openTestReferrals, placeRequest, type TestReferrals } from "../testing/referrals.ts";
import { cancelByLink, changeByLink, confirmByLink, detailsByLink, eraseByLink, proveByLink, readByLink, sendLinkAgain } from "./by-link.ts";
import { accepted, cameOrNot, cancelled, declined } from "./changes.ts";
import { viewForOrganiser } from "./for-organiser.ts";
import { linkToken, type LinkPurpose } from "./link-token.ts";
import type { PlaceRequest } from "./referral.ts";
import { takePlace } from "./take-place.ts";
import { changeReferral, type Transition } from "./transition.ts";
import { verifyAudit } from "./verify-audit.ts";

let database: TestDatabase;
let referrals: TestReferrals;
let number = 0;

before(async () => {
  database = await createTestDatabase();
  referrals = openTestReferrals(database);
});
after(async () => {
  await referrals.close();
  await database.drop();
});

type EventValues = Parameters<typeof insertEvent>[1];
const event = (values: Partial<EventValues> = {}) => insertEvent(database.db, { slug: `event-${++number}`, ...values });

async function book(id: string, changes: Partial<PlaceRequest> = {}): Promise<string> {
  const outcome = await takePlace(referrals, placeRequest(id, changes));
  assert.equal(outcome.kind, "taken");
  return outcome.referral;
}

const token = (referral: string, purpose: LinkPurpose = "attendee") => linkToken(referrals.ring, { purpose, referral });
const rowOf = (id: string) => database.db.selectFrom("referral").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const eventOf = (id: string) => database.db.selectFrom("event").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

async function tellings(referral: string): Promise<string[]> {
  const rows = await database.db.selectFrom("message").select(["kind", "recipient"]).where("referral_id", "=", referral).orderBy("created_at").orderBy("kind").execute();
  return rows.map(({ kind, recipient }) => `${kind} to ${recipient}`);
}

function asOrganiser(id: string, decide: Transition["decide"]) {
  return changeReferral(referrals, { scope: { organisation: "uclh" }, by: { id }, actor: "command", decide });
}

async function stateOf(id: string): Promise<string> {
  return (await rowOf(id)).state;
}

test("a place that is given back goes to the first in line, who is told, and can give it back in turn", async () => {
  const id = await event({ capacity: 1, waiting_list: true });
  const [holder, first, second] = [await book(id), await book(id), await book(id)];
  assert.equal(await cancelByLink(referrals, token(holder)), true);
  assert.deepEqual([await stateOf(holder), await stateOf(first), await stateOf(second)], ["cancelled", "confirmed", "waiting"]);
  assert.deepEqual(await tellings(first), ["waiting to attendee", "promoted to attendee"]);
  assert.equal((await readByLink(referrals, token(second)))?.view.waitingPosition, 1);
  await cancelByLink(referrals, token(first));
  assert.equal(await stateOf(second), "confirmed");
  const { places_taken, waiting_count } = await eventOf(id);
  assert.deepEqual([places_taken, waiting_count], [1, 0]);
});

test("a second press of the cancel button changes nothing", async () => {
  const id = await event({ capacity: 2 });
  const referral = await book(id);
  await book(id);
  assert.equal(await cancelByLink(referrals, token(referral)), true);
  assert.equal(await cancelByLink(referrals, token(referral)), false);
  assert.equal((await eventOf(id)).places_taken, 1);
});

test("who brings someone takes two places, and waits when one is left", async () => {
  const id = await event({ capacity: 3, waiting_list: true });
  const [pair, waitingPair] = [await book(id, { companion: true }), await book(id, { companion: true })];
  assert.equal(await stateOf(waitingPair), "waiting");
  const alone = await book(id);
  assert.equal(await stateOf(alone), "confirmed");
  assert.equal(await changeByLink(referrals, token(alone), { companion: true, sessions: null }), "no-place");
  assert.equal(await changeByLink(referrals, token(pair), { companion: false, sessions: null }), "changed");
  assert.equal(await changeByLink(referrals, token(waitingPair), { companion: false, sessions: null }), "changed");
  assert.equal(await stateOf(waitingPair), "confirmed");
  assert.equal((await eventOf(id)).places_taken, 3);
});

test("where the organiser looks at each request, a place is held until they say yes, and given on when they say no", async () => {
  const id = await event({ capacity: 2, waiting_list: true, booking_approval: true });
  const [yes, no, next] = [await book(id), await book(id), await book(id)];
  assert.deepEqual([await stateOf(yes), await stateOf(next)], ["received", "waiting"]);
  await asOrganiser(yes, accepted);
  await asOrganiser(no, declined("not-suitable"));
  assert.deepEqual([await stateOf(yes), await stateOf(no), await stateOf(next)], ["confirmed", "declined", "received"]);
  assert.deepEqual(await tellings(no), ["received to attendee", "declined to attendee"]);
  await asOrganiser(yes, cameOrNot("attended"));
  assert.equal(await stateOf(yes), "attended");
});

test("an address that must be confirmed holds the place until its link is followed", async () => {
  const id = await event({ capacity: 1 });
  const referral = await book(id, { mustConfirm: true });
  assert.deepEqual(await tellings(referral), ["confirm-address to attendee"]);
  assert.equal(await confirmByLink(referrals, token(referral)), "gone");
  assert.equal(await confirmByLink(referrals, token(referral, "confirm-address")), "confirmed");
  assert.equal(await confirmByLink(referrals, token(referral, "confirm-address")), "confirmed");
  assert.equal(await stateOf(referral), "confirmed");
  assert.deepEqual(await tellings(referral), ["confirm-address to attendee", "booked to attendee"]);
});

test("a referral counts at once and is unproved until the link to the referrer's address is followed", async () => {
  const id = await event();
  const referrer = { name: "Sample Nurse", role: "Nurse", organisation: "Sample Trust", email: "nurse@example.org" };
  const request = placeRequest(id);
  const referral = await book(id, { bookedBy: "professional", details: { ...request.details, referrer } });
  assert.equal((await readByLink(referrals, token(referral, "referrer")))?.view.referrerProved, false);
  assert.equal(await proveByLink(referrals, token(referral, "referrer")), false);
  assert.equal(await proveByLink(referrals, token(referral, "prove-address")), true);
  assert.equal((await readByLink(referrals, token(referral, "referrer")))?.view.referrerProved, true);
  assert.deepEqual((await tellings(referral)).sort(), ["booked to attendee", "booked to referrer", "prove-address to referrer"]);
});

test("wishing for what is so already changes nothing and writes to nobody; an address that is not confirmed gets one mail", async () => {
  const id = await event({ capacity: 10 });
  const referral = await book(id, { mustConfirm: true });
  for (const companion of [true, true, false]) assert.equal(await changeByLink(referrals, token(referral), { companion, sessions: null }), "changed");
  await cancelByLink(referrals, token(referral));
  assert.deepEqual(await tellings(referral), ["confirm-address to attendee"]);
  const confirmed = await book(id);
  for (let count = 0; count < 3; count++) await changeByLink(referrals, token(confirmed), { companion: true, sessions: null });
  assert.deepEqual(await tellings(confirmed), ["booked to attendee", "changed to attendee"]);
});

test("those who have not confirmed their address hold a quarter of the places at most, and then stand in line", async () => {
  const id = await event({ capacity: 12, waiting_list: true });
  const unconfirmed = await Promise.all(Array.from({ length: 5 }, () => book(id, { mustConfirm: true })));
  const states = await Promise.all(unconfirmed.map(stateOf));
  assert.deepEqual(states.sort(), ["received", "received", "received", "waiting", "waiting"]);
  assert.equal(await stateOf(await book(id)), "confirmed");
});

test("an event that goes to another organisation takes its referrals along, and erasing still erases", async () => {
  await database.db.insertInto("organisation").values({ slug: "heir", name: "Heir", short_name: "Heir", kind: "charity", ods_code: null, alliance: null, scope: "london", website: null }).execute();
  const id = await event();
  const request = placeRequest(id);
  const referral = await book(id, request);
  await database.db.updateTable("event").set({ organisation: "heir" }).where("id", "=", id).execute();
  assert.equal((await rowOf(referral)).organisation, "heir");
  assert.equal(await eraseByLink(referrals, token(referral)), true);
  assert.equal(await detailsByLink(referrals, token(referral)), undefined);
  assert.deepEqual(await takePlace(referrals, request), { kind: "key-reused" });
});

test("only the person's own link shows what is held about them, and that is in the audit", async () => {
  const referral = await book(await event());
  assert.equal(await detailsByLink(referrals, token(referral, "referrer")), undefined);
  assert.match((await detailsByLink(referrals, token(referral)))?.name ?? "", /^Sample Person/);
  const lines = await database.db.selectFrom("audit").select(["actor", "action"]).where("referral_id", "=", referral).orderBy("number").execute();
  assert.deepEqual(lines, [{ actor: "form", action: "create" }, { actor: "link:attendee", action: "view" }]);
});

test("an organiser may look again: the first time is told, and each time is in the audit", async () => {
  const referral = await book(await event());
  const { reference } = await rowOf(referral);
  const look = () => viewForOrganiser(referrals, { organisation: "uclh", reference, actor: "command" });
  const first = await look();
  assert.ok(first?.view.seenAt);
  assert.equal((await look())?.view.seenAt, first.view.seenAt);
  assert.match((await look())?.details?.name ?? "", /^Sample Person/);
  const lines = await database.db.selectFrom("audit").select("action").where("referral_id", "=", referral).orderBy("number").execute();
  assert.deepEqual(lines.map(({ action }) => action), ["create", "view", "view", "view"]);
});

test("a second booking by the same person is noticed, told to them alone, and takes nothing away", async () => {
  const id = await event();
  const request = placeRequest(id);
  const first = await book(id, { details: request.details });
  const details = { ...request.details, name: ` ${request.details.name.toUpperCase()}`, contact: { ...request.details.contact, value: request.details.contact.value.toUpperCase() } };
  const second = await book(id, { details });
  assert.equal((await rowOf(second)).same_person_as, first);
  assert.deepEqual(await tellings(second), ["booked to attendee", "second-booking to attendee"]);
  assert.equal((await rowOf(await book(await event(), { details: request.details }))).same_person_as, null);
});

test("the link is sent again when reference and address belong together, and not otherwise", async () => {
  const request = placeRequest(await event());
  const referral = await book(request.event, request);
  const { reference } = await rowOf(referral);
  await sendLinkAgain(referrals, { reference, contact: { kind: "email", value: "other@example.org" } });
  assert.deepEqual(await tellings(referral), ["booked to attendee"]);
  await sendLinkAgain(referrals, { reference, contact: { kind: "email", value: request.details.contact.value.toUpperCase() } });
  assert.deepEqual(await tellings(referral), ["booked to attendee", "your-link to attendee"]);
});

test("everyone concerned is told once when an event is moved or cancelled, in whatever way it was changed", async () => {
  const id = await event({ capacity: 1, waiting_list: true });
  const [holder, waiting, gone] = [await book(id), await book(id), await book(id)];
  await cancelByLink(referrals, token(gone));
  await database.db.updateTable("event").set({ summary: "Other words." }).where("id", "=", id).execute();
  await database.db.updateTable("event").set({ status: "cancelled" }).where("id", "=", id).execute();
  assert.deepEqual(await tellings(holder), ["booked to attendee", "event-cancelled to attendee"]);
  assert.deepEqual(await tellings(waiting), ["waiting to attendee", "event-cancelled to attendee"]);
  assert.deepEqual(await tellings(gone), ["waiting to attendee", "cancelled to attendee"]);
});

describe("100 pairs of accept, cancel and promote at once", () => {
  test("each has one winner, places are never negative and nobody is promoted twice", async () => {
    for (let round = 0; round < 10; round++) {
      const id = await event({ capacity: 10, waiting_list: true, booking_approval: true });
      const holders = await Promise.all(Array.from({ length: 10 }, () => book(id)));
      const waiting = await Promise.all(Array.from({ length: 10 }, () => book(id)));
      const done = await Promise.all([...holders, ...waiting].map(async (one, index) => {
        const [accept, cancel, decline] = await Promise.all([
          asOrganiser(one, accepted),
          asOrganiser(one, cancelled("person")),
          index % 2 === 0 ? asOrganiser(one, declined("other")) : undefined,
        ]);
        return { accept, cancel, decline };
      }));
      for (const { cancel, decline } of done) assert.equal([cancel, decline].filter((result) => result?.changed).length, 1);
      const { places_taken, waiting_count } = await eventOf(id);
      assert.deepEqual([places_taken, waiting_count], [0, 0]);
      const promoted = await database.db.selectFrom("audit").select("referral_id").where("action", "=", "promote").execute();
      assert.equal(new Set(promoted.map(({ referral_id }) => referral_id)).size, promoted.length);
    }
  });

  test("when each of 100 holders cancels while a new one books, every place is held by one who is confirmed", async () => {
    const id = await event({ capacity: 100, waiting_list: true });
    const holders = await Promise.all(Array.from({ length: 100 }, () => book(id)));
    await Promise.all(holders.flatMap((one) => [cancelByLink(referrals, token(one)), book(id, { companion: true })]));
    const { places_taken, waiting_count, capacity } = await eventOf(id);
    const rows = await database.db.selectFrom("referral").select(["state", "party_size"]).where("event_id", "=", id).execute();
    const held = rows.filter(({ state }) => state === "confirmed").reduce((sum, { party_size }) => sum + party_size, 0);
    assert.deepEqual([places_taken, waiting_count], [held, rows.filter(({ state }) => state === "waiting").length]);
    assert.equal(capacity, places_taken);
  });
});

test("the audit of everything above is whole, and shows a line that was changed, taken out or cut off", async () => {
  const whole = await verifyAudit(database.db);
  assert.ok(whole.every(({ brokenAt }) => brokenAt === null));
  assert.ok(whole.some(({ lines }) => lines > 500));
  class Undo extends Error {}
  async function brokenBy(change: string): Promise<number | null | undefined> {
    let brokenAt: number | null | undefined;
    const trial = database.db.transaction().execute(async (tx) => {
      await sql.raw(change).execute(tx);
      brokenAt = (await verifyAudit(tx)).find(({ organisation }) => organisation === "uclh")?.brokenAt;
      throw new Undo();
    });
    await assert.rejects(trial, Undo);
    return brokenAt;
  }
  assert.equal(await brokenBy("update audit set actor = 'nobody' where number = 7"), 7);
  assert.equal(await brokenBy("delete from audit where number = 9"), 10);
  assert.equal(await brokenBy("delete from audit where number > 20"), 21);
  assert.equal(await brokenBy("delete from audit_head"), 1);
  assert.equal(await brokenBy("update audit set at = at + interval '1 second' where number = 3"), 3);
});
