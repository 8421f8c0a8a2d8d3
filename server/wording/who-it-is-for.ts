import type { EventSummary } from "../contract/event.ts";

export type ForWhom = Pick<EventSummary, "audience" | "tumourGroups" | "stages">;
export type Tiring = Pick<EventSummary, "effort" | "breaks">;

/** Stages whose name does not go on after "people with breast cancer, …". */
const STAGES: Partial<Record<string, string>> = {
  "newly-diagnosed": "who have just found out",
  "after-treatment": "who have had treatment",
  "long-term-follow-up": "in long-term follow-up",
  "palliative-care": "in palliative or hospice care",
};
const EFFORTS = { seated: "Seated", "some-standing": "Some standing", "gentle-activity": "Gentle activity" };

/** `MDS` keeps its capitals. */
const inSentence = (label: string) => label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
const either = (words: readonly string[]) => [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" or ");

/** `people with breast cancer`, `children with cancer`. */
function people(groups: ForWhom["tumourGroups"]): string {
  const young = groups.flatMap(({ label }) => /^Cancer in (.+)/.exec(label)?.[1] ?? []);
  const cancers = groups.map(({ label }) => inSentence(label)).filter((label) => !label.startsWith("cancer in "));
  const many = cancers.length > 3 ? `one of ${cancers.length} types of cancer` : either(cancers);
  const ofAnyAge = many || young.length === 0 ? [`people with ${many || "any cancer"}`] : [];
  return either([...ofAnyAge, ...young.map((who) => `${who} with cancer`)]);
}

/**
 * For whom an event is, in one plain line: `For people with breast cancer, who have had treatment. Carers welcome.` Of more than two stages none
 * is named.
 */
export function whoItIsFor({ audience, tumourGroups, stages }: ForWhom): string {
  const at = stages.length > 2 ? "" : either(stages.map(({ slug, label }) => STAGES[slug] ?? inSentence(label)));
  const who = `${people(tumourGroups)}${at && `, ${at}`}`;
  if (!audience.includes("patients")) return `For those who look after ${who}.`;
  return `For ${who}.${audience.length > 1 ? " Carers welcome." : ""}`;
}

/** `Seated, with breaks`; empty where nothing is known. */
export function howTiring({ effort, breaks }: Tiring): string {
  const words = effort ? EFFORTS[effort] : "";
  return breaks ? (words && `${words}, with breaks`) || "With breaks" : words;
}
