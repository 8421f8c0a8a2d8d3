import type { IncomingMessage, ServerResponse } from "node:http";

/** A file of the website that the finder stands on. */
export interface HostedFile {
  /** Without parameters: these may be anything. */
  path: string;
  type: string;
  /** As brotli, at its best quality. */
  bytes: Uint8Array;
}

const hosted = new Map<string, HostedFile>();

/** In the process that serves: takes in the files that `ServerProcess.host` sends. */
export function takeHostedFiles(): void {
  process.on("message", ({ host }: { host?: HostedFile }) => {
    if (!host) return;
    hosted.set(host.path, host);
    process.send!({ hosts: host.path });
  });
}

/** Answers what is a hosted file, by the same server that answers for the service. False where there is none. */
export function sendHosted(request: IncomingMessage, response: ServerResponse): boolean {
  const file = hosted.size > 0 ? hosted.get(request.url!.split("?")[0]!) : undefined;
  if (!file) return false;
  response.writeHead(200, { "content-type": file.type, "content-encoding": "br", "cache-control": "public, max-age=60" }).end(file.bytes);
  return true;
}
