import fc from "fast-check";
import { recordLine, recordLines } from "./record-line.ts";
import { equal, ok } from "./testing/assert.ts";
import { fixtureEvent, SERVICE } from "./testing/fixture-events.ts";

const NOW = Date.parse("2026-03-02T09:00:00Z");

describe("The line for a patient's record", () => {
  it("says the event, its time and place, that information was given, and where to read of it", () => {
    const line = recordLine(fixtureEvent(0, NOW));
    equal(line, `Health and wellbeing event offered: Managing tiredness after treatment 0, Tuesday 3 March 2026, 2pm to 4:30pm, Dimbleby Cancer Care. Information given. ${SERVICE}/events/event-0`);
    ok(recordLine(fixtureEvent(2, NOW)).includes("4:30pm, Online. Information given."));
  });

  it("is one line whatever an organiser writes, and ends with the address of the event alone", () => {
    const words = fc.string({ unit: "binary", minLength: 1, maxLength: 60 });
    const event = fixtureEvent(0, NOW);
    fc.assert(fc.property(words, words, (title, name) => {
      const line = recordLine({ ...event, title, venue: { ...event.venue!, name } });
      ok(!/[\p{Cc}\u2028\u2029]/u.test(line), line);
      ok(line.endsWith(` Information given. ${event.url}`));
      const clean = title.replace(/[\p{Cc}\p{Z}]+/gu, " ").trim();
      ok(line.startsWith(`Health and wellbeing event offered: ${clean}`));
    }));
  });

  it("is written for each event of a shortlist but a cancelled one", () => {
    const lines = recordLines([0, 7, 1].map((number) => fixtureEvent(number, NOW))).split("\n");
    equal(lines.length, 2);
    ok(lines[1]?.includes("Money and work"));
    equal(recordLines([fixtureEvent(7, NOW)]), "");
  });
});
