import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";

const PAGES = new URL("./pages/", import.meta.url);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** A file of a host site, finished. */
export interface HostFile {
  readonly mediaType: string;
  readonly body: string;
}

function address(file: string): string {
  return file === "index.html" ? "/" : `/${file.replace(/\.html$/, "")}`;
}

/**
 * The files of `demo/pages` by the path that they are served at (`trust.html` at `/trust`, `index.html` at `/`), with
 * `{{service}}` replaced by the address of the service. Nothing but what was found here can ever be asked for.
 */
export function readHostSites(serviceUrl: string): ReadonlyMap<string, HostFile> {
  const service = serviceUrl.replace(/\/+$/, "").replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const files = new Map<string, HostFile>();
  for (const name of readdirSync(PAGES, { recursive: true, encoding: "utf8" })) {
    const file = name.replaceAll("\\", "/");
    const mediaType = MEDIA_TYPES[extname(file)];
    if (mediaType === undefined) continue;
    const text = readFileSync(new URL(file, PAGES), "utf8");
    files.set(address(file), { mediaType, body: text.replaceAll("{{service}}", () => service) });
  }
  return files;
}
