import { lookup as lookUp } from "node:dns/promises";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { readRedirect, STRICT, type AddressRules } from "./calendar-address.ts";
import { isPublicAddress } from "./public-addresses.ts";

const MAX_BYTES = 2 * 1024 * 1024;
const MAX_REDIRECTS = 3;

/** What a server said that the body is: RFC 9110 section 8.8. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export type Fetched = { kind: "body"; bytes: Buffer; validators: Validators } | { kind: "unchanged" } | { kind: "failed"; reason: string };

export type FetchCalendar = (url: URL, known: Validators) => Promise<Fetched>;

/** How a fetch is guarded; tests alone give other values. Times are in milliseconds. */
export interface FetchOptions {
  rules: AddressRules;
  isAllowed: (address: string) => boolean;
  resolve: (host: string) => Promise<string[]>;
  silenceMs: number;
  totalMs: number;
}

const resolveName = async (host: string) => (await lookUp(host, { all: true })).map(({ address }) => address);
const DEFAULTS: FetchOptions = { rules: STRICT, isAllowed: isPublicAddress, resolve: resolveName, silenceMs: 10_000, totalMs: 20_000 };

class FetchError extends Error {
  override name = "FetchError";
}

/** The addresses of a host, all of which may be used. */
async function addressesOf({ hostname }: URL, { isAllowed, resolve }: FetchOptions): Promise<string[]> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) > 0 ? [host] : await resolve(host).catch((cause: unknown) => {
    throw new FetchError("There is no such address", { cause });
  });
  if (addresses.length === 0 || !addresses.every(isAllowed)) throw new FetchError("The address is not on the public internet");
  return addresses;
}

/** Gives a connection the addresses that were checked, so that a name cannot mean another one by then. */
function pinned(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all }, give) => {
    if (all) give(null, found);
    else give(null, found[0]!.address, found[0]!.family);
  };
}

async function request(url: URL, { etag, lastModified }: Validators, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const addresses = await addressesOf(url, options);
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const headers = {
    accept: "text/calendar, */*;q=0.1", "accept-encoding": "gzip, identity;q=0.5", "user-agent": "hwbe-calendar-reader",
    ...(etag !== null && { "if-none-match": etag }), ...(lastModified !== null && { "if-modified-since": lastModified }),
  };
  const { get } = url.protocol === "https:" ? https : http;
  const sent = get(url, { headers, agent: false, lookup: pinned(addresses), signal, timeout: options.silenceMs }, resolve);
  sent.on("error", reject);
  sent.on("timeout", () => sent.destroy(new FetchError("The calendar takes too long to answer")));
  return promise;
}

async function readBody(response: IncomingMessage): Promise<Buffer> {
  const encoding = response.headers["content-encoding"] ?? "identity";
  if (!/^(identity|gzip|x-gzip)$/i.test(encoding)) throw new FetchError("The calendar comes in a form that we cannot read");
  // What breaks off shows in the loop below.
  const body = /gzip/i.test(encoding) ? pipeline(response, createGunzip(), () => undefined) : response;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new FetchError("The calendar is larger than 2 MB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function answerOf(response: IncomingMessage): Promise<Fetched> {
  const { statusCode: status = 0, headers } = response;
  if (status === 304) return { kind: "unchanged" };
  if (status === 401 || status === 403) throw new FetchError("The calendar is not public: share it, or use its secret address");
  if (status === 404 || status === 410) throw new FetchError("There is no calendar at this address");
  if (status !== 200) throw new FetchError(`The server of the calendar answered with an error (${status})`);
  const bytes = await readBody(response);
  return { kind: "body", bytes, validators: { etag: headers.etag ?? null, lastModified: headers["last-modified"] ?? null } };
}

async function follow(url: URL, known: Validators, options: FetchOptions, signal: AbortSignal): Promise<Fetched> {
  let at = url;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const response = await request(at, known, options, signal);
    try {
      if (![301, 302, 303, 307, 308].includes(response.statusCode ?? 0)) return await answerOf(response);
      const next = readRedirect(at, response.headers.location, options.rules);
      if ("reason" in next) throw new FetchError(next.reason);
      at = next.url;
    } finally {
      response.destroy();
    }
  }
  throw new FetchError("The calendar moves too often");
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof FetchError) return error.message;
  if (signal.aborted) return "The calendar takes too long to arrive";
  return "The calendar cannot be reached, or its answer breaks off";
}

/**
 * Fetches a calendar from an address that a stranger chose: on the public internet alone, also after each redirect, over https, at
 * most 2 MB, in 20 seconds. Whatever goes wrong is told as a reason in plain words.
 */
export async function fetchCalendar(url: URL, known: Validators, overrides: Partial<FetchOptions> = {}): Promise<Fetched> {
  const options = { ...DEFAULTS, ...overrides };
  const signal = AbortSignal.timeout(options.totalMs);
  try {
    return await Promise.race([follow(url, known, options, signal), abortOf(signal)]);
  } catch (error) {
    return { kind: "failed", reason: reasonOf(error, signal) };
  }
}

/** Looking up a name cannot be broken off, so that it is not waited for. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new FetchError("The calendar takes too long to arrive")), { once: true });
  });
}
