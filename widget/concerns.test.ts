import fc from "fast-check";
import { CONCERN_GROUPS, concernsOf, stillChosen, topicsOf, topicsOffered, withConcerns, type Concern } from "./concerns.ts";
import { englishClinician } from "./languages/english-clinician.ts";
import { equal, ok, same } from "./testing/assert.ts";

const ALL = CONCERN_GROUPS.flatMap(concernsOf);
const someConcerns = fc.uniqueArray(fc.constantFrom(...ALL), { maxLength: 6 });

async function topicsOfDirectory(): Promise<string[]> {
  const table = await (await fetch(new URL("../db/reference/topics.csv", import.meta.url))).text();
  return [...table.matchAll(/^\d+,([a-z-]+),/gm)].map(([, slug]) => slug ?? "");
}

describe("The concerns of an assessment", () => {
  it("lead each to a topic that the directory has, and reach every topic together", async () => {
    const topics = await topicsOfDirectory();
    ok(topics.length > 30);
    for (const concern of ALL) ok(topicsOf(concern).length > 0, concern);
    same([...new Set(ALL.flatMap(topicsOf))].toSorted(), topics.toSorted());
  });

  it("have each one place and one name", () => {
    equal(new Set(ALL).size, ALL.length);
    equal(new Set(ALL.map((concern) => englishClinician.concerns.labels[concern])).size, ALL.length);
  });

  it("narrow a list by topics, and leave it as it was when they are taken back", () => {
    const offered = new Set(ALL.flatMap(topicsOf));
    fc.assert(fc.property(someConcerns, fc.boolean(), (concerns, hasOther) => {
      const before = hasOther ? { borough: ["camden"], topic: ["own-topic"] } : {};
      const narrowed = withConcerns(before, [], concerns, offered);
      same([...(narrowed.topic ?? [])].toSorted(), [...new Set([...(before.topic ?? []), ...concerns.flatMap(topicsOf)])].toSorted());
      same(stillChosen(concerns, narrowed), concerns);
      same(withConcerns(narrowed, concerns, [], offered), before);
    }));
  });

  it("never widen what the host page set, nor ask for what the directory does not have", () => {
    const facets = { topic: ["sleep", "fatigue", "work"].map((value) => ({ value, label: value, count: 1 })) };
    const offered = topicsOffered(facets, { topic: ["sleep", "stoma"] });
    same([...offered], ["sleep"]);
    same(withConcerns({}, [], ["tiredness", "sleeping", "stoma"], offered), { topic: ["sleep"] });
  });

  it("are no longer chosen when a person removes all of their topics", () => {
    const chosen: Concern[] = ["sleeping", "stoma"];
    same(stillChosen(chosen, { topic: ["sleep"] }), ["sleeping"]);
    same(stillChosen(chosen, {}), []);
  });
});
