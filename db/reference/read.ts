import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

type Cell = string | number | boolean | string[] | null;

const NUMBERS = new Set(["position", "latitude", "longitude", "tile_row", "tile_column"]);
const LISTS = new Set(["synonyms", "misspellings"]);
const FACTS = new Set(["step_free", "hearing_loop", "accessible_toilet", "station_step_free"]);

function cell(column: string, text: string): Cell {
  if (LISTS.has(column)) return text === "" ? [] : text.split("|");
  if (text === "") return null;
  if (NUMBERS.has(column)) return Number(text);
  return FACTS.has(column) ? text === "yes" : text;
}

/** The rows of a CSV file beside this one. An empty field is null ("not known"); lists are parted by `|`. */
export function readReferenceFile(name: string): Record<string, Cell>[] {
  const text = readFileSync(new URL(`./${name}.csv`, import.meta.url), "utf8");
  const rows = parse<Record<string, string>>(text, { columns: true });
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, cell(column, value)])));
}
