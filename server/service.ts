import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RequestListener } from "node:http";
import { connect } from "../db/connect.ts";
import { openDatabase } from "../db/open.ts";
import { startDemo } from "../demo/host.ts";
import { createApp } from "./app.ts";
import { buildIfNeeded } from "./assets/build.ts";
import { Accounts } from "./accounts/accounts.ts";
import type { Config } from "./config.ts";
import { callbackAddress } from "./accounts/provider.ts";
import { startAsking } from "./desk/events/ask-organisers.ts";
import type { Referrals } from "./referrals/referral.ts";
import { smtpTransport } from "./notifications/smtp.ts";
import { startCalendars } from "./calendars/start-calendars.ts";
import { ensureDataFolder } from "./data-folder.ts";
import { openLiveDirectory } from "./events/live-directory.ts";
import { isDatabaseAway } from "./failure-line.ts";
import { createRequestListener } from "./http/listener.ts";
import { Outbox } from "./notifications/outbox.ts";
import { startMail } from "./notifications/start-mail.ts";
import { openReferrals } from "./referrals/open-referrals.ts";
import { startUpkeep } from "./referrals/start-upkeep.ts";
import { runSuggestionUpkeep } from "./suggestions/upkeep.ts";
import { close, explainPort, listen, portOf } from "./listen.ts";
import { openReleases, type Releases } from "./widget/releases.ts";
import { prepareDatabase, prepareWhenBack } from "./prepare-database.ts";
import { startSiteCounts } from "./sites/start-site-counts.ts";

export interface Service {
  url: string;
  demoUrl: string | undefined;
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "5", "access-control-allow-origin": "*" });
  response.end("The service is starting. Try again in a moment.\n");
};

/** Starts all parts in order; what was started is stopped again, in the opposite order, on `stop` and when a later part fails. */
export async function startService(config: Config, log: (line: string) => void): Promise<Service> {
  const stops: (() => Promise<void> | void)[] = [];
  async function stop(): Promise<void> {
    for (const stopOne of stops.splice(0).reverse()) await stopOne();
  }
  try {
    return { ...(await start(config, log, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(config: Config, log: (line: string) => void, stops: (() => Promise<void> | void)[]): Promise<Omit<Service, "stop">> {
  let answer = starting;
  const server = await listen((request, response) => answer(request, response), { port: config.port, host: config.host, setting: "PORT" });
  stops.push(() => close(server));
  const url = config.publicUrl ?? `http://localhost:${portOf(server)}`;
  const demoUrl = config.demo && (await startDemoSites(config.demo.port, config.host, url, stops));

  await ensureDataFolder(config.dataDir);
  if (config.build) await buildIfNeeded(log);
  const database = await openDatabase(config, log);
  stops.push(() => database.stop());
  try {
    await prepareDatabase(database.url, log);
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    const later = prepareWhenBack(database.url, log);
    stops.push(() => later.stop());
  }
  const referrals = await openReferrals({ ...config, isEmbedded: config.databaseUrl === undefined, referralsUrl: database.referralsUrl }, log);
  if (referrals) stops.push(() => referrals.close());
  const upkeep = referrals && startUpkeep(referrals, log, runSuggestionUpkeep);
  if (upkeep) stops.push(() => upkeep.close());
  const calendars = startCalendars({ databaseUrl: database.url, log });
  stops.push(() => calendars.close());
  const outbox = isDemonstration(config) ? new Outbox() : undefined;
  const mail = referrals && database.referralsUrl && startMail({ ...config, referrals, referralsUrl: database.referralsUrl, outbox, baseUrl: url, log });
  if (mail) stops.push(() => mail.close());
  const directory = await openLiveDirectory({ databaseUrl: database.url, copyFile: join(config.dataDir, "directory.json"), baseUrl: url, log });
  stops.push(() => directory.close());
  const sites = startSiteCounts({ databaseUrl: database.url, log });
  stops.push(() => sites.close());
  const releases = await readReleases(database.url, stops, log);
  const desk = referrals && openDesk(config, { url, databaseUrl: database.url, referrals, outbox, log }, stops);
  const { app, cache } = createApp({ directory, desk, baseUrl: url, assetsDir: join(ROOT, "dist"), demoUrl, referrals, outbox, releases, embedOrigins: [...config.embedOrigins, ...(demoUrl === undefined ? [] : [demoUrl])], proxyHops: config.proxyHops, log });
  answer = createRequestListener(app, cache, () => directory.staleSince() !== undefined, (request) => sites.count(request));
  return { url, demoUrl };
}

interface DeskParts {
  url: string;
  databaseUrl: string;
  referrals: Referrals;
  outbox: Outbox | undefined;
  log: (line: string) => void;
}

/** What the desk needs of its own: a connection as the owner, accounts, and what is done for organisers by the clock. */
function openDesk(config: Config, { url, databaseUrl, referrals, outbox, log }: DeskParts, stops: (() => Promise<void> | void)[]) {
  const db = connect(databaseUrl, { connections: 5 });
  stops.push(() => db.destroy());
  const transport = config.mail ? smtpTransport({ url: config.mail.smtpUrl, from: config.mail.from }) : outbox;
  const accounts = new Accounts({ db, referrals, transport, baseUrl: url, provider: config.provider, log });
  stops.push(() => accounts.close());
  if (config.provider) log(`The address to register with ${config.provider.name}, as the way back from signing in: ${callbackAddress(url, config.provider)}`);
  const asking = startAsking(db, log);
  stops.push(() => asking.close());
  return { db, signIn: accounts, accounts, isDemonstration: isDemonstration(config) };
}

/** Undefined while the database is away: the version that follows fixes is there all the same. */
async function readReleases(databaseUrl: string, stops: (() => Promise<void> | void)[], log: (line: string) => void): Promise<Releases | undefined> {
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as { version: string };
  const script = await readFile(join(ROOT, "dist/widget/single/hwbe-finder.js"));
  const db = connect(databaseUrl, { connections: 1 });
  stops.push(() => db.destroy());
  try {
    return await openReleases(db, { version, script }, log);
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    log("The versions of the finder could not be read: only /widget/v1 is served until the service is started again.");
    return undefined;
  }
}

/** Whether nobody but this machine is meant to use the service: then e-mails are shown instead of sent. */
function isDemonstration({ mail, demo, databaseUrl, publicUrl }: Config): boolean {
  const isLocal = publicUrl === undefined || ["localhost", "127.0.0.1", "[::1]"].includes(new URL(publicUrl).hostname);
  return demo !== undefined && mail === undefined && databaseUrl === undefined && isLocal;
}

async function startDemoSites(port: number, host: string | undefined, serviceUrl: string, stops: (() => Promise<void> | void)[]): Promise<string> {
  const demo = await startDemo({ port, host, serviceUrl }).catch((error: unknown) => {
    throw explainPort(error, { port, setting: "DEMO_PORT" });
  });
  stops.push(() => demo.close());
  return `http://localhost:${demo.port}`;
}
