import type { Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { countTotals, type Totals } from "../counts/places.ts";
import type { Question } from "../counts/question.ts";
import { discloseOne, type Shown } from "../disclosure.ts";
import type { Figure } from "./figure.ts";
import { counted, shownText } from "./number-words.ts";

const MEASURES = [
  { key: "events", label: "Events", ofPeople: false },
  { key: "offered", label: "Places offered", ofPeople: false },
  { key: "taken", label: "Places taken", ofPeople: true },
  { key: "waiting", label: "Waiting", ofPeople: true },
  { key: "attended", label: "Attended", ofPeople: true },
  { key: "referrals", label: "Referrals", ofPeople: true },
] as const satisfies readonly { key: keyof Totals; label: string; ofPeople: boolean }[];

/** This period against the one before, in single numbers. */
export async function totalsFigure(db: Kysely<Database>, question: Question): Promise<Figure> {
  const [now, before] = await Promise.all([countTotals(db, question, question.period), countTotals(db, question, question.period.before)]);
  const rows = MEASURES.map(({ key, label, ofPeople }): [string, Shown, Shown] => {
    const shown = ofPeople ? discloseOne : (count: number) => count;
    return [label, shown(now[key]), shown(before[key])];
  });
  const [events, referrals] = [rows[0]!, rows.at(-1)!];
  return {
    key: "totals",
    title: "This period and the one before",
    says: `${counted(events[1], "event")} (before: ${shownText(events[2])}) and ${counted(referrals[1], "referral")} (before: ${shownText(referrals[2])}).`,
    table: { columns: ["What", "This period", "Period before"], rows },
    notes: [],
  };
}
