import { brotliCompressSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import type { HostedFile } from "../hosted-files.ts";

const PAGES = fileURLToPath(new URL("./pages", import.meta.url));

export const hostedFile = (path: string, type: string, text: string): HostedFile => ({ path, type, bytes: brotliCompressSync(text) });

export function hostedPage(path: string, head: string, body = ""): HostedFile {
  const html = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Events</title>${head}<body><h1>Events</h1>${body}`;
  return hostedFile(path, "text/html; charset=utf-8", html);
}

async function bundle(name: string): Promise<Rolldown.RolldownOutput["output"]> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, target: "es2022", rolldownOptions: { input: `${PAGES}/${name}.ts`, output: { codeSplitting: false } } },
  });
  return ([built].flat() as Rolldown.RolldownOutput[])[0]!.output;
}

/** A calendar's page with its script and its styles, bundled and minified into one file each. */
export async function calendarFiles(name: string): Promise<HostedFile[]> {
  const [script, ...assets] = await bundle(name);
  const styles = assets.flatMap((file) => (file.type === "asset" ? [String(file.source)] : [])).join("\n");
  return [
    hostedPage(`/${name}`, `<link rel="stylesheet" href="/${name}.css"><script type="module" src="/${name}.js"></script>`),
    hostedFile(`/${name}.js`, "text/javascript; charset=utf-8", script.code),
    hostedFile(`/${name}.css`, "text/css; charset=utf-8", styles),
  ];
}
