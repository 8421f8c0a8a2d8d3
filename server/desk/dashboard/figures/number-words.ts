import { inWords } from "../../../pages/markup.ts";
import type { Shown } from "../disclosure.ts";

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];

/** `1,204`, or the words that stand for a small number. */
export function shownText(count: Shown): string {
  return typeof count === "number" ? count.toLocaleString("en-GB") : count;
}

/** `1 event`, `0 events`, `1,204 events`, `fewer than 5 referrals`. */
export function counted(count: Shown, one: string, many = `${one}s`): string {
  return `${shownText(count)} ${count === 1 ? one : many}`;
}

/** `20 minutes`, `5 hours`, `2 days 3 hours`: two units at most, rounded to the smaller. */
export function duration(seconds: number): string {
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 60) return counted(minutes, "minute");
  const hours = Math.round(seconds / HOUR);
  if (hours < 24) return counted(hours, "hour");
  const [days, rest] = [Math.floor(hours / (DAY / HOUR)), hours % (DAY / HOUR)];
  return rest === 0 ? counted(days, "day") : `${counted(days, "day")} ${counted(rest, "hour")}`;
}

const MOST_NAMES = 8;

/** A list in a sentence, cut to eight: `Barnet, Brent and 9 others`. */
export function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return rest > 1 ? inWords([...names.slice(0, MOST_NAMES), `${rest} others`]) : inWords(names);
}
