import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { SampleSeries } from "./sample-series.ts";

/** What can be said of a topic at any place, to someone with cancer: how a title names it, and three sentences. */
export interface TopicWords {
  topic: string;
  name: string;
  effort: NonNullable<SampleSeries["effort"]>;
  stages: readonly string[];
  sentences: readonly [string, string, string];
}

const MOST_STAGES = ["newly-diagnosed", "during-treatment", "after-treatment"];

function readTopicWords(): TopicWords[] {
  const text = readFileSync(new URL("./topic-words.csv", import.meta.url), "utf8");
  return parse<Record<"topic" | "name" | "stages" | "one" | "two" | "three", string> & Pick<TopicWords, "effort">>(text, { columns: true })
    .map(({ topic, name, effort, stages, one, two, three }) => ({
      topic, name, effort, stages: stages === "" ? MOST_STAGES : stages.split("|"), sentences: [one, two, three],
    }));
}

export const TOPIC_WORDS: readonly TopicWords[] = readTopicWords();

/** Titles of each kind of event, around the name of its topic. */
export const TITLES: Record<NonNullable<SampleSeries["kind"]>, readonly ((name: string) => string)[]> = {
  "group-session": [
    (name) => `${name}: a talk`, (name) => `${name}: questions and answers`, (name) => `${name}: a workshop`, (name) => `${name}: a small group`,
    (name) => `${name}: an introduction`, (name) => `${name}: an hour together`, (name) => `${name}: tips and practice`,
  ],
  course: [(name) => `${name}: a course`, (name) => `${name}, week by week`],
  "one-to-one": [(name) => `${name}: one-to-one advice`, (name) => `${name}: an appointment for you`],
  "drop-in": [(name) => `${name}: drop in`, (name) => `${name}: come when you can`],
  "open-day": [(name) => `${name}: an open day`, (name) => `${name}: talks and stalls`],
};

/** How an event is held, by its kind. */
export const HELD: Record<NonNullable<SampleSeries["kind"]>, readonly string[]> = {
  "group-session": ["The group is small and friendly.", "There is time for questions at the end.", "Listen, or join in: both are fine.", "Half is a talk, and half is practice."],
  course: ["You meet the same people each time.", "Each session follows on from the last."],
  "one-to-one": ["You have a specialist to yourself.", "It is private, and you set the pace."],
  "drop-in": ["Stay for ten minutes or the whole time.", "No need to book or to explain why you came."],
  "open-day": ["Come for all of it or for one part.", "Choose the parts that suit you."],
};
