import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";

const PAGES = new URL("./pages/", import.meta.url);
const APPLICATIONS = new URL("../dist/demo/", import.meta.url);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".js": "text/javascript; charset=utf-8",
};

/** A file of a host site, finished. */
export interface HostFile {
  readonly mediaType: string;
  readonly body: string;
}

function address(file: string): string {
  return file === "index.html" ? "/" : `/${file.replace(/\.html$/, "")}`;
}

/** The scripts of the pages that are applications, where they were built. */
function readApplications(): ReadonlyMap<string, HostFile> {
  const names = existsSync(APPLICATIONS) ? readdirSync(APPLICATIONS, { encoding: "utf8" }).filter((name) => name.endsWith(".js")) : [];
  return new Map(names.map((name) => [`/apps/${name}`, { mediaType: MEDIA_TYPES[".js"]!, body: readFileSync(new URL(name, APPLICATIONS), "utf8") }]));
}

/**
 * The files of `demo/pages` by the path that they are served at (`trust.html` at `/trust`, `index.html` at `/`), with
 * `{{service}}` replaced by the address of the service. Nothing but what was found here can ever be asked for.
 */
export function readHostSites(serviceUrl: string): ReadonlyMap<string, HostFile> {
  const service = serviceUrl.replace(/\/+$/, "").replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const files = new Map<string, HostFile>(readApplications());
  for (const name of readdirSync(PAGES, { recursive: true, encoding: "utf8" })) {
    const file = name.replaceAll("\\", "/");
    const mediaType = MEDIA_TYPES[extname(file)];
    if (mediaType === undefined) continue;
    const text = readFileSync(new URL(file, PAGES), "utf8");
    files.set(address(file), { mediaType, body: text.replaceAll("{{service}}", () => service) });
  }
  return files;
}
