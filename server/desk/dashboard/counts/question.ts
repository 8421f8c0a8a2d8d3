import { sql, type RawBuilder } from "kysely";
import { boundsOf, type Days, type Period } from "../period.ts";
import type { Scope } from "../scope.ts";

/** What figures are asked for: whose, when, and the moment at which it is asked, in milliseconds. */
export interface Question {
  scope: Scope;
  period: Period;
  now: number;
}

/** Whether an instant lies within days in London. `column`: an expression of this code, never of a reader. */
export function within(column: string, days: Days): RawBuilder<boolean> {
  const { start, end } = boundsOf(days);
  return sql`(${sql.raw(column)} >= ${start} and ${sql.raw(column)} < ${end})`;
}

/** Whether an instant lies within the period or the one before. */
export function withinBoth(column: string, { before, to }: Period): RawBuilder<boolean> {
  return within(column, { from: before.from, to });
}
