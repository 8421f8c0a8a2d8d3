import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { ReferralReference } from "../contract/referral.ts";
import { newReference, readReference } from "./reference.ts";

test("a reference is understood as people type it", () => {
  for (let count = 0; count < 200; count++) {
    const reference = newReference();
    assert.ok(ReferralReference.safeParse(reference).success);
    const letters = reference.slice(4).replace("-", "");
    const typed = [reference, reference.toLowerCase(), letters, ` ${letters.toLowerCase()} `, reference.replaceAll("-", " "), reference.replaceAll("0", "O").replaceAll("1", "l")];
    for (const text of typed) assert.equal(readReference(text), reference, text);
  }
});

test("what is no reference is undefined", () => {
  fc.assert(fc.property(fc.string(), (text) => {
    const read = readReference(text);
    assert.ok(read === undefined || ReferralReference.safeParse(read).success);
  }));
  for (const text of ["", "HWB", "HWB-1234-567", "HWB-1234-56789", "HWB-UUUU-UUUU"]) assert.equal(readReference(text), undefined);
});
