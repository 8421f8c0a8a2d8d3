import type { Vocabularies } from "../server/contract/vocabulary.ts";

/** A borough, and where its tile lies on the map. Rows and columns count from 0. */
export interface BoroughTile {
  readonly slug: string;
  readonly label: string;
  readonly row: number;
  readonly column: number;
}

/** The boroughs in the order in which one reads a map. Throws what `fetch` throws. */
export async function fetchTiles(service: string): Promise<readonly BoroughTile[]> {
  const response = await fetch(`${service}/v1/vocabularies`, { credentials: "omit" });
  if (!response.ok) throw new Error(`The service answered ${response.status}`);
  const { boroughs } = (await response.json()) as Vocabularies;
  return boroughs.map(({ slug, label, tile }) => ({ slug, label, row: tile.row, column: tile.column })).sort((a, b) => a.row - b.row || a.column - b.column);
}
