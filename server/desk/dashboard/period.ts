import { readDate } from "../../imports/dates-and-times.ts";
import type { FieldError, Reading } from "../../pages/fields/filled.ts";
import { longDate } from "../../wording/dates.ts";
import { addDays, londonInstant } from "../../wording/london-time.ts";

/** Days in London, `2026-03-03`, the last one included. */
export interface Days {
  from: string;
  to: string;
}

export const PERIOD_CHOICES = ["month", "quarter", "year", "dates"] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];

export interface Period extends Days {
  choice: PeriodChoice;
  /** As long, and just before. */
  before: Days;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const MOST_DAYS = 3 * 366;
const DAY_MS = 86_400_000;

const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);

/** The first day of the month that lies so many months after that of `date`. */
function monthStart(date: string, months: number): string {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

function wholeMonths(date: string, count: number): Days {
  return { from: monthStart(date, 1 - count), to: addDays(monthStart(date, 1), -1) };
}

function monthsUntil(today: string, choice: keyof typeof MONTHS): Period {
  const count = MONTHS[choice];
  return { choice, ...wholeMonths(today, count), before: wholeMonths(monthStart(today, -count), count) };
}

const lengthOf = ({ from, to }: Days) => Math.round((noon(to) - noon(from)) / DAY_MS) + 1;

function readDay(form: URLSearchParams, field: "from" | "to", errors: FieldError[]): string {
  const typed = form.get(field)?.trim() ?? "";
  const date = readDate(typed);
  if (date === undefined) errors.push({ field, message: typed === "" ? `Enter the ${field === "from" ? "first" : "last"} day` : "Enter a real date, like 3/3/2026" });
  return date ?? "";
}

function readDays(form: URLSearchParams): Reading<Period> {
  const errors: FieldError[] = [];
  const days = { from: readDay(form, "from", errors), to: readDay(form, "to", errors) };
  if (errors.length > 0) return { errors };
  const length = lengthOf(days);
  if (length < 1) return { errors: [{ field: "to", message: "The last day must not be before the first" }] };
  if (length > MOST_DAYS) return { errors: [{ field: "to", message: "Choose at most 3 years" }] };
  return { value: { choice: "dates", ...days, before: { from: addDays(days.from, -length), to: addDays(days.from, -1) } } };
}

/** The period that a form asks for, for a day in London. Without a choice: 12 months, this one the last. */
export function readPeriod(form: URLSearchParams, today: string): Reading<Period> {
  const choice = PERIOD_CHOICES.find((one) => one === form.get("period")) ?? "year";
  return choice === "dates" ? readDays(form) : { value: monthsUntil(today, choice) };
}

/** The first instant of the days, and the first after them. */
export function boundsOf({ from, to }: Days): { start: Date; end: Date } {
  return { start: new Date(londonInstant(from)), end: new Date(londonInstant(addDays(to, 1))) };
}

/** The months that the days touch, `2026-03`, in order. */
export function monthsOf({ from, to }: Days): string[] {
  const months: string[] = [];
  for (let first = monthStart(from, 0); first <= to; first = monthStart(first, 1)) months.push(first.slice(0, 7));
  return months;
}

/** `Sunday 1 March 2026 to Tuesday 31 March 2026`. */
export function daysInWords({ from, to }: Days): string {
  return `${longDate(noon(from))} to ${longDate(noon(to))}`;
}
