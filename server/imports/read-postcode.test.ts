import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { OutwardMeans } from "./outward-means.ts";
import { inLondonBox, postcodeReader } from "./read-postcode.ts";

test("the names of the ONS files and plain names are both read, in any case and order", () => {
  assert.deepEqual(postcodeReader(["PCD", "PCDS", "LONG", "LAT"])(["SW170QT", "SW17 0QT", "-0.17", "51.42"]), { code: "SW17 0QT", latitude: 51.42, longitude: -0.17 });
  assert.deepEqual(postcodeReader(["outcode", "Latitude", "Longitude"])(["sw17", "51.42", "-0.17"]), { code: "SW17", latitude: 51.42, longitude: -0.17 });
  assert.deepEqual(postcodeReader(["postcode", "latitude", "longitude"])(["ec1a7be", "51.5", "0"]), { code: "EC1A 7BE", latitude: 51.5, longitude: 0 });
});

test("a missing column is told", () => {
  assert.throws(() => postcodeReader(["pcds", "lat"]), { name: "UnreadableFileError", message: /long, longitude/ });
});

test("a row without a postcode or a point is none", () => {
  const read = postcodeReader(["postcode", "lat", "long"]);
  for (const cells of [[], ["", "51", "0"], ["SW1", "", "0"], ["London", "51", "0"], ["SW1", "51", "1e2"], ["SW1", "NaN", "0"]]) assert.equal(read(cells), undefined);
});

test("London is in the box; Oxford, Brighton and places that are not known are not", () => {
  const at = (latitude: number, longitude: number) => inLondonBox({ code: "X1", latitude, longitude });
  assert.deepEqual([at(51.4266, -0.1747), at(51.752, -1.2577), at(50.8225, -0.1372), at(99.999999, 0)], [true, false, false, false]);
});

test("random cells never throw, and every code that is read can be stored", () => {
  const read = postcodeReader(["postcode", "lat", "long"]);
  const awkward = fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z]{1,2}[0-9][A-Z0-9]? ?([0-9][A-Z]{2})?$/), fc.double().map(String));
  fc.assert(fc.property(fc.array(awkward, { maxLength: 4 }), (cells) => {
    const point = read(cells);
    assert.ok(!point || (/^[A-Z]{1,2}[0-9][A-Z0-9]?( [0-9][A-Z]{2})?$/.test(point.code) && Number.isFinite(point.latitude)));
  }));
});

test("the mean of a district does not depend on the order of its postcodes", () => {
  const point = fc.record({ latitude: fc.double({ min: 51.2, max: 51.8, noNaN: true }), longitude: fc.double({ min: -0.6, max: 0.4, noNaN: true }) });
  const mean = (points: readonly { latitude: number; longitude: number }[]) => {
    const means = new OutwardMeans();
    for (const where of points) means.add({ code: "SW17 0QT", ...where });
    return means.points()[0]!;
  };
  fc.assert(fc.property(fc.array(point, { minLength: 1 }), (points) => {
    const [one, other] = [mean(points), mean(points.toReversed())];
    assert.equal(one.code, "SW17");
    assert.ok(Math.abs(one.latitude - other.latitude) <= 2e-6 && Math.abs(one.longitude - other.longitude) <= 2e-6);
  }));
});
