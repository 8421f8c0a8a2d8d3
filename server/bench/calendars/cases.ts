import { chromium, type Browser } from "playwright-core";
import { findChromium } from "../../testing/browser.ts";
import { kilobytes, milliseconds, print } from "../report.ts";
import { drawnRows } from "../drawn-rows.ts";
import { calendarRow, everyEvent } from "./rows.ts";
import { openSite, pageOf, putCalendar, type Site } from "./site.ts";
import { visit, type Visit } from "./visit.ts";

const RATES = [1, 4];
const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

interface Case {
  name: string;
  path: string;
  selector: string;
}

/**
 * The list of FullCalendar and of Event Calendar has no pages: it shows a period. So each is measured twice: with every event to come, which
 * is what the finder searches, and with the next week alone, which is kinder to it. The static page has the rows and the styles that the finder draws.
 */
function casesFor(days: number): Case[] {
  return [
    { name: "the same 20 rows, static HTML", path: "/static", selector: "li" },
    { name: "finder", path: "/finder", selector: "hwbe-finder .never" },
    { name: "FullCalendar list, all", path: `/fullcalendar?days=${days}`, selector: "[role=listitem]" },
    { name: "FullCalendar list, a week", path: `/fullcalendar?days=${WEEK_DAYS}`, selector: "[role=listitem]" },
    { name: "Event Calendar list, all", path: `/event-calendar?days=${days}`, selector: ".ec-event" },
    { name: "Event Calendar list, a week", path: `/event-calendar?days=${WEEK_DAYS}`, selector: ".ec-event" },
  ];
}

async function fill(browser: Browser, site: Site, service: string): Promise<number> {
  const events = await everyEvent(service);
  const last = Math.max(...events.map(({ startsAt }) => Date.parse(startsAt)));
  const days = Math.ceil((last - Date.now()) / DAY_MS) + 1;
  const soon = events.filter(({ startsAt }) => Date.parse(startsAt) < Date.now() + WEEK_DAYS * DAY_MS);
  site.put(`/events.json?days=${days}`, "application/json", JSON.stringify(events.map(calendarRow)));
  site.put(`/events.json?days=${WEEK_DAYS}`, "application/json", JSON.stringify(soon.map(calendarRow)));
  const tag = `<script type="module" src="${service}/widget/v1/hwbe-finder.js"></script>`;
  site.put("/finder", "text/html; charset=utf-8", pageOf(tag, "<hwbe-finder></hwbe-finder>"));
  site.put("/static", "text/html; charset=utf-8", pageOf("", await drawnRows(browser, `${site.origin}/finder`)));
  await Promise.all(["fullcalendar", "event-calendar"].map((name) => putCalendar(site, name)));
  return days;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function middle(visits: Visit[]): Visit {
  const of = (name: keyof Visit) => median(visits.map((one) => one[name]));
  return { first: of("first"), blocking: of("blocking"), heap: of("heap"), bytes: of("bytes") };
}

function line(name: string, { first, blocking, heap, bytes }: Visit, plain: Visit): string {
  const figures = [milliseconds(first), `${(first / plain.first).toFixed(2)} ×`, milliseconds(blocking), `${(heap / 1e6).toFixed(1)} MB`, kilobytes(bytes)];
  return `    ${name.padEnd(30)}${figures.map((figure) => figure.padStart(10)).join("")}`;
}

function verdicts(results: Map<string, Visit>, rate: number): string[] {
  const [plain, finder, ...calendars] = [...results.values()];
  if (!plain || !finder) return [];
  const all = [calendars[0], calendars[2]].flatMap((one) => one ?? []);
  const tell = (isMet: boolean, target: string) => `    ${isMet ? "met" : "MISSED"}: ${target}`;
  return [
    tell(finder.first <= 1.5 * plain.first, "first event at most 1.5 × static HTML"),
    tell(all.every(({ first }) => finder.first < first / 2), "under half the time of both calendars"),
    tell(all.every(({ bytes }) => finder.bytes < bytes / 2), "under half the bytes of both calendars"),
    ...(rate === 1 ? [tell(finder.blocking < 50, "blocks for less than 50 ms")] : []),
  ];
}

/** The finder beside two calendars and a plain page: each visited by turns, with a cold cache. */
export async function calendarCases(service: string, visits: number): Promise<void> {
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  const site = await openSite();
  try {
    const cases = casesFor(await fill(browser, site, service));
    for (const rate of RATES) {
      const results = new Map<string, Visit[]>(cases.map(({ name }) => [name, []]));
      for (let round = 0; round <= visits; round++) {
        for (const { name, path, selector } of cases) {
          const one = await visit(browser, site.origin + path, selector, rate);
          if (round > 0) results.get(name)?.push(one);
        }
      }
      const medians = new Map([...results].map(([name, all]) => [name, middle(all)]));
      print(`  ${rate} × processor`.padEnd(34) + ["first event", "to static", "blocking", "heap", "bytes"].map((head) => head.padStart(12)).join("").slice(2));
      for (const [name, result] of medians) print(line(name, result, medians.values().next().value!));
      for (const verdict of verdicts(medians, rate)) print(verdict);
    }
  } finally {
    site.close();
    await browser.close();
  }
}
