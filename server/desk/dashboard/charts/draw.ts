import type { Spec } from "vega";

/** Our style sheet draws the letters; these widths are those of Arial. */
export const FONT = "arial, sans-serif";
export const INK = { text: "#212b32", quiet: "#4c6272", bar: "#005eb8", line: "#768692" } as const;

export interface Drawing {
  /** In pixels, as it is meant to be seen. */
  width: number;
  height: number;
  /** What stands between `<svg …>` and `</svg>`: presentation attributes and classes, no style, no script, no roles. */
  content: string;
}

/** What assistive technology would read of each mark: the whole picture has one text of its own instead. */
const MARK_ROLES = / (?:role|aria-[a-z]+)="[^"]*"/g;

/**
 * Draws a chart without a browser. The library is loaded with the first chart (a third of a second), so that a service that draws none
 * starts without it. Throws when the chart is wrong.
 */
export async function draw(spec: Spec): Promise<Drawing> {
  const { parse, View } = await import("vega");
  const view = new View(parse({ padding: 0, autosize: "none", ...spec }), { renderer: "none", logLevel: 0 });
  try {
    const svg = await view.toSVG();
    const [, width, height, content] = /^<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)">(.*)<\/svg>$/s.exec(svg) ?? [];
    if (content === undefined) throw new Error("The charting library wrote no picture");
    return { width: Number(width), height: Number(height), content: content.replace(MARK_ROLES, "") };
  } finally {
    view.finalize();
  }
}
