import type { Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { countByOrganisation, countByRoute, type ReferralCount } from "../counts/referrals.ts";
import type { Question } from "../counts/question.ts";
import { disclose, isWithheld, type Shown } from "../disclosure.ts";
import { THIN_BARS, type Figure, type FigureTable, type Picture } from "./figure.ts";
import { shownText, someOf } from "./number-words.ts";

const ROUTES = [
  { name: "patient", label: "Patients for themselves" },
  { name: "carer", label: "Carers" },
  { name: "professional", label: "Professionals on our page" },
  { name: "system", label: "Systems with an API key" },
];

const MOST_BARS = 15;

interface ShownCount {
  label: string;
  now: Shown;
  before: Shown;
}

function show(counts: readonly (Omit<ReferralCount, "name"> & { label: string })[]): ShownCount[] {
  const now = disclose(counts.map(({ referrals }) => referrals));
  const before = disclose(counts.map((count) => count.before));
  return counts.map(({ label }, index) => ({ label, now: now[index]!, before: before[index]! }));
}

const number = (count: Shown) => (typeof count === "number" ? count : undefined);

function picture(counts: readonly ShownCount[]): Picture {
  return { kind: "bars", bars: counts.slice(0, MOST_BARS).map(({ label, now, before }) => ({ label, value: number(now), text: shownText(now), before: number(before) })) };
}

function table(name: string, counts: readonly ShownCount[]): FigureTable {
  return { columns: [name, "Referrals", "Period before"], rows: counts.map(({ label, now, before }) => [label, now, before]) };
}

export async function routesFigure(db: Kysely<Database>, question: Question): Promise<Figure> {
  const found = new Map((await countByRoute(db, question)).map((count) => [count.name, count]));
  const shown = show(ROUTES.map(({ name, label }) => ({ label, referrals: found.get(name)?.referrals ?? 0, before: found.get(name)?.before ?? 0 })));
  return {
    key: "routes",
    title: "Referrals by route",
    says: `Who asked for a place: ${shown.map(({ label, now }) => `${label}: ${shownText(now)}`).join(". ")}.`,
    picture: picture(shown),
    table: table("Route", shown),
    notes: [THIN_BARS, "By the day on which a referral came, whatever became of it since."],
  };
}

function whoMost(shown: readonly ShownCount[], what: string): string {
  const most = shown.filter(({ now }) => typeof now === "number" && now > 0).slice(0, 3).map(({ label, now }) => `${label} (${shownText(now)})`);
  return most.length === 0 ? "There are too few referrals to tell them apart." : `Most referrals by ${what}: ${someOf(most)}.`;
}

/** Who runs the events that people are referred to. When even how many there are would tell too much, no row is given. */
export async function organisationsFigure(db: Kysely<Database>, question: Question): Promise<Figure> {
  const what = question.scope.tellsOrganisations ? "organisation" : "alliance";
  const counts = show((await countByOrganisation(db, question)).map(({ name, ...count }) => ({ label: name, ...count })));
  const told = isWithheld(counts.map(({ now }) => now)) || isWithheld(counts.map(({ before }) => before)) ? [] : counts;
  const rest = told.length - MOST_BARS;
  return {
    key: "organisations",
    title: `Referrals by ${what}`,
    says: whoMost(told, what),
    picture: told.length > 0 ? picture(told) : undefined,
    table: table(what === "organisation" ? "Organisation" : "Alliance", told),
    notes: [
      THIN_BARS,
      `By who runs the event. One with no referral in this period or the one before is left out.${rest > 0 ? ` The picture has the ${MOST_BARS} with the most, the table has all.` : ""}`,
    ],
  };
}
