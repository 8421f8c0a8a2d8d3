import type { Mark, Spec } from "vega";
import { FONT, INK } from "./draw.ts";

export interface Tile {
  row: number;
  column: number;
  /** Over the number; may be empty. */
  label: string;
  count: number;
}

/** From few to many. The letters on each keep a contrast of at least 4.5 (WCAG 2.2 criterion 1.4.3). */
const SHADES = [
  { fill: "#d9e8f6", ink: INK.text },
  { fill: "#a6cbeb", ink: INK.text },
  { fill: "#2f7cc4", ink: "#ffffff" },
  { fill: "#003d78", ink: "#ffffff" },
] as const;

/** By the root of the share of the largest, so that one that stands out leaves shades for the others. */
function shadeOf(count: number, most: number) {
  return SHADES[Math.min(SHADES.length - 1, Math.floor(Math.sqrt(count / most) * SHADES.length))]!;
}

interface Grid {
  left: number;
  top: number;
  width: number;
  height: number;
}

function tileMarks({ left, top, width, height }: Grid): Mark[] {
  const x = (offset: number) => ({ field: "column", mult: width, offset: left + offset });
  const y = (offset: number) => ({ field: "row", mult: height, offset: top + offset });
  const box = { x: x(1), y: y(1), width: { value: width - 2 }, height: { value: height - 2 } };
  const text = { x: x(width / 2), align: { value: "center" }, baseline: { value: "middle" }, font: { value: FONT }, fill: { field: "ink" } } as const;
  return [
    { type: "rect", name: "hwbe-chart__tile", from: { data: "some" }, encode: { enter: { ...box, fill: { field: "fill" } } } },
    { type: "rect", name: "hwbe-chart__none", from: { data: "none" }, encode: { enter: { ...box, stroke: { value: INK.line }, strokeDash: { value: [3, 2] } } } },
    { type: "text", name: "hwbe-chart__label", from: { data: "tiles" }, encode: { enter: { ...text, y: y(height * 0.3), text: { field: "label" }, fontSize: { value: 11 } } } },
    {
      type: "text", name: "hwbe-chart__number", from: { data: "tiles" },
      encode: { enter: { ...text, y: { field: "row", mult: height, offset: { field: "middle" } }, text: { field: "text" }, fontSize: { value: 13 }, fontWeight: { field: "weight" } } },
    },
  ];
}

function tileData(tiles: readonly Tile[], { top, height }: Grid) {
  const most = Math.max(1, ...tiles.map(({ count }) => count));
  const values = tiles.map((tile) => {
    const { fill, ink } = tile.count === 0 ? { fill: null, ink: INK.quiet } : shadeOf(tile.count, most);
    return { ...tile, fill, ink, text: tile.count.toLocaleString("en-GB"), weight: tile.count === 0 ? "normal" : "bold", middle: top + height * (tile.label === "" ? 0.52 : 0.7) };
  });
  return [
    { name: "tiles", values },
    { name: "some", source: "tiles", transform: [{ type: "filter" as const, expr: "datum.count > 0" }] },
    { name: "none", source: "tiles", transform: [{ type: "filter" as const, expr: "datum.count === 0" }] },
  ];
}

const MAP = { tile: 40, columns: 8 };

/** Tiles where they lie on a map. A part of the map begins at its own corner, and is drawn as large as the whole. */
export function tileMapSpec(tiles: readonly Tile[]): Spec {
  const [firstRow, firstColumn] = [Math.min(...tiles.map(({ row }) => row)), Math.min(...tiles.map(({ column }) => column))];
  const moved = tiles.map((tile) => ({ ...tile, row: tile.row - firstRow, column: tile.column - firstColumn }));
  const grid = { left: 0, top: 0, width: MAP.tile, height: MAP.tile };
  const rows = 1 + Math.max(...moved.map(({ row }) => row));
  return { width: MAP.columns * MAP.tile, height: rows * MAP.tile, data: tileData(moved, grid), marks: tileMarks(grid) };
}

const GRID = { left: 200, top: 150, width: 44, height: 28 };
const HEADING_LETTERS = 22;

/** A heading in as many lines as it needs. */
function lines(text: string): string[] {
  return text.split(" ").reduce<string[]>((done, word) => {
    const last = done.at(-1);
    return last !== undefined && `${last} ${word}`.length <= HEADING_LETTERS ? [...done.slice(0, -1), `${last} ${word}`] : [...done, word];
  }, []);
}

function headingMarks(): Mark[] {
  const letters = { font: { value: FONT }, fontSize: { value: 12 }, fill: { value: INK.text }, baseline: { value: "middle" } } as const;
  return [
    {
      type: "text", name: "hwbe-chart__rows", from: { data: "rows" },
      encode: { enter: { ...letters, x: { value: GRID.left - 8 }, align: { value: "right" }, y: { field: "at", mult: GRID.height, offset: GRID.top + GRID.height / 2 }, text: { field: "text" } } },
    },
    {
      type: "text", name: "hwbe-chart__columns", from: { data: "columns" },
      encode: {
        enter: {
          ...letters, x: { field: "at", mult: GRID.width, offset: GRID.left + GRID.width / 2 }, dy: { field: "back" }, y: { value: GRID.top - 6 }, angle: { value: -90 }, lineHeight: { value: 14 },
          text: { field: "text" },
        },
      },
    },
  ];
}

/** Tiles under headings of columns and beside those of rows. */
export function gridSpec(tiles: readonly Tile[], rows: readonly string[], columns: readonly string[]): Spec {
  const headings = (texts: readonly string[]) => texts.map((text, at) => ({ at, text }));
  const upright = columns.map((text, at) => ({ at, text: lines(text), back: -7 * (lines(text).length - 1) }));
  return {
    width: GRID.left + columns.length * GRID.width,
    height: GRID.top + rows.length * GRID.height,
    data: [...tileData(tiles, GRID), { name: "rows", values: headings(rows) }, { name: "columns", values: upright }],
    marks: [...headingMarks(), ...tileMarks(GRID)],
  };
}
