import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Chromium } from "./browser.ts";

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL("../../node_modules/.cache", import.meta.url));

async function version(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = createRequire(import.meta.url)(join(dirname(entry), "../package.json")) as { version: string };
  return version;
}

const fontSettings = (fonts: string, cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${cache}</cachedir></fontconfig>
`;

/** Written anew each time, for the folder may have been moved; put in place whole, for another browser may be reading it. */
async function fontSettingsFile(folder: string): Promise<string> {
  const file = join(folder, "fonts.conf");
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, fontSettings(join(folder, "fonts"), join(folder, "font-cache")));
  await rename(aside, file);
  return file;
}

/** Unpacks aside and renames, so that two at once, or one that is killed, leave one whole copy. */
async function unpack(folder: string): Promise<void> {
  if (await access(join(folder, "chromium")).then(() => true, () => false)) return;
  await mkdir(CACHE, { recursive: true });
  const aside = await mkdtemp(`${folder}-`);
  try {
    await run(process.execPath, [fileURLToPath(new URL("./unpack-chromium.ts", import.meta.url))], { env: { ...process.env, TMPDIR: aside } });
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** The Chromium inside an npm package, with the libraries and fonts that a bare system lacks. Linux on x64 only. */
export async function npmChromium(): Promise<Chromium> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("There is no Chromium in npm for this kind of machine: install Chromium or Chrome, or set CHROME_PATH.");
  }
  const folder = join(CACHE, `chromium-${await version()}`);
  await unpack(folder);
  const fonts = await fontSettingsFile(folder);
  return { executablePath: join(folder, "chromium"), env: { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_FILE: fonts } };
}
