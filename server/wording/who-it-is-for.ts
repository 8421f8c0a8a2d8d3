import type { EventSummary } from "../contract/event.ts";

const NAMES_CARERS = /carer|famil|friend|look after|supporting/i;

/** `Carers welcome`, where an event is for them too and the organiser's own line does not say so; else empty. */
export function carersWelcome({ audience, forWhom }: Pick<EventSummary, "audience" | "forWhom">): string {
  return audience.includes("carers") && audience.length > 1 && !NAMES_CARERS.test(forWhom) ? "Carers welcome" : "";
}

/** `Seated, with breaks`; undefined where nothing is known. */
export function howTiring({ effort, breaks }: Pick<EventSummary, "effort" | "breaks">): string | undefined {
  if (!effort) return breaks ? "With breaks" : undefined;
  return effort[0]!.toUpperCase() + effort.slice(1).replace("-", " ") + (breaks ? ", with breaks" : "");
}
