import type { FigureTable } from "./figures/figure.ts";

/** Spreadsheets take a text that starts so for a formula (OWASP, "CSV injection"). An apostrophe in front makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell by RFC 4180. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV (RFC 4180), with the mark by which Excel knows UTF-8. */
export function toCsv({ columns, rows }: FigureTable): string {
  return `\uFEFF${[columns, ...rows].map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`;
}
