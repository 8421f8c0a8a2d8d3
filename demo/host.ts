import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { contentSecurityPolicies } from "./policies.ts";
import { readHostSites } from "./site.ts";

/** Where the host sites listen, and which service their finders ask. `serviceUrl` is absolute; port 0 takes a free one. */
export interface DemoOptions {
  port: number;
  host: string | undefined;
  serviceUrl: string;
}

export interface Demo {
  readonly port: number;
  close(): Promise<void>;
}

function hostSites(serviceUrl: string): Hono {
  const files = readHostSites(serviceUrl);
  const policies = contentSecurityPolicies(serviceUrl);
  const app = new Hono();
  app.get("*", (c) => {
    const file = files.get(c.req.path);
    const shown = file ?? files.get("/not-found");
    if (shown === undefined) return c.notFound();
    c.header("Content-Type", shown.mediaType);
    c.header("Cache-Control", "no-cache");
    c.header("X-Content-Type-Options", "nosniff");
    const policy = policies.get(c.req.path);
    if (policy !== undefined) c.header("Content-Security-Policy", policy);
    return c.body(shown.body, file === undefined ? 404 : 200);
  });
  app.all("*", (c) => c.text("This site only answers GET and HEAD.\n", 405, { Allow: "GET, HEAD" }));
  return app;
}

/**
 * Serves the host sites of the demonstration, an origin of their own. Resolves when they listen; rejects with the error of
 * `listen`, `EADDRINUSE` when the port is taken. `close` ends open connections too.
 */
export async function startDemo({ port, host, serviceUrl }: DemoOptions): Promise<Demo> {
  const answer = getRequestListener(hostSites(serviceUrl).fetch);
  const server = createServer((request, response) => void answer(request, response));
  server.listen(port, host);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
