import { isIPv6 } from "node:net";
import type { IncomingMessage } from "node:http";
import type { Context, MiddlewareHandler } from "hono";

/** The first 64 bits of an IPv6 address: what one household or office has (RFC 6177). */
function network(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 !== undefined || !isIPv6(address)) return v4 ?? address;
  const [before = "", after] = address.split("%")[0]!.toLowerCase().split("::");
  const head = before.split(":").filter(Boolean);
  const tail = after?.split(":").filter(Boolean) ?? [];
  const groups = after === undefined ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
  return groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}

/** Some proxies write the port too, which differs from one connection to the next: `192.0.2.7:51234`, `[2001:db8::1]:51234`. */
function withoutPort(told: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(told)?.[1] ?? /^([\d.]+):\d+$/.exec(told)?.[1] ?? told;
}

/**
 * Who is asking, as far as the network tells: the other end of the connection, or, behind `proxyHops` proxies of ours, what the
 * outermost of them has written into X-Forwarded-For. What stands further left there could be made up.
 */
export function clientAddress(c: Context, proxyHops: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage };
  const forwarded = c.req.header("x-forwarded-for")?.split(",").map((part) => part.trim()) ?? [];
  const told = proxyHops > 0 ? forwarded.at(-proxyHops) : undefined;
  return network(told === undefined ? (incoming?.socket.remoteAddress ?? "") : withoutPort(told));
}

declare module "hono" {
  interface ContextVariableMap {
    clientAddress: string;
  }
}

const BEHIND_A_PROXY = "A request came through a proxy, and PROXY_HOPS is 0: limits then hold for all its visitors together. Set PROXY_HOPS.";

/** Lets routes know who is asking, as `clientAddress`. Says once when a proxy seems to stand before a service that knows of none. */
export function knowClient(proxyHops: number, log: (line: string) => void): MiddlewareHandler {
  let isTold = proxyHops > 0;
  return (c, next) => {
    if (!isTold && c.req.header("x-forwarded-for") !== undefined) {
      isTold = true;
      log(BEHIND_A_PROXY);
    }
    c.set("clientAddress", clientAddress(c, proxyHops));
    return next();
  };
}
