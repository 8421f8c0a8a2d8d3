/** Spreadsheets take a text that starts so for a formula (OWASP, "CSV injection"), full-width signs too. An apostrophe in front makes it text. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows of cells as CSV (RFC 4180) that no spreadsheet computes, with the mark by which Excel knows UTF-8. */
export function spreadsheetCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;
}
