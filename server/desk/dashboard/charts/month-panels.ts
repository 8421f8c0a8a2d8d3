import type { Spec } from "vega";
import type { Shown } from "../disclosure.ts";
import { FONT, INK } from "./draw.ts";

/** One measure over all months. */
export interface MonthPanel {
  title: string;
  values: readonly Shown[];
}

const WIDTH = 640;
const PANEL = 96;
const MOST_NUMBERS = 14;
const FEW_SIGN = "<5";
const WITHHELD_SIGN = "–";

function sign(value: Shown): string {
  if (typeof value === "number") return value.toLocaleString("en-GB");
  return value === "fewer than 5" ? FEW_SIGN : WITHHELD_SIGN;
}

/** `March 2026` as `Mar`, with the year where it begins. */
function monthLines(name: string, index: number): string[] {
  const [month = "", year = ""] = name.split(" ");
  return index === 0 || month === "January" ? [month.slice(0, 3), year] : [month.slice(0, 3)];
}

/** Standing bars by month, one row for each measure, all on one scale. With many months, the numbers stand in the table alone. */
export function monthsSpec(panels: readonly MonthPanel[], months: readonly string[]): Spec {
  const step = WIDTH / months.length;
  const every = Math.ceil(months.length / MOST_NUMBERS);
  const bars = panels.flatMap(({ values }, panel) => values.map((value, month) => ({ panel, month, value: typeof value === "number" ? value : 0, text: every === 1 || typeof value !== "number" ? sign(value) : "" })));
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const x = (offset: number) => ({ field: "month", mult: step, offset });
  const base = { field: "panel", mult: PANEL, offset: PANEL - 4 } as const;
  const top = { ...base, offset: { scale: "height", field: "value", mult: -1, offset: PANEL - 4 } };
  const letters = { font: { value: FONT }, fontSize: { value: 12 }, fill: { value: INK.text } } as const;
  return {
    width: WIDTH,
    height: panels.length * PANEL + 34,
    data: [
      { name: "bars", values: bars },
      { name: "titles", values: panels.map(({ title }, panel) => ({ panel, title })) },
      { name: "months", values: months.flatMap((name, month) => (month % every === 0 ? [{ month, text: monthLines(name, month) }] : [])) },
    ],
    scales: [{ name: "height", type: "linear", domain: [0, most], range: [0, PANEL - 42] }],
    marks: [
      { type: "text", name: "hwbe-chart__label", from: { data: "titles" }, encode: { enter: { ...letters, fontWeight: { value: "bold" }, x: { value: 0 }, y: { field: "panel", mult: PANEL, offset: 16 }, text: { field: "title" } } } },
      { type: "rule", name: "hwbe-chart__line", from: { data: "titles" }, encode: { enter: { x: { value: 0 }, x2: { value: WIDTH }, y: { ...base }, stroke: { value: INK.line } } } },
      { type: "rect", name: "hwbe-chart__bar", from: { data: "bars" }, encode: { enter: { x: x(step * 0.15), width: { value: step * 0.7 }, y: top, y2: base, fill: { value: INK.bar } } } },
      { type: "text", name: "hwbe-chart__number", from: { data: "bars" }, encode: { enter: { ...letters, align: { value: "center" }, x: x(step / 2), y: top, dy: { value: -4 }, text: { field: "text" } } } },
      {
        type: "text", name: "hwbe-chart__months", from: { data: "months" },
        encode: { enter: { ...letters, align: { value: "center" }, x: x(step / 2), y: { value: panels.length * PANEL + 12 }, lineHeight: { value: 14 }, text: { field: "text" } } },
      },
    ],
  };
}
