import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { arbitraryText } from "../testing/random-text.ts";
import type { Column } from "./columns.ts";
import { readEvents } from "./read-events.ts";
import { arbitraryImportedEvents, arbitraryLayout, cellsOf, COLUMNS, fileOf, lookup } from "./testing/random-rows.ts";
import { UnreadableFileError } from "./unreadable-file.ts";

test("random events written to CSV are read back as they were", () => {
  fc.assert(fc.property(arbitraryImportedEvents(4), arbitraryLayout, (given, how) => {
    const { rows, problems } = readEvents(fileOf(given.map(cellsOf), how), lookup);
    assert.deepEqual(problems, []);
    assert.deepEqual(rows.map((row) => row.event), given);
  }));
});

test("random cells are read as an event, or their problems are told", () => {
  const awkward = fc.oneof(arbitraryText(3), fc.constantFrom("", "alpha", "en", "yes", "2pm", "2026-12-03", "online", "patients", "self", "here", "https://a.b", "9".repeat(30), "x".repeat(11_000)));
  const row = fc.tuple(...COLUMNS.map(() => awkward)).map((cells) => Object.fromEntries(COLUMNS.map((column, place) => [column, cells[place]!])) as Record<Column, string>);
  fc.assert(fc.property(row, arbitraryLayout, (cells, how) => {
    const { rows, problems } = readEvents(fileOf([cells], how), lookup);
    const blank = Object.values(cells).every((cell) => cell.trim() === "");
    assert.ok(blank || rows.length === 1 || problems.length > 0);
    assert.ok(problems.every(({ line, reason }) => line === 2 && !/[\n\r\0]/.test(reason)));
  }));
});

test("random bytes after a right first row never throw anything but that the file cannot be read", () => {
  const first = new TextEncoder().encode(`${COLUMNS.join(",")}\n`);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (rest) => {
    try {
      readEvents(Buffer.concat([first, rest]), lookup);
    } catch (error) {
      assert.ok(error instanceof UnreadableFileError);
    }
  }));
});
