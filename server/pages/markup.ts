import type { html } from "hono/html";

/** Finished, escaped HTML. */
export type Html = ReturnType<typeof html>;

/** What an `html` template takes as a part that may be left out. */
export type OptionalHtml = Html | undefined;

/** A web address to link to, or nothing when it is of a kind that could run a script. */
export function webHref(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  return /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}

/** `tel:` with nothing but digits and a leading plus. */
export function telHref(phone: string): string {
  return `tel:${phone.replace(/(?!^\+)[^0-9]/g, "")}`;
}

/** A list in a sentence: `Breast cancer, lung cancer and skin cancer`. */
export function inWords(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** `1 event`, `1,204 events`. */
export function eventCount(count: number): string {
  return count === 1 ? "1 event" : `${count.toLocaleString("en-GB")} events`;
}
