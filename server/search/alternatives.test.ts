import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { AUDIENCES, FORMATS } from "../contract/vocabulary.ts";
import { findAlternatives, type Candidate } from "./alternatives.ts";
import { Lexicon } from "./lexicon.ts";
import type { SearchDocument } from "./search-document.ts";

const DAY = 24 * 60 * 60 * 1000;
const GROUPS = ["breast", "lung"];
const TOPICS = ["fatigue", "sleep", "work"];
const words = new Lexicon().read([]);

interface Shape {
  id: string;
  day: number;
  series: string | undefined;
  format: (typeof FORMATS)[number];
  topic: string[];
  groups: string[];
  audience: (typeof AUDIENCES)[number][];
  language: string[];
  stage: string[];
  hasPlaces: boolean;
  latitude: number;
}

function candidate({ id, day, series, format, topic, groups, audience, language, stage, hasPlaces, latitude }: Shape): Candidate {
  const values: SearchDocument["values"] = {
    format: [format], topic, audience, language, stage, available: hasPlaces ? ["true"] : [],
    "tumour-group": groups.length > 0 ? groups : ["all-cancers", ...GROUPS],
  };
  const point = format === "in-person" || format === "hybrid" ? { latitude, longitude: 0 } : undefined;
  return { series, document: { id, startsAt: day * DAY, endsAt: (day + 1) * DAY, values, words, point } };
}

/** Mostly the first, so that many events suit one another and the best of them must be found. */
const mostly = <Value>(usual: Value, any: fc.Arbitrary<Value>) => fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: any });

const shape: fc.Arbitrary<Shape> = fc.record({
  id: fc.uuid(),
  day: fc.integer({ min: 0, max: 30 }),
  series: mostly<string | undefined>(undefined, fc.constantFrom("a", "b", "c")),
  format: fc.constantFrom(...FORMATS),
  topic: fc.subarray(TOPICS),
  groups: mostly<string[]>([], fc.subarray(GROUPS)),
  audience: mostly<Shape["audience"]>([...AUDIENCES], fc.subarray([...AUDIENCES], { minLength: 1 })),
  language: mostly(["en"], fc.subarray(["en", "bn"], { minLength: 1 })),
  stage: mostly<string[]>([], fc.subarray(["during-treatment", "after-treatment"])),
  hasPlaces: mostly(true, fc.boolean()),
  latitude: fc.double({ min: 51.3, max: 51.7, noNaN: true }),
});

const FROM = 5;
const directory = fc.uniqueArray(shape, { selector: ({ id }) => id, minLength: 1, maxLength: 40 });

function asked([first, ...others]: Shape[]) {
  const shapes = new Map([first!, ...others].map((one) => [one.id, one]));
  const found = findAlternatives(candidate(first!), first!.groups, [...shapes.values()].map(candidate), FROM * DAY);
  const read = (list: Candidate[]) => list.map(({ document }) => shapes.get(document.id)!);
  return { event: first!, others, online: read(found.online), similar: read(found.similar) };
}

const common = (a: string[], b: string[]) => a.filter((value) => b.includes(value)).length;

function suits(other: Shape, event: Shape): boolean {
  return other.hasPlaces && other.day >= FROM
    && common(other.topic, event.topic) > 0 && common(other.language, event.language) > 0
    && (other.stage.length === 0 || event.stage.length === 0 || common(other.stage, event.stage) > 0)
    && other.audience.includes(event.audience.includes("patients") ? "patients" : "carers")
    && (other.groups.length === 0 || (event.groups.length > 0 && event.groups.every((group) => other.groups.includes(group))));
}

test("an alternative has places, is to come, is for the same people, cancers and stage, and shares a topic and a language", () => {
  fc.assert(fc.property(directory, (shapes) => {
    const { event, online, similar } = asked(shapes);
    for (const other of [...online, ...similar]) assert.ok(other.id !== event.id && suits(other, event));
  }), { numRuns: 500 });
});

test("there are at most three of each, one date of a series, and something online only beside an event in person", () => {
  fc.assert(fc.property(directory, (shapes) => {
    const { event, online, similar } = asked(shapes);
    const series = [...online, ...similar].map((other) => other.series ?? other.id);
    assert.equal(new Set(series).size, series.length);
    assert.ok(online.length <= 3 && similar.length <= 3);
    assert.ok(online.every(({ format }) => format !== "in-person"));
    assert.ok(online.length === 0 || event.format === "in-person");
  }), { numRuns: 500 });
});

test("who cannot travel is not sent anywhere, and who comes to a venue finds venues among the similar ones", () => {
  fc.assert(fc.property(directory, (shapes) => {
    const { event, similar } = asked(shapes);
    if (event.format === "online" || event.format === "phone") assert.ok(similar.every(({ format }) => format !== "in-person"));
    if (event.format === "in-person") assert.ok(similar.every(({ format }) => format === "in-person" || format === "hybrid"));
  }), { numRuns: 500 });
});

test("nothing that was left out is better than what is listed for home", () => {
  fc.assert(fc.property(directory, (shapes) => {
    const { event, others, online } = asked(shapes);
    fc.pre(event.format === "in-person");
    const isSpecial = (other: Shape) => other.groups.length > 0 && event.groups.length > 0;
    const rank = (other: Shape) => [-common(other.topic, event.topic) - Number(isSpecial(other)), other.day] as const;
    const taken = new Set(online.map(({ series, id }) => series ?? id));
    const left = others.filter((other) => other.format !== "in-person" && suits(other, event) && !taken.has(other.series ?? other.id));
    if (online.length < 3) assert.deepEqual(left, []);
    const [topics, day] = rank(online.at(-1) ?? event);
    for (const other of left) {
      const [otherTopics, otherDay] = rank(other);
      assert.ok(otherTopics > topics || (otherTopics === topics && otherDay >= day));
    }
  }), { numRuns: 500 });
});

test("of venues the one comes first that is nearer and sooner, a kilometre for a day", () => {
  const at = (id: string, day: number, latitude: number) => candidate({
    id, day, latitude, series: undefined, format: "in-person", topic: ["sleep"], groups: [], audience: ["patients"], language: ["en"], stage: [], hasPlaces: true,
  });
  const event = at("event", 9, 51.5);
  const list = [event, at("far and soon", 10, 51.7), at("near and late", 25, 51.5), at("five kilometres, five days", 15, 51.545), at("next door, next week", 17, 51.5)];
  assert.deepEqual(findAlternatives(event, [], list, 0).similar.map(({ document }) => document.id), ["next door, next week", "five kilometres, five days", "near and late"]);
});

test("what is kept to a part of the directory is all of it, and what is joined from home is in every borough", () => {
  const of = (id: string, format: Shape["format"], kept: SearchDocument["values"]) => {
    const { document, series } = candidate({
      id, format, day: 10, latitude: 51.5, series: undefined, topic: ["sleep"], groups: [], audience: ["patients"], language: ["en"], stage: [], hasPlaces: true,
    });
    return { series, document: { ...document, values: { ...document.values, ...kept } } };
  };
  const event = of("event", "in-person", { alliance: ["south"], borough: ["barnet"] });
  const list = [
    event, of("same", "in-person", { alliance: ["south"], borough: ["barnet"] }), of("elsewhere", "in-person", { alliance: ["south"], borough: ["brent"] }),
    of("others", "in-person", { alliance: ["north"], borough: ["barnet"] }), of("home", "online", { alliance: ["south"] }), of("home of others", "online", { alliance: ["north"] }),
  ];
  const found = (kept: SearchDocument["values"]) => {
    const { online, similar } = findAlternatives(event, [], list, 0, kept);
    return [online, similar].map((some) => some.map(({ document }) => document.id).sort());
  };
  assert.deepEqual(found({}), [["home", "home of others"], ["elsewhere", "others", "same"]]);
  assert.deepEqual(found({ alliance: ["south"] }), [["home"], ["elsewhere", "same"]]);
  assert.deepEqual(found({ alliance: ["south", "north"], borough: ["barnet"] }), [["home", "home of others"], ["others", "same"]]);
});
