import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { SORTS } from "../contract/values.ts";
import { readCursor, writeCursor } from "./cursor.ts";

test("a cursor reads back as it was written", () => {
  const cursor = fc.record({
    sort: fc.constantFrom(...SORTS),
    rank: fc.double({ noNaN: true, noDefaultInfinity: true }).map((rank) => (rank === 0 ? 0 : rank)),
    startsAt: fc.integer(),
    id: fc.uuid(),
  }, { noNullPrototype: true });
  fc.assert(fc.property(cursor, (written) => assert.deepEqual(readCursor(writeCursor(written)), written)));
});

test("whatever else is sent is no cursor, and no error", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => assert.equal(readCursor(text), undefined)));
});
