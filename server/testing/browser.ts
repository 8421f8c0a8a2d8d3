import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
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

async function installed(): Promise<string | undefined> {
  for (const place of PLACES) if (await access(place, constants.X_OK).then(() => true, () => false)) return place;
  return undefined;
}

/** The Chromium of `CHROME_PATH`, else an installed one, else the one inside an npm package. `CHROME_PATH=npm` asks for that one. */
export async function findChromium(): Promise<Chromium & { args: string[] }> {
  const asked = process.env["CHROME_PATH"];
  const executablePath = asked && asked !== "npm" ? asked : asked === "npm" ? undefined : await installed();
  const found = executablePath ? { executablePath, env: {} } : await npmChromium();
  return { ...found, args: ARGUMENTS };
}
