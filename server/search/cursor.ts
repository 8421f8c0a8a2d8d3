import { type Sort, SORTS } from "../contract/values.ts";

/** Where a page ended: the sort key of its last event. It stays right when events come and go around it. */
export interface Cursor {
  sort: Sort;
  /** The distance in kilometres or the score; 0 when the list is sorted by date. */
  rank: number;
  startsAt: number;
  id: string;
}

const BASE64URL = /^[A-Za-z0-9_-]{1,300}$/;
const FIELDS = /^(\w+) (-?[\d.]+(?:e[+-]?\d+)?) (-?\d+) ([0-9a-f-]{36})$/;

export function writeCursor({ sort, rank, startsAt, id }: Cursor): string {
  return btoa(`${sort} ${rank} ${startsAt} ${id}`).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Reads what `writeCursor` wrote; undefined for anything else. */
export function readCursor(text: string): Cursor | undefined {
  if (!BASE64URL.test(text) || text.length % 4 === 1) return undefined;
  const fields = FIELDS.exec(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
  const sort = SORTS.find((name) => name === fields?.[1]);
  if (!fields || !sort) return undefined;
  const [rank, startsAt] = [Number(fields[2]), Number(fields[3])];
  return Number.isFinite(rank) && Number.isFinite(startsAt) ? { sort, rank, startsAt, id: fields[4]! } : undefined;
}

/** Sorts by rank, then start, then id. A greater rank comes later, so a score must be given as its negative. */
export function compareCursors(a: Omit<Cursor, "sort">, b: Omit<Cursor, "sort">): number {
  return a.rank - b.rank || a.startsAt - b.startsAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
