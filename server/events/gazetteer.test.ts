import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { EXAMPLE_VENUE } from "../testing/example-event.ts";
import { CodePoints } from "./code-points.ts";
import { Gazetteer } from "./gazetteer.ts";

const borough = (slug: string, label: string) => ({
  slug, label, gss: "E09000001", alliance: null, latitude: 51.6, longitude: -0.2, tile: { row: 0, column: 0 },
});
const BOROUGHS = [borough("barnet", "Barnet"), borough("kensington-and-chelsea", "Kensington and Chelsea")];
const venue = (postcode: string, latitude: number) => ({ ...EXAMPLE_VENUE, postcode, latitude, longitude: -0.1, borough: { slug: "barnet", label: "Barnet" } });
const VENUES = [venue("SE1 9RT", 51.5), venue("SE1 7EH", 51.52)];

const gazetteer = (codes: { code: string; latitude: number; longitude: number }[] = []) => new Gazetteer(BOROUGHS, VENUES, new CodePoints(codes));

function latitude(near: string, from = gazetteer()): number | undefined {
  const located = from.locate(near);
  return "point" in located ? Number(located.point.latitude.toFixed(3)) : undefined;
}

test("with nothing imported, a venue's outward code is at the mean of its venues, and a whole postcode is taken for it", () => {
  assert.equal(latitude("SE1"), 51.51);
  assert.equal(latitude("se1 4xx"), 51.51);
  assert.equal(latitude(" Se14XX "), 51.51);
});

test("an imported postcode is exact, and one that is missing falls back to its outward code", () => {
  const imported = gazetteer([{ code: "SE1", latitude: 51.4, longitude: 0 }, { code: "SE1 9RT", latitude: 51.45, longitude: 0 }]);
  assert.equal(latitude("SE1 9RT", imported), 51.45);
  assert.equal(latitude("SE1 4XX", imported), 51.4);
  assert.equal(latitude("SE1", imported), 51.4);
});

test("a borough is found however it is written", () => {
  for (const name of ["Kensington and Chelsea", "kensington-and-chelsea", " KENSINGTON AND CHELSEA"]) assert.equal(latitude(name), 51.6);
});

test("an unknown place leads to boroughs with a like name, or near the same kind of code", () => {
  assert.deepEqual(gazetteer().locate("Barnit"), { suggestions: ["Barnet"] });
  assert.deepEqual(gazetteer().locate("SE99"), { suggestions: ["Barnet"] });
});

test("every imported code is found again, and nothing that people type throws", () => {
  const code = fc.stringMatching(/^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$/);
  fc.assert(fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 30 }), fc.string(), (codes, typed) => {
    const points = codes.map((code, index) => ({ code, latitude: 51 + index / 100, longitude: 0 }));
    const imported = gazetteer(points);
    for (const point of points) assert.equal(latitude(point.code, imported), Number(point.latitude.toFixed(3)));
    imported.locate(typed);
  }));
});

test("coordinates are taken to two decimals, and any other numbers for no place", () => {
  fc.assert(
    fc.property(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }), (latitude, longitude) => {
      const located = gazetteer().locate(`${latitude.toFixed(6)}, ${longitude.toFixed(6)}`);
      assert.ok("point" in located && !located.byPostcode);
      assert.ok(Math.abs(located.point.latitude - latitude) < 0.0051 && Math.abs(located.point.longitude - longitude) < 0.0051);
      assert.match(String(located.point.latitude), /^-?\d+(\.\d{1,2})?$/);
    }),
  );
  for (const near of ["91,0", "0,181", "51.5", "51.5,", ",0", "51.5 -0.1", "1e1,1"]) assert.ok("suggestions" in gazetteer().locate(near), near);
});
