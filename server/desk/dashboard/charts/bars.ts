import type { Spec } from "vega";
import { FONT, INK } from "./draw.ts";

export interface BarRow {
  label: string;
  /** Undefined where it may not be shown. */
  value: number | undefined;
  /** The value in words. */
  text: string;
  /** The same in the period before, drawn as a thin outlined bar. */
  before?: number | undefined;
}

const WIDTH = 320;
const ROW = 46;
/** Letters of label and number that fit beside each other. */
const LETTERS = 46;

function shorten(label: string, letters: number): string {
  return label.length <= letters ? label : `${label.slice(0, letters - 1).trimEnd()}…`;
}

/** Lying bars, each under its label and number, so that they fit a telephone. */
export function barsSpec(rows: readonly BarRow[]): Spec {
  const values = rows.map(({ label, value, text, before }, row) => ({ row, label: shorten(label, LETTERS - text.length), text, value: value ?? 0, before: before ?? 0 }));
  const most = Math.max(1, ...values.flatMap(({ value, before }) => [value, before]));
  const at = (offset: number) => ({ field: "row", mult: ROW, offset });
  return {
    width: WIDTH,
    height: rows.length * ROW,
    data: [{ name: "rows", values }],
    scales: [{ name: "length", type: "linear", domain: [0, most], range: [0, WIDTH - 2] }],
    marks: [
      {
        type: "text", name: "hwbe-chart__label", from: { data: "rows" },
        encode: { enter: { x: { value: 0 }, y: at(14), text: { field: "label" }, font: { value: FONT }, fontSize: { value: 13 }, fill: { value: INK.text } } },
      },
      {
        type: "text", name: "hwbe-chart__number", from: { data: "rows" },
        encode: { enter: { x: { value: WIDTH }, align: { value: "right" }, y: at(14), text: { field: "text" }, font: { value: FONT }, fontSize: { value: 13 }, fontWeight: { value: "bold" }, fill: { value: INK.text } } },
      },
      {
        type: "rect", name: "hwbe-chart__bar", from: { data: "rows" },
        encode: { enter: { x: { value: 0 }, x2: { scale: "length", field: "value" }, y: at(19), height: { value: 12 }, fill: { value: INK.bar } } },
      },
      {
        type: "rect", name: "hwbe-chart__before", from: { data: "rows" },
        encode: { enter: { x: { value: 1 }, x2: { scale: "length", field: "before", offset: 1 }, y: at(33), height: { value: 6 }, stroke: { value: INK.quiet }, strokeWidth: { signal: "datum.before > 0 ? 1 : 0" } } },
      },
    ],
  };
}
