import type { Shown } from "../disclosure.ts";
import type { BarRow } from "../charts/bars.ts";
import type { MonthPanel } from "../charts/month-panels.ts";
import type { Tile } from "../charts/tiles.ts";

export type Cell = string | Shown;

/** The first column names the row. */
export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** What is to be drawn. `tiles` with `lanes` has headings of rows and columns. */
export type Picture =
  | { kind: "bars"; bars: readonly BarRow[] }
  | { kind: "tile-map"; tiles: readonly Tile[] }
  | { kind: "grid"; tiles: readonly Tile[]; rows: readonly string[]; columns: readonly string[] }
  | { kind: "months"; panels: readonly MonthPanel[]; months: readonly string[] };

/** One subject of the dashboard: the same numbers as a picture, as words, as a table and as a file. */
export interface Figure {
  /** Stands in the address of its file. */
  key: string;
  title: string;
  /** What the picture shows, for those who do not see it too. */
  says: string;
  picture?: Picture | undefined;
  table: FigureTable;
  /** How it is counted. */
  notes: readonly string[];
}

/** Under pictures of bars that have two periods. */
export const THIN_BARS = "The thin outlined bar is the period before.";
