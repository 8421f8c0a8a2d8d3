import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { seedIfEmpty } from "../../../db/seed.ts";
import type { Staff, StaffRole } from "../../accounts/staff.ts";
import { createApp } from "../../app.ts";
import { buildIfNeeded } from "../../assets/build.ts";
import { openLiveDirectory } from "../../events/live-directory.ts";
import { createRequestListener } from "../../http/listener.ts";
import { portOf } from "../../listen.ts";
import { findChromium } from "../../testing/browser.ts";
import { createTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { openTestReferrals, type TestReferrals } from "../../testing/referrals.ts";

/** The whole application with its sample, in a real browser whose person is signed in to the desk. */
export interface DeskInBrowser {
  /** Absolute address without a slash at its end. */
  readonly url: string;
  readonly database: TestDatabase;
  readonly referrals: TestReferrals;
  page(options: { roles: readonly StaffRole[]; width?: number; scripts?: boolean }): Promise<Page>;
  stop(): Promise<void>;
}

/** Who is signed in is what the browser says in a header. */
const STAFF_HEADER = "x-test-staff";
const ASSETS = fileURLToPath(new URL("../../../dist", import.meta.url));

async function launch(): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}

async function serve(server: Server, database: TestDatabase, folder: string, log: (line: string) => void) {
  const url = `http://localhost:${portOf(server)}`;
  const directory = await openLiveDirectory({ databaseUrl: database.url, copyFile: join(folder, "directory.json"), baseUrl: url, log });
  const referrals = openTestReferrals(database, { now: Date.now });
  const signIn = { current: (c: { req: { header: (name: string) => string | undefined } }) => Promise.resolve(JSON.parse(c.req.header(STAFF_HEADER) ?? "null") as Staff | undefined) };
  const { app, cache } = createApp({ directory, baseUrl: url, assetsDir: ASSETS, referrals, desk: { db: database.db, signIn }, log });
  server.on("request", createRequestListener(app, cache, () => false));
  return { url, referrals, async close() {
    await directory.close();
    await referrals.close();
  } };
}

export async function openDeskInBrowser(): Promise<DeskInBrowser> {
  const log = (line: string) => process.stderr.write(`${line}\n`);
  await buildIfNeeded(log);
  const folder = await mkdtemp(join(tmpdir(), "hwbe-desk-"));
  const database = await createTestDatabase();
  await seedIfEmpty(database.db, new Date());
  const server = createServer().listen(0);
  await once(server, "listening");
  const service = await serve(server, database, folder, log);
  const browser = await launch();
  return {
    url: service.url,
    database,
    referrals: service.referrals,
    async page({ roles, width = 1440, scripts = true }) {
      const staff: Staff = { id: "staff-1", name: "Sample Staff", roles, hasSecondFactor: true };
      const context = await browser.newContext({
        viewport: { width, height: 900 }, locale: "en-GB", reducedMotion: "reduce", javaScriptEnabled: scripts, extraHTTPHeaders: { [STAFF_HEADER]: JSON.stringify(staff) },
      });
      context.setDefaultTimeout(15_000);
      return context.newPage();
    },
    async stop() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await service.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
