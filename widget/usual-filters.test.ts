import fc from "fast-check";
import { FACET_FIELDS, type FacetField } from "../server/contract/values.ts";
import type { Filters } from "./state.ts";
import { readUsual, stillKnown, USUAL_FIELDS, usualOf, withoutUsual, writeUsual } from "./usual-filters.ts";
import { equal, ok, same } from "./testing/assert.ts";

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const someFilters = fc.dictionary(fc.constantFrom(...FACET_FIELDS), fc.uniqueArray(slug, { minLength: 1, maxLength: 5 })) as fc.Arbitrary<Filters>;
const isUsual = (field: string) => (USUAL_FIELDS as readonly string[]).includes(field);

describe("A clinician's usual filters", () => {
  it("come back as they were kept, without those that tell of a patient", () => {
    fc.assert(fc.property(someFilters, (filters) => {
      const read = readUsual(writeUsual(filters));
      same(read, usualOf(filters));
      ok(Object.keys(read).every(isUsual));
      same(Object.keys(filters).toSorted(), Object.keys({ ...read, ...withoutUsual(filters) }).toSorted());
    }));
    for (const field of ["topic", "stage", "audience", "access", "language"] satisfies FacetField[]) equal(writeUsual({ [field]: ["any"] }), "");
  });

  it("are read from whatever text the browser holds", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webQueryParameters(), fc.constant(null)), (text) => {
      for (const [field, values] of Object.entries(readUsual(text))) {
        ok(isUsual(field) && values.length > 0 && values.every((value) => /^[a-z0-9-]+$/.test(value)));
      }
    }));
    same(readUsual("borough=camden&borough=camden&borough=%3Cb%3E&topic=sleep&q=tired"), { borough: ["camden"] });
  });

  it("drop what the directory no longer has, and what the host page does not allow", () => {
    const facets = { borough: ["camden", "barnet"].map((value) => ({ value, label: value, count: 0 })) };
    same(stillKnown({ borough: ["camden", "gone"], organiser: ["gone"] }, facets, {}), { borough: ["camden"] });
    same(stillKnown({ borough: ["camden", "barnet"] }, facets, { borough: ["barnet"] }), { borough: ["barnet"] });
  });
});
