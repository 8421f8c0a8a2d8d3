import type { Spec } from "vega";
import type { Picture } from "../figures/figure.ts";
import { barsSpec } from "./bars.ts";
import { draw, type Drawing } from "./draw.ts";
import { monthsSpec } from "./month-panels.ts";
import { gridSpec, tileMapSpec } from "./tiles.ts";

function specOf(picture: Picture): Spec {
  switch (picture.kind) {
    case "bars":
      return barsSpec(picture.bars);
    case "tile-map":
      return tileMapSpec(picture.tiles);
    case "grid":
      return gridSpec(picture.tiles, picture.rows, picture.columns);
    case "months":
      return monthsSpec(picture.panels, picture.months);
  }
}

export function drawPicture(picture: Picture): Promise<Drawing> {
  return draw(specOf(picture));
}
