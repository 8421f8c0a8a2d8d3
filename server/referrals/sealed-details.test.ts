import { test } from "node:test";
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import type { ReferralDetails } from "../contract/referral.ts";
import { testRing } from "../testing/referrals.ts";
import { SealBrokenError } from "../sealing/cipher.ts";
import { KeyRing, MissingKeyError } from "../sealing/key-ring.ts";
import { resealKey } from "../sealing/envelope.ts";
import { openDetails, sealDetails } from "./sealed-details.ts";

const ring = testRing();
const line = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text && !/[\p{Cc}\u2028\u2029]/u.test(text));
const details: fc.Arbitrary<ReferralDetails> = fc.record({
  name: line,
  contact: fc.constantFrom<ReferralDetails["contact"]>({ kind: "email", value: "a@example.org" }, { kind: "phone", value: "020 7946 0000" }),
  needs: fc.record({ other: line, bsl: fc.boolean() }, { requiredKeys: [], noNullPrototype: true }),
}, { noNullPrototype: true });

test("what is sealed opens in its own row, and shows nothing of what it says", () => {
  fc.assert(fc.property(fc.uuid(), details, (id, plain) => {
    const row = sealDetails(ring, id, plain);
    assert.deepEqual(openDetails(ring, id, row), plain);
    if (plain.name.length > 4) assert.equal(row.sealed.includes(Buffer.from(plain.name)), false);
  }));
});

test("the same details never look the same", () => {
  const id = randomUUID();
  const plain: ReferralDetails = { name: "Sample Person", contact: { kind: "email", value: "a@example.org" }, needs: {} };
  assert.notDeepEqual(sealDetails(ring, id, plain).sealed, sealDetails(ring, id, plain).sealed);
});

test("one changed bit anywhere is noticed", () => {
  fc.assert(fc.property(fc.uuid(), details, fc.constantFrom("sealed", "sealed_key"), fc.nat(), (id, plain, column, place) => {
    const row = sealDetails(ring, id, plain);
    const bytes = Buffer.from(row[column]);
    const bit = place % (bytes.length * 8);
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    assert.throws(() => openDetails(ring, id, { ...row, [column]: bytes }), SealBrokenError);
  }));
});

test("details that were moved to another row do not open, with their key or without", () => {
  fc.assert(fc.property(fc.uuid(), fc.uuid(), details, (one, other, plain) => {
    fc.pre(one !== other);
    const [from, to] = [sealDetails(ring, one, plain), sealDetails(ring, other, plain)];
    assert.throws(() => openDetails(ring, other, from), SealBrokenError);
    assert.throws(() => openDetails(ring, other, { ...to, sealed: from.sealed }), SealBrokenError);
  }));
});

test("any bytes instead of a seal are refused", () => {
  fc.assert(fc.property(fc.uuid(), fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 100 }), (id, sealed, key) => {
    assert.throws(() => openDetails(ring, id, { sealed: Buffer.from(sealed), sealed_key: Buffer.from(key), key_id: "one" }), SealBrokenError);
  }));
});

test("after a rotation the old key is not needed, and without any key nothing opens", () => {
  const [first, second, secret] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const ringOf = (current: string, keys: Record<string, Buffer>) => new KeyRing(() => ({ current, byId: new Map(Object.entries(keys)) }), secret);
  const id = randomUUID();
  const plain: ReferralDetails = { name: "Sample Person", contact: { kind: "text", value: "07700 900000" }, needs: { bsl: true } };
  const row = sealDetails(ringOf("first", { first }), id, plain);
  const resealed = { ...row, ...resealKey(ringOf("second", { first, second }), `referral ${id}`, row) };
  assert.equal(resealed.key_id, "second");
  assert.deepEqual(openDetails(ringOf("second", { second }), id, resealed), plain);
  assert.throws(() => openDetails(ringOf("first", { first }), id, resealed), MissingKeyError);
});
