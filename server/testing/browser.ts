import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { npmChromium } from "./npm-chromium.ts";

export interface Chromium {
  executablePath: string;
  /** What its environment needs besides our own. */
  env: Record<string, string>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = [
  ...(process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name))),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The pages that we test are our own, and a sandbox is not to be had as root or in most containers. */
export const ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars", "--mute-audio"];

/** Some systems ship a script of that name that only says how to install the browser. */
async function runs(place: string): Promise<boolean> {
  if (!(await access(place, constants.X_OK).then(() => true, () => false))) return false;
  if (process.platform === "win32") return true;
  return promisify(execFile)(place, ["--version"], { timeout: 20_000 }).then(() => true, () => false);
}

async function installed(): Promise<string | undefined> {
  for (const place of PLACES) if (await runs(place)) return place;
  return undefined;
}

/** The Chromium of `CHROME_PATH`, else an installed one, else the one inside an npm package. `CHROME_PATH=npm` asks for that one. */
export async function findChromium(): Promise<Chromium & { args: string[] }> {
  const asked = process.env["CHROME_PATH"];
  if (asked && asked !== "npm" && !(await runs(asked))) throw new Error("CHROME_PATH names no browser that runs: set it to a Chromium, or leave it out.");
  const executablePath = asked === "npm" ? undefined : asked || (await installed());
  const found = executablePath ? { executablePath, env: {} } : await npmChromium();
  return { ...found, args: ARGUMENTS };
}
