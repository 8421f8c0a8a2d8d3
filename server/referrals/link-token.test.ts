import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { testRing } from "../testing/referrals.ts";
import { LINK_PURPOSES, linkToken, readLinkToken } from "./link-token.ts";

const ring = testRing();
const link = fc.record({ purpose: fc.constantFrom(...LINK_PURPOSES), referral: fc.uuid() }, { noNullPrototype: true });

test("a token says again what it was made of, in letters that an address may hold", () => {
  fc.assert(fc.property(link, (made) => {
    const token = linkToken(ring, made);
    assert.match(token, /^[\w-]{44}$/);
    assert.deepEqual(readLinkToken(ring, token), made);
  }));
});

test("a token with any character changed, cut off or added is none", () => {
  fc.assert(fc.property(link, fc.nat(43), fc.constantFrom(..."ABCxyz019-_"), (made, place, letter) => {
    const token = linkToken(ring, made);
    const changed = token.slice(0, place) + letter + token.slice(place + 1);
    if (changed !== token) assert.equal(readLinkToken(ring, changed), undefined);
    assert.equal(readLinkToken(ring, token.slice(0, place)), undefined);
    assert.equal(readLinkToken(ring, token + letter), undefined);
  }));
});

test("any text is read without an error, and is no token", () => {
  fc.assert(fc.property(fc.string(), (text) => assert.equal(readLinkToken(ring, text), undefined)));
});

test("a token of another service is none", () => {
  assert.equal(readLinkToken(testRing(), linkToken(ring, { purpose: "attendee", referral: crypto.randomUUID() })), undefined);
});
