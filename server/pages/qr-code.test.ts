import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { encode } from "uqr";
import { qrCode } from "./qr-code.ts";

test("each module of the code is drawn where it belongs, with a quiet zone around", () => {
  fc.assert(fc.property(fc.webUrl({ size: "small" }), (url) => {
    const svg = String(qrCode(url, "A page"));
    const { data, size } = encode(url, { ecc: "M", border: 4 });
    const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)/g)) drawn[Number(y)]!.fill(true, Number(x), Number(x) + Number(length));
    assert.deepEqual(drawn, data);
    assert.ok(data.slice(0, 4).every((row) => row.every((isDark) => !isDark)));
    assert.doesNotMatch(svg, /style=/);
  }));
});
