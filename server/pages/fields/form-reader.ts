import { readDate, readTime } from "../../imports/dates-and-times.ts";
import type { FieldError } from "./filled.ts";

/** NUL cannot be stored, and other control characters break calendars and pages. */
const CONTROL = /(?![\n\t])\p{Cc}/u;
const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** `3 March 2027` and `3 mar 2027` too, as people write dates. */
function readWrittenDate(text: string): string | undefined {
  const [, day, word, year] = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}),? (\d{4})$/i.exec(text) ?? [];
  if (day === undefined || word === undefined || year === undefined) return readDate(text);
  const month = MONTHS.findIndex((name) => name.startsWith(word.toLowerCase())) + 1;
  return month === 0 ? undefined : readDate(`${year}-${month}-${day}`);
}

/**
 * Reads the fields of a form. Each method gives the value, null for an empty field, or undefined after noting what is wrong, so
 * that all errors are told at once.
 */
export class FormReader {
  readonly errors: FieldError[] = [];
  readonly #form: URLSearchParams;

  constructor(form: URLSearchParams) {
    this.#form = form;
  }

  /** Notes what is wrong. Gives undefined, which stands for a value that could not be read. */
  refuse(field: string, message: string): undefined {
    this.errors.push({ field, message });
    return undefined;
  }

  /** Several lines, or null. `what` names the field within a sentence. */
  text(field: string, what: string, longest: number): string | null | undefined {
    const text = (this.#form.get(field) ?? "").replace(/\r\n?/g, "\n").trim();
    if (CONTROL.test(text) || !text.isWellFormed()) return this.refuse(field, `Type ${what} again: it holds a character that cannot be shown`);
    if (Array.from(text).length > longest) return this.refuse(field, `Make ${what} ${longest.toLocaleString("en-GB")} characters or fewer`);
    return text === "" ? null : text;
  }

  /** One line, or null. */
  line(field: string, what: string, longest: number): string | null | undefined {
    const text = this.text(field, what, longest);
    return text && text.replace(/\s+/g, " ");
  }

  required<Value>(field: string, value: Value | null | undefined, message: string): Value | undefined {
    return value === null ? this.refuse(field, message) : value;
  }

  #parsed<Value>(field: string, parse: (text: string) => Value | undefined, message: string): Value | null | undefined {
    const text = (this.#form.get(field) ?? "").replace(/\s+/g, " ").trim();
    if (text === "") return null;
    return parse(text) ?? this.refuse(field, message);
  }

  date(field: string): string | null | undefined {
    return this.#parsed(field, readWrittenDate, "Enter a real date, like 3/3/2027 or 3 March 2027");
  }

  /** The days of several lines, each once, in order. */
  dates(field: string): string[] | null | undefined {
    return this.#parsed(field, (text) => {
      const days = text.split(/[\s,;]*[\n,;][\s,;]*| (?=\d{1,2}\/\d)/).filter(Boolean).map(readWrittenDate);
      return days.every((day) => day !== undefined) ? [...new Set(days)].sort() : undefined;
    }, "Enter real dates with a comma between them, like 3/3/2027, 17/3/2027");
  }

  /** Minutes since midnight. */
  time(field: string): number | null | undefined {
    return this.#parsed(field, readTime, "Enter a time like 2pm, 2.30pm or 14:30");
  }

  /** A whole number from `least` to `most`. */
  count(field: string, what: string, { least, most }: { least: number; most: number }): number | null | undefined {
    const find = (text: string) => (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined);
    return this.#parsed(field, find, `Enter ${what} as a whole number from ${least} to ${most.toLocaleString("en-GB")}`);
  }

  /** An absolute address that starts with https:// */
  link(field: string): string | null | undefined {
    const find = (text: string) => (/^https:\/\/\S{1,1990}$/.test(text) && URL.canParse(text) ? text : undefined);
    return this.#parsed(field, find, "Enter a web address that starts with https://");
  }

  email(field: string): string | null | undefined {
    const find = (text: string) => (text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : undefined);
    return this.#parsed(field, find, "Enter an email address in the correct format, like name@example.com");
  }

  /** One of the values, or null. */
  one<Value extends string>(field: string, values: readonly Value[]): Value | null {
    return values.find((value) => value === this.#form.get(field)) ?? null;
  }

  /** Those of the values that are chosen, in the order of the values. */
  many<Value extends string>(field: string, values: readonly Value[]): Value[] {
    const chosen = new Set(this.#form.getAll(field));
    return values.filter((value) => chosen.has(value));
  }

  isTicked(field: string): boolean {
    return this.#form.get(field) === "yes";
  }
}
