import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { passwordOf, REFERRALS_LOGIN, startEmbeddedPostgres } from "../../db/embedded.ts";
import { buildIfNeeded } from "../assets/build.ts";
import { calendarCases } from "./calendars/cases.ts";
import { changeVisible } from "./change-visible.ts";
import { ServerProcess } from "./child.ts";
import { dashboardCase } from "./dashboard-case.ts";
import { firstLoad } from "./first-load.ts";
import { keyStrokes } from "./key-strokes.ts";
import { referralCases } from "./referral-cases.ts";
import { comparisonLine, kilobytes, milliseconds, print } from "./report.ts";
import { cachedCases, uncachedCase } from "./service-cases.ts";

/**
 * `npm run bench`: every figure stands beside a baseline that was measured in the same run, on the same machine. `npm run bench -- calendars`
 * runs that part alone.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SIZES = [100, 1_000, 10_000];
const MEMORY_MB = 1024 * 1024;

const run = promisify(execFile);
const log = (line: string) => print(line);

async function makeDatabase(adminUrl: string, of: string): Promise<string> {
  const name = `bench_${of}`;
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await run(process.execPath, [join(ROOT, "db/migrate.ts")], { env: { ...process.env, DATABASE_URL: url.href } });
  return url.href;
}

async function makeDirectory(adminUrl: string, events: number, of = String(events)): Promise<string> {
  const databaseUrl = await makeDatabase(adminUrl, of);
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  await run(process.execPath, [join(ROOT, "db/seed.ts"), "--events", String(events)], { env });
  return databaseUrl;
}

async function measureSize(events: number, databaseUrl: string, folder: string): Promise<void> {
  print(`\nA directory of ${events.toLocaleString("en-GB")} events`);
  const setup = { databaseUrl, copyFile: join(folder, `${events}.json`), assetsDir: join(ROOT, "dist") };
  const service = await ServerProcess.start("./service-server.ts", setup);
  try {
    print(`  memory of the service after it has read them: ${Math.round((await service.usage()).rss / MEMORY_MB)} MB`);
    if (events >= 1_000) for (const { name, comparison } of await cachedCases(service)) print(comparisonLine(name, comparison));
    if (events >= 1_000) {
      const { name, comparison } = await uncachedCase(service);
      print(comparisonLine(name, comparison));
    }
    print(`  a change in the database, until the feed shows it: ${milliseconds(await changeVisible(service.port, databaseUrl))}`);
    const { script, data, total } = await firstLoad(service.port);
    print(`  the finder's first load, brotli: script ${kilobytes(script)} + first page ${kilobytes(data)} = ${kilobytes(total)}`);
    for (const line of await keyStrokes(service)) print(`  ${line}`);
    print(`  memory of the service at the end: ${Math.round((await service.usage()).rss / MEMORY_MB)} MB`);
  } finally {
    await service.stop();
  }
}

async function measureCalendars(events: number, databaseUrl: string, folder: string): Promise<void> {
  print(`\nThe finder beside calendars, ${events.toLocaleString("en-GB")} events`);
  const service = await ServerProcess.start("./service-server.ts", { databaseUrl, copyFile: join(folder, `${events}.json`), assetsDir: join(ROOT, "dist") });
  try {
    for (const line of await calendarCases(service)) print(line);
  } finally {
    await service.stop();
  }
}

async function measureReferrals(adminUrl: string): Promise<void> {
  print("\nBookings, each with its referral, key, messages and line in the audit, kept on disk before it is answered");
  const databaseUrl = await makeDirectory(adminUrl, 500, "referrals");
  const referralsUrl = new URL(databaseUrl);
  referralsUrl.username = REFERRALS_LOGIN;
  referralsUrl.password = passwordOf(REFERRALS_LOGIN, referralsUrl.password);
  for (const { name, service, plain } of await referralCases(databaseUrl, referralsUrl.href)) {
    print(`  ${name}: ${Math.round(service)} a second, plain SQL ${Math.round(plain)}: ${(service / plain).toFixed(2)} x`);
  }
}

async function measureDashboard(adminUrl: string): Promise<void> {
  const size = { events: 10_000, referrals: 50_000 };
  print(`\nThe dashboard of London over ${size.events.toLocaleString("en-GB")} events and ${size.referrals.toLocaleString("en-GB")} referrals`);
  const { page, first, counting } = await dashboardCase(await makeDatabase(adminUrl, "dashboard"), size);
  print(`  the page: ${milliseconds(page)}, of which ${milliseconds(counting)} are its counts alone; the first, with the charting library: ${milliseconds(first)}`);
}

const folder = await mkdtemp(join(tmpdir(), "hwbe-bench-"));
await buildIfNeeded(log);
const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
try {
  const isWhole = process.argv[2] !== "calendars";
  if (isWhole) await measureReferrals(postgres.adminUrl);
  if (isWhole) await measureDashboard(postgres.adminUrl);
  for (const events of SIZES) {
    const databaseUrl = await makeDirectory(postgres.adminUrl, events);
    if (isWhole) await measureSize(events, databaseUrl, folder);
    await measureCalendars(events, databaseUrl, folder);
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
