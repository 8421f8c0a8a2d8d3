import { brotliCompressSync } from "node:zlib";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const PAGES = fileURLToPath(new URL("./pages", import.meta.url));

interface Body {
  type: string;
  bytes: Buffer;
}

/** A website with its files compressed beforehand, as any good host serves them. */
export interface Site {
  readonly origin: string;
  put(path: string, type: string, text: string): void;
  close(): void;
}

export async function openSite(): Promise<Site> {
  const bodies = new Map<string, Body>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://site");
    const body = bodies.get(`${url.pathname}?days=${url.searchParams.get("days")}`) ?? bodies.get(url.pathname);
    if (!body) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": body.type, "content-encoding": "br", "cache-control": "public, max-age=60" }).end(body.bytes);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put: (path, type, text) => void bodies.set(path, { type, bytes: brotliCompressSync(text) }),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Bundles and minifies a page's script and styles, and puts both on the site with a page that loads them. */
export async function putCalendar(site: Site, name: string): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: true, target: "es2022", cssMinify: true, rolldownOptions: { input: `${PAGES}/${name}.ts`, output: { codeSplitting: false } } },
  });
  const output = [built].flat().flatMap((result) => ("output" in result ? result.output : []));
  const script = output.find((file) => file.type === "chunk");
  const styles = output.flatMap((file) => (file.type === "asset" && file.fileName.endsWith(".css") ? [String(file.source)] : []));
  if (!script) throw new Error(`${name} has no script`);
  site.put(`/${name}.js`, "text/javascript", script.code);
  site.put(`/${name}.css`, "text/css", styles.join("\n"));
  site.put(`/${name}`, "text/html; charset=utf-8", pageOf(`<link rel="stylesheet" href="/${name}.css"><script type="module" src="/${name}.js"></script>`));
}

export function pageOf(head: string, body = ""): string {
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Events</title>${head}<body><h1>Events</h1>${body}`;
}
