import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toForm } from "../../pages/fields/to-form.ts";
import { addDays, londonIso } from "../../wording/london-time.ts";
import { boundsOf, monthsOf, PERIOD_CHOICES, readPeriod } from "./period.ts";

function read(fields: Record<string, string>, today: string) {
  const reading = readPeriod(toForm(fields), today);
  assert.ok("value" in reading);
  return reading.value;
}

test("months are whole, and so are those before", () => {
  assert.deepEqual(read({ period: "quarter" }, "2026-02-14"), { choice: "quarter", from: "2025-12-01", to: "2026-02-28", before: { from: "2025-09-01", to: "2025-11-30" } });
  assert.deepEqual(read({}, "2026-02-14"), { choice: "year", from: "2025-03-01", to: "2026-02-28", before: { from: "2024-03-01", to: "2025-02-28" } });
});

test("a month starts and ends at midnight in London, also when the clocks change in it", () => {
  const { start, end } = boundsOf({ from: "2026-03-01", to: "2026-03-31" });
  assert.deepEqual([londonIso(start.getTime()), londonIso(end.getTime())], ["2026-03-01T00:00:00+00:00", "2026-04-01T00:00:00+01:00"]);
});

test("dates are refused when one is missing or none, when they stand the wrong way round, and when they are 3 years apart", () => {
  const faults = (from: string, to: string) => {
    const reading = readPeriod(toForm({ period: "dates", from, to }), "2026-02-14");
    return "errors" in reading ? reading.errors.map(({ field, message }) => `${field}: ${message}`) : [];
  };
  assert.deepEqual(faults("", "31/2/2026"), ["from: Enter the first day", "to: Enter a real date, like 3/3/2026"]);
  assert.deepEqual(faults("2/2/2026", "1/2/2026"), ["to: The last day must not be before the first"]);
  assert.deepEqual(faults("1/1/2020", "1/2/2026"), ["to: Choose at most 3 years"]);
});

const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays("2005-01-01", days));

test("every period touches the one before, and its months follow each other", () => {
  fc.assert(fc.property(fc.constantFrom(...PERIOD_CHOICES), day, day, fc.integer({ min: 0, max: 1_000 }), (period, today, from, days) => {
    const found = read({ period, from, to: addDays(from, days) }, today);
    assert.equal(addDays(found.before.to, 1), found.from);
    assert.ok(found.before.from <= found.before.to && found.from <= found.to);
    const months = monthsOf(found);
    assert.deepEqual([months[0], months.at(-1)], [found.from.slice(0, 7), found.to.slice(0, 7)]);
    assert.deepEqual(months.toSorted(), [...new Set(months)]);
  }));
});
