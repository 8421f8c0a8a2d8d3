import type { Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { countPlacesByMonth, NO_PLACES, type PlaceCounts } from "../counts/places.ts";
import type { Question } from "../counts/question.ts";
import { disclose, discloseOne, type Shown } from "../disclosure.ts";
import { monthsOf } from "../period.ts";
import type { Figure } from "./figure.ts";
import { counted, shownText } from "./number-words.ts";

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

const monthName = (month: string) => MONTH.format(Date.parse(`${month}-01T00:00:00Z`));

const MEASURES = [
  { key: "offered", title: "Places offered", ofPeople: false },
  { key: "taken", title: "Places taken", ofPeople: true },
  { key: "waiting", title: "Waiting", ofPeople: true },
  { key: "attended", title: "Attended", ofPeople: true },
] as const satisfies readonly { key: keyof PlaceCounts; title: string; ofPeople: boolean }[];

/** What was offered and what became of it, by the month in which the events started. */
export async function placesFigure(db: Kysely<Database>, question: Question): Promise<Figure> {
  const counts = new Map((await countPlacesByMonth(db, question)).map((count) => [count.month, count]));
  const months = monthsOf(question.period);
  const panels = MEASURES.map(({ key, title, ofPeople }) => {
    const exact = months.map((month) => (counts.get(month) ?? NO_PLACES)[key]);
    const values: Shown[] = ofPeople ? disclose(exact) : exact;
    const sum = exact.reduce((total, one) => total + one, 0);
    return { title, values, total: ofPeople ? discloseOne(sum) : sum };
  });
  const [offered, taken, waiting, attended] = panels.map(({ total }) => total);
  return {
    key: "places",
    title: "Places by month",
    says: `In the whole period ${counted(offered!, "place was", "places were")} offered and ${shownText(taken!)} taken. ${shownText(waiting!)} waited for one, and ${shownText(attended!)} attended.`,
    picture: { kind: "months", months: months.map(monthName), panels },
    table: { columns: ["Month", ...panels.map(({ title }) => title)], rows: months.map((month, index) => [monthName(month), ...panels.map(({ values }) => values[index]!)]) },
    notes: [
      "An event counts in the month in which it starts. Somebody who brings a companion counts as two.",
      "Places are offered only where there is a limit: a drop-in has none.",
      "In the picture <5 is fewer than 5, and a dash is not shown.",
    ],
  };
}
