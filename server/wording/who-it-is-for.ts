import type { EventSummary } from "../contract/event.ts";

/** `MDS` keeps its capitals. */
const inSentence = ({ label }: { label: string }) => label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
/** A name may hold a comma of its own. */
const either = (terms: EventSummary["stages"]) => terms.map(inSentence).join("; ").replace(/; ([^;]*)$/, " or $1").replaceAll(";", ",");

/** `people with breast cancer`, `children with cancer`. */
function people(groups: EventSummary["tumourGroups"]): string {
  const cancers = groups.length > 3 ? `one of ${groups.length} types of cancer` : either(groups);
  return `people with ${cancers || "any cancer"}`.replace(/^people with cancer in (.*)/, "$1 with cancer");
}

/**
 * For whom an event is, in one plain line: `For people with breast cancer: after treatment. Carers welcome.` Of more than two stages none is
 * named.
 */
export function whoItIsFor({ audience, tumourGroups, stages }: Pick<EventSummary, "audience" | "tumourGroups" | "stages">): string {
  const at = stages.length > 2 ? "" : either(stages);
  const who = `${people(tumourGroups)}${at && `: ${at}`}.`;
  if (!audience.includes("patients")) return `For those who look after ${who}`;
  return `For ${who}${audience.length > 1 ? " Carers welcome." : ""}`;
}

/** `Seated, with breaks`; undefined where nothing is known. */
export function howTiring({ effort, breaks }: Pick<EventSummary, "effort" | "breaks">): string | undefined {
  if (!effort) return breaks ? "With breaks" : undefined;
  return effort[0]!.toUpperCase() + effort.slice(1).replace("-", " ") + (breaks ? ", with breaks" : "");
}
