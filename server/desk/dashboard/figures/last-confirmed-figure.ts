import type { Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { STALE_AFTER_DAYS } from "../../../wording/staleness.ts";
import { ASK_AFTER_DAYS } from "../../events/still-right.ts";
import { countLastConfirmed, type LastConfirmedCount } from "../counts/last-confirmed.ts";
import type { Question } from "../counts/question.ts";
import type { Figure } from "./figure.ts";
import { counted, shownText } from "./number-words.ts";

const AGES = [
  { key: "fresh", label: `In the last ${ASK_AFTER_DAYS} days` },
  { key: "asked", label: `Up to ${STALE_AFTER_DAYS} days ago: organisers are asked` },
  { key: "stale", label: "Longer ago: people are told to check" },
  { key: "never", label: "Never" },
] as const satisfies readonly { key: Exclude<keyof LastConfirmedCount, "name">; label: string }[];

/** Events to come that are going stale, as of now. */
export async function lastConfirmedFigure(db: Kysely<Database>, question: Question): Promise<Figure> {
  const organisations = await countLastConfirmed(db, question);
  const totals = AGES.map(({ key, label }) => ({ label, count: organisations.reduce((sum, one) => sum + one[key], 0) }));
  const all = totals.reduce((sum, { count }) => sum + count, 0);
  const toCheck = all - totals[0]!.count;
  return {
    key: "last-confirmed",
    title: "When events to come were last confirmed",
    says: all === 0 ? "There are no events to come." : `Of ${counted(all, "event")} to come, ${counted(toCheck, "was", "were")} not confirmed in the last ${ASK_AFTER_DAYS} days.`,
    picture: { kind: "bars", bars: totals.map(({ label, count }) => ({ label, value: count, text: shownText(count) })) },
    table: {
      columns: ["Organisation", ...AGES.map(({ label }) => label)],
      rows: [...organisations.map((one) => [one.name, ...AGES.map(({ key }) => one[key])]), ["All", ...totals.map(({ count }) => count)]],
    },
    notes: ["As of today, whatever period is chosen. The organiser says on “Events” that an event is still right."],
  };
}
