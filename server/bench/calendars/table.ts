import { kilobytes, milliseconds } from "../report.ts";
import type { Bytes, Visit } from "./visit.ts";

/** What a page costs in all. */
type Cost = Visit & Bytes;

export interface Measured {
  name: string;
  /** So many were counted. */
  visits: number;
  /** Their medians. */
  visit: Cost;
}

const HEADS = ["visits", "first event", "to static", "blocking", "heap", "bytes then", "bytes in all", "ours: time", "heap", "bytes"];
const NAME_WIDTH = 28;
const WIDTH = 13;

const row = (name: string, cells: readonly string[]) => `  ${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(WIDTH)).join("")}`;
const times = (ratio: number) => `${ratio.toFixed(2)} ×`;

function cells({ first, blocking, heap, firstBytes, bytes }: Cost, plain: Cost): string[] {
  return [milliseconds(first), times(first / plain.first), milliseconds(blocking), `${(heap / 1e6).toFixed(1)} MB`, kilobytes(firstBytes), kilobytes(bytes)];
}

/** What the finder takes, as a part of what another takes. */
const ratios = (finder: Cost, other: Cost) => [times(finder.first / other.first), times(finder.heap / other.heap), times(finder.bytes / other.bytes)];

/** A line for each, the static page first and the finder second, with ratios to both. */
export function table(title: string, measured: readonly Measured[]): string[] {
  const [plain, finder] = [measured[0]!.visit, measured[1]!.visit];
  return ["", row(title, HEADS), ...measured.map(({ name, visits, visit }) => row(name, [String(visits), ...cells(visit, plain), ...ratios(finder, visit)]))];
}

/** What was aimed at, and whether it is reached: beside static HTML, and beside both calendars with all events. */
export function verdicts(measured: readonly Measured[], rate: number): string[] {
  const [plain, finder, ...calendars] = measured.map(({ visit }) => visit) as [Cost, Cost, ...Cost[]];
  const full = calendars.slice(0, 2);
  const tell = (isMet: boolean, target: string) => `    ${isMet ? "met   " : "missed"} ${target}`;
  const isHalf = (of: (cost: Cost) => number) => full.every((calendar) => of(finder) < of(calendar) / 2);
  return [
    tell(finder.first <= 1.5 * plain.first, "the first event in 1.5 × the time of static HTML"),
    tell(isHalf(({ first }) => first), "under half the time of both calendars"),
    tell(isHalf(({ firstBytes }) => firstBytes), "under half the bytes of both calendars, until the first event"),
    tell(isHalf(({ bytes }) => bytes), "under half the bytes of both calendars, in all"),
    ...(rate === 1 ? [tell(finder.blocking < 50, "blocks for less than 50 ms")] : []),
  ];
}
