import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { readCalendarAddress, readRedirect } from "./calendar-address.ts";
import { fetchCalendar, type Fetched, type FetchOptions, type Validators } from "./fetch-calendar.ts";
import { isPublicAddress } from "./public-addresses.ts";

const NONE: Validators = { etag: null, lastModified: null };
const LOOPBACK = "127.0.0.1";
const asked: string[] = [];
let answers: Record<string, RequestListener> = {};
let server: Server;
let port: string;

before(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host?.split(":")[0]}${request.url}`);
    (answers[request.url ?? ""] ?? ((_, unknown) => unknown.writeHead(404).end()))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  port = String((server.address() as AddressInfo).port);
});
after(() => server.close());

/** One address of this machine stands for a public one; every other is guarded as ever. */
function allowingOne(options: Partial<FetchOptions> = {}): Partial<FetchOptions> {
  return { rules: { protocols: ["http:"], ports: [port] }, isAllowed: (address) => address === LOOPBACK || isPublicAddress(address), resolve: () => Promise.resolve([LOOPBACK]), ...options };
}

const get = (path: string, options: Partial<FetchOptions> = {}, known = NONE): Promise<Fetched> =>
  fetchCalendar(new URL(`http://public.example:${port}${path}`), known, allowingOne(options));
const reason = (fetched: Fetched) => (fetched.kind === "failed" ? fetched.reason : fetched.kind);

test("addresses that are not on the public internet are none, however they are written", () => {
  const inside = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "168.63.129.16", "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.0.1", "198.18.0.1",
    "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:7f00:1", "64:ff9b::7f00:1", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1",
    "2001::1", "2001:db8::1", "2002:7f00:1::", "nonsense", "",
  ];
  for (const address of inside) assert.equal(isPublicAddress(address), false, address);
  for (const address of ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450:4009::200e"]) assert.equal(isPublicAddress(address), true, address);
});

test("an address is https on its usual port, without a name and password; webcal means https", () => {
  assert.equal("url" in readCalendarAddress("webcal://example.org/a.ics#x") && "https://example.org/a.ics", "https://example.org/a.ics");
  for (const text of ["", "example.org", "http://example.org/", "ftp://example.org/", "file:///etc/passwd", "https://me:secret@example.org/", "https://example.org:8443/", "https://"]) {
    assert.ok("reason" in readCalendarAddress(text), text);
  }
});

test("a host of this machine is refused by name, by number and in every spelling of it, and nothing is asked of it", async () => {
  for (const host of ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254"]) {
    assert.equal(reason(await fetchCalendar(new URL(`https://${host}/`), NONE)), "The address is not on the public internet", host);
  }
  assert.equal(reason(await fetchCalendar(new URL("https://inside.example/"), NONE, { resolve: () => Promise.resolve(["8.8.8.8", "10.0.0.1"]) })), "The address is not on the public internet");
  assert.deepEqual(asked, []);
});

test("a redirect to an address that is not public is not followed", async () => {
  for (const to of [`http://127.0.0.2:${port}/secret`, `http://[::1]:${port}/secret`, `http://inside.example:${port}/secret`]) {
    answers = { "/": (_, response) => response.writeHead(302, { location: to }).end() };
    const resolve = (host: string) => Promise.resolve([host === "inside.example" ? "192.168.0.1" : LOOPBACK]);
    assert.equal(reason(await get("/", { resolve })), "The address is not on the public internet", to);
  }
  assert.ok(!asked.some((path) => path.includes("secret")));
});

test("a name that changes its address is asked once, and the connection goes to the address that was checked", async () => {
  const given: string[] = [];
  const resolve = (host: string) => {
    given.push(host);
    return Promise.resolve(given.length === 1 ? [LOOPBACK] : ["10.0.0.1"]);
  };
  answers = { "/": (_, response) => response.end("calendar") };
  assert.equal((await get("/", { resolve })).kind, "body");
  assert.deepEqual(given, ["public.example"]);
  assert.equal(reason(await get("/", { resolve })), "The address is not on the public internet");
});

test("3 redirects are followed and no more, each checked anew, and never from https to http", async () => {
  const to = (next: string): RequestListener => (_, response) => { response.writeHead(307, { location: next }).end(); };
  answers = { "/1": to("/2"), "/2": to("/3"), "/3": to("/4"), "/4": (_, response) => response.end("calendar"), "/0": to("/1"), "/port": to("http://public.example:1/") };
  assert.equal((await get("/1")).kind, "body");
  assert.equal(reason(await get("/0")), "The calendar moves too often");
  assert.equal(reason(await get("/port")), "The calendar moved to an address that we do not use");
  assert.deepEqual(readRedirect(new URL("https://a.example/"), "http://a.example/"), { reason: "The calendar moved to an address that is not safe" });
  assert.ok("reason" in readRedirect(new URL("https://a.example/"), "https://b.example:8443/"));
});

test("what is too large is given up, also when it was packed small", async () => {
  const endless: RequestListener = (_, response) => { const more = () => { while (!response.destroyed && response.write(Buffer.alloc(65_536))); }; response.on("drain", more); more(); };
  answers = { "/large": endless, "/packed": (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(50_000_000))) };
  for (const path of ["/large", "/packed"]) assert.equal(reason(await get(path)), "The calendar is larger than 2 MB", path);
});

test("a server that sends nothing, or that never ends, is given up", async () => {
  answers = {
    "/silent": () => undefined,
    "/slow": (_, response) => { const timer = setInterval(() => response.write("x"), 20); response.on("close", () => clearInterval(timer)); },
  };
  assert.equal(reason(await get("/silent", { silenceMs: 100 })), "The calendar takes too long to answer");
  assert.equal(reason(await get("/slow", { totalMs: 300 })), "The calendar takes too long to arrive");
  assert.equal(reason(await get("/", { totalMs: 100, resolve: () => new Promise(() => undefined) })), "The calendar takes too long to arrive");
});

test("a calendar that did not change is not sent again", async () => {
  answers = {
    "/": (request, response) => {
      const isKnown = request.headers["if-none-match"] === '"1"' && request.headers["if-modified-since"] === "Mon, 02 Mar 2026 12:00:00 GMT";
      response.writeHead(isKnown ? 304 : 200, { etag: '"1"', "last-modified": "Mon, 02 Mar 2026 12:00:00 GMT", "content-encoding": "gzip" }).end(isKnown ? undefined : gzipSync("calendar"));
    },
  };
  const validators = { etag: '"1"', lastModified: "Mon, 02 Mar 2026 12:00:00 GMT" };
  assert.deepEqual(await get("/"), { kind: "body", bytes: Buffer.from("calendar"), validators });
  assert.equal((await get("/", {}, validators)).kind, "unchanged");
});

test("a refusal, a fault and an answer that breaks off are told", async () => {
  const status = (code: number): RequestListener => (_, response) => { response.writeHead(code).end(); };
  answers = { "/401": status(401), "/410": status(410), "/500": status(500), "/cut": (_, response) => { response.writeHead(200, { "content-length": "100" }).write("x"); setImmediate(() => response.destroy()); } };
  assert.match(reason(await get("/401")), /not public/);
  assert.match(reason(await get("/410")), /no calendar at this address/);
  assert.match(reason(await get("/500")), /error \(500\)/);
  assert.match(reason(await get("/cut")), /cannot be reached, or its answer breaks off/);
  assert.match(reason(await get("/x", { resolve: () => Promise.reject(new Error("ENOTFOUND")) })), /no such address/);
});
