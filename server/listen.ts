import { createServer, type RequestListener, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** A port or an address that cannot be listened on, told in one line that says what to change. */
export class ListenError extends Error {
  override name = "ListenError";
}

/**
 * How long the other end may take, in milliseconds: to send the headers, and the whole; and while nothing moves either way. And how
 * often we look.
 */
export interface Patience {
  headers: number;
  request: number;
  silence: number;
  look: number;
}

/** `setting` is the name of the setting that gave the port. */
interface Where {
  port: number;
  host: string | undefined;
  setting: string;
}

const PATIENCE: Patience = { headers: 10_000, request: 20_000, silence: 120_000, look: 1_000 };

/** The error of `listen`, in words when the port is the matter. */
export function explainPort(error: unknown, { port, setting }: Omit<Where, "host">): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return new ListenError(`Port ${port} is taken by another program: set ${setting} to another one.`);
  if (code === "EACCES") return new ListenError(`Port ${port} may not be used by this user: set ${setting} to another one.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new ListenError("The setting HOST is not an address of this machine: use one such as 127.0.0.1, or leave it out.");
  }
  return error;
}

/** Listens, and sheds those who send too slowly: they get 408 and are cut off. So is who does not take what we send. */
export async function listen(listener: RequestListener, where: Where, patience = PATIENCE): Promise<Server> {
  const { headers, request, silence, look } = patience;
  const server = createServer({ headersTimeout: headers, requestTimeout: request, connectionsCheckingInterval: look }, listener);
  server.timeout = silence;
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
