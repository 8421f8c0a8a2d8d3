import type { Column, Header } from "./columns.ts";
import type { CsvRecord } from "./csv-records.ts";
import { readDate, readTime, type ClockTime } from "./dates-and-times.ts";
import type { Names } from "./names.ts";

/** Why a row was left out: the line of the file on which the row starts, the column, and the reason in plain words. */
export interface RowProblem {
  line: number;
  column: Column;
  reason: string;
}

/** NUL cannot be stored, and other control characters break calendars and pages. */
const CONTROL = /(?![\n\t])\p{Cc}/u;
const YES = new Set(["yes", "y", "true", "1"]);
const NO = new Set(["no", "n", "false", "0"]);
const MAX_CAPACITY = 100_000;
const SHOWN = 60;
/** More than anybody puts right in one row. A cell may hold a thousand wrong words, and a file five thousand rows. */
const MOST_PROBLEMS = 20;

const characters = (text: string) => Array.from(text).length;
const shown = (text: string) => (characters(text) > SHOWN ? `${Array.from(text).slice(0, SHOWN).join("")}…` : text);

/**
 * The cells of one row. Each method reads one column: it gives the value, null for an empty cell, or undefined after noting
 * the problem, so that all problems of a row, up to 20, are told at once.
 */
export class Cells {
  readonly problems: RowProblem[] = [];
  readonly #record: CsvRecord;
  readonly #header: Header;

  constructor(record: CsvRecord, header: Header) {
    this.#record = record;
    this.#header = header;
  }

  /** Notes a problem. Gives undefined, which stands for a value that could not be read. */
  refuse(column: Column, reason: string): undefined {
    if (!this.#isFull) this.problems.push({ line: this.#record.line, column, reason });
    return undefined;
  }

  get #isFull(): boolean {
    return this.problems.length >= MOST_PROBLEMS;
  }

  /** Text of several lines, or null. A column that the file does not have is empty. */
  text(column: Column, longest: number): string | null | undefined {
    const place = this.#header.places.get(column);
    const text = (place === undefined ? undefined : this.#record.cells[place])?.trim() ?? "";
    if (CONTROL.test(text)) return this.refuse(column, "holds a character that cannot be shown: type the text again");
    if (characters(text) > longest) return this.refuse(column, `is longer than ${longest} characters`);
    return text === "" ? null : text;
  }

  /** Text of one line, or null. */
  line(column: Column, longest: number): string | null | undefined {
    const text = this.text(column, longest);
    return text && text.replace(/\s+/g, " ");
  }

  /** A value that must be there. */
  required<Value>(column: Column, value: Value | null | undefined): Value | undefined {
    return value === null ? this.refuse(column, "is empty") : value;
  }

  #parsed<Value>(column: Column, parse: (text: string) => Value | undefined, advice: string): Value | null | undefined {
    const text = this.line(column, 200);
    if (text === null || text === undefined) return text;
    return parse(text) ?? this.refuse(column, `"${shown(text)}" ${advice}`);
  }

  /** One of the given words; case and hyphens do not matter. */
  choice<Value extends string>(column: Column, values: readonly Value[]): Value | null | undefined {
    const find = (text: string) => values.find((value) => value === text.toLowerCase().replace(/[\s_-]+/g, "-"));
    return this.#parsed(column, find, `is not one of: ${values.join(", ")}`);
  }

  yesNo(column: Column): boolean | null | undefined {
    const find = (text: string) => (YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : undefined);
    return this.#parsed(column, find, "is neither yes nor no");
  }

  date(column: Column): string | null | undefined {
    return this.#parsed(column, readDate, "is not a date such as 2026-12-03 or 03/12/2026");
  }

  time(column: Column): ClockTime | null | undefined {
    return this.#parsed(column, readTime, "is not a time such as 14:00 or 2pm");
  }

  /** People, as a whole number. */
  capacity(column: Column): number | null | undefined {
    const find = (text: string) => (/^\d{1,6}$/.test(text) && Number(text) <= MAX_CAPACITY ? Number(text) : undefined);
    return this.#parsed(column, find, `is not a whole number from 0 to ${MAX_CAPACITY}`);
  }

  /** An absolute address that starts with https:// */
  link(column: Column): string | null | undefined {
    const find = (text: string) => (/^https:\/\/\S+$/.test(text) && URL.canParse(text) ? text : undefined);
    return this.#parsed(column, find, "is not an address that starts with https://");
  }

  /** The items of a cell between "|" or ";", each once. */
  list(column: Column): string[] | undefined {
    const text = this.line(column, 2000);
    if (text === undefined) return undefined;
    const items = (text ?? "").split(/[|;]/).map((item) => item.trim());
    return [...new Set(items.filter((item) => item !== ""))];
  }

  /** Each item of a list through a reader that notes its own problems; undefined when one of them could not be read. */
  each<Value>(column: Column, read: (item: string) => Value | undefined): Value[] | undefined {
    const values = this.list(column)?.map((item) => (this.#isFull ? undefined : read(item)));
    return values?.every((value) => value !== undefined) ? [...new Set(values)] : undefined;
  }

  choices<Value extends string>(column: Column, values: readonly Value[]): Value[] | undefined {
    const chosen = this.each(column, (item) =>
      values.find((value) => value === item.toLowerCase()) ?? this.refuse(column, `"${shown(item)}" is not one of: ${values.join(", ")}`));
    if (chosen?.length === 0) return this.refuse(column, "is empty");
    return chosen && values.filter((value) => chosen.includes(value));
  }

  /** The slug of the one thing that a text names. `what` is its kind, in words. */
  named(column: Column, text: string, names: Names, what: string): string | undefined {
    const [slug, ...others] = names.find(text);
    if (slug === undefined) return this.refuse(column, `there is no ${what} called "${shown(text)}"`);
    if (others.length > 0) return this.refuse(column, `more than one ${what} is called "${shown(text)}": use one of ${[slug, ...others].join(", ")}`);
    return slug;
  }

  /** The slugs of the things that a list names, sorted. */
  allNamed(column: Column, names: Names, what: string): string[] | undefined {
    return this.each(column, (item) => this.named(column, item, names, what))?.sort();
  }
}
