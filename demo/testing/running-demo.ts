import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { findChromium } from "../../server/testing/browser.ts";

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

const LONGEST_WAIT_MS = 15_000;

/** The whole program as `npm start` runs it, with its sample, on free ports, and a browser to visit it with. */
export interface RunningDemo {
  /** Absolute addresses without a slash at their end. */
  readonly service: string;
  readonly demo: string;
  readonly browser: Browser;
  /** A page in a context of its own, which nothing was ever stored in. Things do not move in it. */
  page(options?: { width?: number; height?: number }): Promise<Page>;
  stop(): Promise<void>;
}

async function welcomeOf(program: ChildProcess): Promise<string> {
  const exited = once(program, "exit").then(() => undefined);
  const { stdout, stderr } = program;
  if (!stdout || !stderr) throw new Error("The program has no output");
  let printed = "";
  stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  while (!printed.includes("Press Ctrl-C")) {
    const more = await Promise.race([once(stdout, "data"), exited]);
    if (more === undefined) throw new Error(`The service ended before it was ready: ${printed}`);
  }
  return printed;
}

function addressAfter(words: string, welcome: string): string {
  const address = new RegExp(`${words} (\\S+)`).exec(welcome)?.[1];
  if (address === undefined) throw new Error(`No address after "${words}" in: ${welcome}`);
  return address;
}

async function startProgram(dataDir: string) {
  const env = { ...process.env, PORT: "0", DEMO_PORT: "0", DATA_DIR: dataDir, DATABASE_URL: "", HOST: "", PUBLIC_URL: "", DEMO: "on" };
  const program = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
  const welcome = await welcomeOf(program);
  return {
    service: addressAfter("service is at", welcome),
    demo: addressAfter("websites is at", welcome),
    async stop() {
      if (program.exitCode !== null) return;
      const exited = once(program, "exit");
      program.kill("SIGINT");
      await exited;
    },
  };
}

async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}

/** Starts the program in a folder of its own, and Chromium. Resolves when the addresses are printed. */
export async function startRunningDemo(): Promise<RunningDemo> {
  const folder = await mkdtemp(join(tmpdir(), "hwbe-journey-"));
  await chmod(folder, 0o755);
  const program = await startProgram(folder);
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await program.stop();
    throw error;
  });
  return {
    service: program.service,
    demo: program.demo,
    browser,
    async page({ width = 1440, height = 900 } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, locale: "en-GB", reducedMotion: "reduce" });
      context.setDefaultTimeout(LONGEST_WAIT_MS);
      return context.newPage();
    },
    async stop() {
      await browser.close();
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
