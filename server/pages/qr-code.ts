import { html } from "hono/html";
import { encode } from "uqr";
import type { Html } from "./markup.ts";

/** The dark modules of a row as strokes: `M2 0h7` begins at column 2 and is 7 long. */
function strokes(row: readonly boolean[], y: number): string {
  const dark = row.map((isDark) => (isDark ? "#" : " ")).join("");
  return [...dark.matchAll(/#+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}`).join("");
}

/** A QR code (ISO/IEC 18004, error correction M, quiet zone of 4 modules) as SVG, for the camera of a phone. `label` says where it leads. */
export function qrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.map((row, y) => strokes(row, y)).join("");
  return html`<svg class="hwbe-qr" viewBox="0 -0.5 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges">
<rect y="-0.5" width="${size}" height="${size}" fill="#fff"/><path stroke="#000" d="${path}"/></svg>`;
}
