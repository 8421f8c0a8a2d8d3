import type { Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import type { Question } from "../counts/question.ts";
import type { Figure } from "./figure.ts";
import { lastConfirmedFigure } from "./last-confirmed-figure.ts";
import { placesFigure } from "./places-figure.ts";
import { boroughsFigure, groupsFigure } from "./provision-figures.ts";
import { organisationsFigure, routesFigure } from "./referral-figures.ts";
import { timesFigure } from "./times-figure.ts";
import { totalsFigure } from "./totals-figure.ts";

type MakeFigure = (db: Kysely<Database>, question: Question) => Promise<Figure>;

/** By the key of each figure, in the order of the page. */
const FIGURES: Readonly<Record<string, MakeFigure>> = {
  totals: totalsFigure,
  boroughs: boroughsFigure,
  "tumour-groups": groupsFigure,
  places: placesFigure,
  times: timesFigure,
  routes: routesFigure,
  organisations: organisationsFigure,
  "last-confirmed": lastConfirmedFigure,
};

/** One organisation is not told apart by organisation. */
const isFor = (key: string, { scope }: Question) => key !== "organisations" || scope.kind !== "organisation";

export function allFigures(db: Kysely<Database>, question: Question): Promise<Figure[]> {
  return Promise.all(Object.entries(FIGURES).filter(([key]) => isFor(key, question)).map(([, make]) => make(db, question)));
}

/** Undefined when there is no such figure for whom it is asked. */
export async function oneFigure(db: Kysely<Database>, key: string, question: Question): Promise<Figure | undefined> {
  return Object.hasOwn(FIGURES, key) && isFor(key, question) ? FIGURES[key]!(db, question) : undefined;
}
