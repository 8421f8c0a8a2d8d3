import { chromium, type Browser } from "playwright-core";
import { findChromium } from "../../testing/browser.ts";
import type { ListedEvent } from "../../contract/event-page.ts";
import type { ServerProcess } from "../child.ts";
import { drawnView } from "./drawn-view.ts";
import { calendarRow, everyEvent } from "./rows.ts";
import { calendarFiles, hostedFile, hostedPage } from "./site.ts";
import { table, verdicts, type Measured } from "./table.ts";
import { visit, weigh, type Bytes, type Visit } from "./visit.ts";

const RATES = [1, 4];
const VISITS = 11;
/** A case is not visited again once its visits took so long. */
const MOST_MS = 45_000;
const DAY_MS = 86_400_000;
/** As many as the finder shows at first. */
const FIRST = 20;

interface Case {
  name: string;
  path: string;
  selector: string;
}

/** Days from today until an event is in. */
const daysUntil = ({ startsAt }: ListedEvent) => Math.ceil((Date.parse(startsAt) - Date.now()) / DAY_MS) + 1;

function casesFor(events: readonly ListedEvent[]): Case[] {
  const first = `events=first&days=${daysUntil(events[FIRST - 1]!)}`;
  const all = `events=all&days=${daysUntil(events.at(-1)!)}`;
  return [
    { name: "static HTML", path: "/static", selector: ".list > li" },
    { name: "the finder", path: "/finder", selector: ".list > li" },
    { name: "FullCalendar, all events", path: `/fullcalendar?${all}`, selector: "[role=listitem]" },
    { name: "Event Calendar, all events", path: `/event-calendar?${all}`, selector: ".ec-event" },
    { name: "FullCalendar, 20 events", path: `/fullcalendar?${first}`, selector: "[role=listitem]" },
    { name: "Event Calendar, 20 events", path: `/event-calendar?${first}`, selector: ".ec-event" },
    { name: "static HTML, events alone", path: "/static-rows", selector: ".list > li" },
  ];
}

async function putFiles(browser: Browser, service: ServerProcess, origin: string, events: readonly ListedEvent[]): Promise<void> {
  const calendarRows = events.map(calendarRow);
  const finder = hostedPage("/finder", '<script type="module" src="/widget/v1/hwbe-finder.js"></script>', "<hwbe-finder></hwbe-finder>");
  await service.host(finder);
  const { whole, rows } = await drawnView(browser, `${origin}/finder`);
  const files = [
    hostedFile("/all.json", "application/json", JSON.stringify(calendarRows)),
    hostedFile("/first.json", "application/json", JSON.stringify(calendarRows.slice(0, FIRST))),
    hostedPage("/static", "", whole),
    hostedPage("/static-rows", "", rows),
    ...(await calendarFiles("fullcalendar")),
    ...(await calendarFiles("event-calendar")),
  ];
  for (const file of files) await service.host(file);
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function middle(visits: Visit[]): Visit {
  const of = (name: keyof Visit) => median(visits.map((one) => one[name]));
  return { first: of("first"), blocking: of("blocking"), heap: of("heap") };
}

/** The list, begun at another place. */
const turned = <Item>(list: readonly Item[], by: number) => list.map((_, place) => list[(place + by) % list.length]!);

/** Each case by turns, and after another one each round, so that the machine's moods meet all alike. The visits for the bytes warm all up. */
async function measure(browser: Browser, origin: string, cases: readonly Case[], rate: number): Promise<Measured[]> {
  const tallies: (Case & { bytes: Bytes; spent: number; visits: Visit[] })[] = [];
  for (const one of cases) tallies.push({ ...one, bytes: await weigh(browser, origin + one.path, one.selector), spent: 0, visits: [] });
  for (let round = 0; round < VISITS; round++) {
    for (const tally of turned(tallies, round)) {
      if (tally.spent > MOST_MS) continue;
      const started = performance.now();
      tally.visits.push(await visit(browser, origin + tally.path, tally.selector, rate));
      tally.spent += performance.now() - started;
    }
  }
  return tallies.map(({ name, bytes, visits }) => ({ name, visits: visits.length, visit: { ...middle(visits), ...bytes } }));
}

/**
 * The finder beside the lists of FullCalendar and Event Calendar, and beside its own first view as static HTML: medians of several visits, each
 * with a cold cache, all from one server with the same compression and caching.
 *
 * Both calendars are set up as their READMEs tell, bundled with their styles, and get their events as JSON of id, title, start, end and address,
 * far less than the finder's own JSON says of an event. Their lists have no pages. To offer every event to come, as the finder does, they need all:
 * these are the lines that the targets speak of. The lines of 20 events are kinder to them: they show as much as the finder's first view, and can
 * neither search nor show more. The last line is the finder's 20 events as static HTML without the search and all else that stands around them.
 */
export async function calendarCases(service: ServerProcess): Promise<string[]> {
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  const origin = `http://127.0.0.1:${service.port}`;
  try {
    const events = await everyEvent(origin);
    await putFiles(browser, service, origin, events);
    const lines: string[] = [];
    for (const rate of RATES) {
      const measured = await measure(browser, origin, casesFor(events), rate);
      lines.push(...table(`${rate} × processor`, measured), ...verdicts(measured, rate));
    }
    return lines;
  } finally {
    await browser.close();
  }
}
