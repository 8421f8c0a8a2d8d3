import { createServer, type RequestListener, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** A port or an address that cannot be listened on, told in one line that says what to change. */
export class ListenError extends Error {
  override name = "ListenError";
}

const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 1_000;

/** The error of `listen`, in words when the port is the matter. `setting` is the name of the setting that gave the port. */
export function explainPort(error: unknown, { port, setting }: { port: number; setting: string }): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return new ListenError(`Port ${port} is taken by another program: set ${setting} to another one.`);
  if (code === "EACCES") return new ListenError(`Port ${port} may not be used by this user: set ${setting} to another one.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new ListenError("The setting HOST is not an address of this machine: use one such as 127.0.0.1, or leave it out.");
  }
  return error;
}

/** Listens, and sheds those who send too slowly. */
export async function listen(listener: RequestListener, where: { port: number; host: string | undefined; setting: string }): Promise<Server> {
  const server = createServer({ headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS, connectionsCheckingInterval: LOOK_EVERY_MS }, listener);
  server.listen(where.port, where.host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw explainPort(error, where);
  }
  return server;
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Stops listening and closes what is open, even connections that are kept alive. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
