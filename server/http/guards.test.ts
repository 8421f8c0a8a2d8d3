import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { Hono } from "hono";
import { z } from "zod";
import { BodyError, MAX_BODY_BYTES, MAX_FORM_BYTES, readForm, readJson } from "./body.ts";
import { clientAddress, knowClient } from "./client-address.ts";
import { formToken, hasFormToken } from "./form-token.ts";
import { sameOriginOnly } from "./same-origin.ts";
import { SealedCookie } from "./sealed-cookie.ts";

const cookiesOf = (response: Response) => response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");

describe("a body", () => {
  const app = new Hono();
  app.post("/form", async (c) => c.json([...(await readForm(c))]));
  app.post("/json", async (c) => c.json(await readJson(c)));
  app.onError((error, c) => {
    assert.ok(error instanceof BodyError);
    return c.text(error.message, error.status);
  });
  const post = (path: string, body: BodyInit, type: string, headers: Record<string, string> = {}) =>
    app.request(path, { method: "POST", body, headers: { "content-type": type, ...headers }, duplex: "half" } as RequestInit);
  const FORM = "application/x-www-form-urlencoded";

  test("of any form or JSON is read as it was sent", async () => {
    const word = fc.string({ unit: "grapheme" });
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(word, word)), fc.json(), async (pairs, json) => {
      assert.deepEqual(await (await post("/form", new URLSearchParams(pairs).toString(), `${FORM};charset=UTF-8`)).json(), pairs);
      assert.deepEqual(await (await post("/json", json, "application/json")).json(), JSON.parse(json));
    }), { numRuns: 50 });
  });

  test("of any bytes gives an answer and no fault, and repeats nothing", async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const response = await post("/json", Buffer.from(bytes), "application/json");
      assert.ok([200, 400].includes(response.status));
    }));
    const answer = await post("/json", '{"name": "Marker Person"', "application/json");
    assert.deepEqual([answer.status, (await answer.text()).includes("Marker")], [400, false]);
  });

  test("of another type is refused with 415", async () => {
    for (const type of ["text/plain", "multipart/form-data; boundary=x", "application/json"]) {
      assert.equal((await post("/form", "a=b", type)).status, 415);
    }
    assert.equal((await post("/json", "{}", FORM)).status, 415);
  });

  test("over 1 MB is refused with 413, by what is said of it and by what comes", async () => {
    const large = `a=${"x".repeat(MAX_BODY_BYTES - 1)}`;
    assert.equal((await post("/form", large, FORM)).status, 413);
    assert.equal((await post("/form", "a=b", FORM, { "content-length": String(MAX_BODY_BYTES + 1) })).status, 413);
    assert.equal((await post("/form", "a&".repeat(501), FORM)).status, 413);
    assert.equal((await post("/json", JSON.stringify("x".repeat(MAX_FORM_BYTES * 2)), "application/json")).status, 200);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    assert.equal((await post("/form", endless, FORM)).status, 413);
    assert.equal((await post("/form", large.slice(0, MAX_FORM_BYTES), FORM)).status, 200);
  });
});

describe("a form from another site", () => {
  const app = new Hono();
  app.use(sameOriginOnly("https://events.example", (c) => c.text("refused", 403)));
  app.all("/", (c) => c.text("done"));
  const send = async (method: string, headers: Record<string, string>) =>
    (await app.request("http://10.0.0.1:8787/", { method, headers })).status;

  test("is refused, and one of our own pages is not", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      assert.equal(await send(method, { "sec-fetch-site": "same-origin" }), 200);
      assert.equal(await send(method, { origin: "https://events.example" }), 200);
      assert.equal(await send(method, { origin: "http://10.0.0.1:8787" }), 200);
      for (const site of ["cross-site", "same-site", "none"]) {
        assert.equal(await send(method, { "sec-fetch-site": site, origin: "https://events.example" }), 403, site);
      }
      for (const origin of ["https://evil.example", "null", "https://events.example.evil.example", "http://events.example"]) {
        assert.equal(await send(method, { origin }), 403, origin);
      }
      assert.equal(await send(method, {}), 403);
    }
  });

  test("may be looked at from anywhere", async () => {
    for (const method of ["GET", "HEAD", "OPTIONS"]) assert.equal(await send(method, { "sec-fetch-site": "cross-site" }), 200);
  });
});

describe("a form's token", () => {
  const key = randomBytes(32);
  const app = new Hono();
  app.get("/", (c) => c.text(formToken(c, key)));
  app.post("/", async (c) => c.text(String(hasFormToken(c, key, await readForm(c)))));
  const post = async (token: string, cookie: string) =>
    (await app.request("/", { method: "POST", body: new URLSearchParams({ token }), headers: { cookie } })).text();

  test("is good with the cookie that it was made for, and with no other", async () => {
    const [mine, other] = [await app.request("/"), await app.request("/")];
    const token = await mine.text();
    assert.equal(await post(token, cookiesOf(mine)), "true");
    assert.equal(await post(token, cookiesOf(other)), "false");
    assert.equal(await post(token, ""), "false");
    for (const wrong of ["", "x", `${token}A`, token.slice(1)]) assert.equal(await post(wrong, cookiesOf(mine)), "false");
    assert.match(mine.headers.get("set-cookie") ?? "", /^__Host-form=[\w-]{24}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test("stays the same for a browser that has the cookie", async () => {
    const first = await app.request("/");
    const again = await app.request("/", { headers: { cookie: cookiesOf(first) } });
    assert.equal(await again.text(), await first.text());
    assert.equal(again.headers.get("set-cookie"), null);
  });
});

describe("a sealed cookie", () => {
  let clock = 1_000_000;
  const key = randomBytes(32);
  const cookie = new SealedCookie({ name: "__Host-test", key, maxAgeSeconds: 60, read: z.object({ name: z.string() }) }, () => clock);
  const other = new SealedCookie({ name: "__Host-other", key, maxAgeSeconds: 60, read: z.object({ name: z.string() }) }, () => clock);
  const app = new Hono();
  app.post("/", async (c) => {
    cookie.set(c, { name: await c.req.text() });
    return c.text("set");
  });
  app.get("/", (c) => c.json(cookie.get(c) ?? null));
  app.get("/other", (c) => c.json(other.get(c) ?? null));
  const set = async (name: string) => cookiesOf(await app.request("/", { method: "POST", body: name }));
  const get = async (sent: string, path = "/") => (await app.request(path, { headers: { cookie: sent } })).json();

  test("gives back what it was given, and shows nothing of it", async () => {
    const wellFormed = fc.string({ unit: "grapheme", maxLength: 100 }).filter((text) => text.isWellFormed());
    await fc.assert(fc.asyncProperty(wellFormed, async (name) => {
      const sent = await set(name);
      assert.deepEqual(await get(sent), { name });
      assert.match(sent, /^__Host-test=[\w-]+$/);
    }), { numRuns: 30 });
  });

  test("counts as none when it was changed, is too old, or is another's", async () => {
    const sent = await set("Sample Person");
    const value = sent.slice(sent.indexOf("=") + 1);
    assert.equal(await get(`__Host-test=${value.slice(0, -2)}AA`), null);
    assert.equal(await get("__Host-test=rubbish"), null);
    assert.equal(await get(`__Host-other=${value}`, "/other"), null);
    clock += 60_001;
    assert.equal(await get(sent), null);
  });

  test("that would be too long is refused at once, and not cut off", async () => {
    app.onError((error, c) => c.text(error.name, 500));
    assert.equal(await (await app.request("/", { method: "POST", body: "x".repeat(4_000) })).text(), "CookieTooLongError");
  });
});

describe("who is asking", () => {
  const app = new Hono<{ Bindings: { incoming: { socket: { remoteAddress: string } } } }>();
  app.get("/:hops", (c) => c.text(clientAddress(c as never, Number(c.req.param("hops")))));
  function ask(remoteAddress: string, hops: number, forwarded?: string) {
    const headers = new Headers(forwarded === undefined ? {} : { "x-forwarded-for": forwarded });
    return app.request(`/${hops}`, { headers }, { incoming: { socket: { remoteAddress } } });
  }
  const from = async (remoteAddress: string, hops = 0, forwarded?: string) => (await ask(remoteAddress, hops, forwarded)).text();

  test("is the other end of the connection, and what it claims counts for nothing", async () => {
    assert.equal(await from("192.0.2.1", 0, "198.51.100.9"), "192.0.2.1");
    assert.equal(await from("::ffff:192.0.2.1"), "192.0.2.1");
  });

  test("is asked once of whoever runs the service, when a proxy stands before it that nobody told of", async () => {
    const lines: string[] = [];
    const behind = (hops: number) => new Hono().use(knowClient(hops, (line) => lines.push(line)));
    const [unknowing, knowing] = [behind(0), behind(1)];
    await unknowing.request("/");
    assert.deepEqual(lines, []);
    for (const app of [unknowing, unknowing, knowing]) await app.request("/", { headers: { "x-forwarded-for": "192.0.2.7" } });
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /PROXY_HOPS/);
    assert.doesNotMatch(lines[0]!, /192/);
  });

  test("is what the outermost of our own proxies saw", async () => {
    assert.equal(await from("10.0.0.1", 1, "6.6.6.6, 192.0.2.7"), "192.0.2.7");
    assert.equal(await from("10.0.0.1", 2, "6.6.6.6, 192.0.2.7, 10.0.0.2"), "192.0.2.7");
    assert.equal(await from("10.0.0.1", 1), "10.0.0.1");
  });

  test("is the same on each of their connections, also behind a proxy that writes the port", async () => {
    assert.equal(await from("10.0.0.1", 1, "192.0.2.7:51234"), "192.0.2.7");
    assert.equal(await from("10.0.0.1", 1, "[2001:db8:1:2::9]:51234"), "2001:db8:1:2");
    assert.equal(await from("10.0.0.1", 1, "[2001:db8:1:2::9]"), "2001:db8:1:2");
    await fc.assert(fc.asyncProperty(fc.ipV6(), fc.nat(65_535), async (address, port) => {
      const network = await from(address);
      assert.match(network, /^(?:(?:[\da-f]{1,4}:){3}[\da-f]{1,4}|[\d.]+)$/);
      assert.equal(await from("10.0.0.1", 1, `[${address}]:${port}`), network);
    }));
  });

  test("is told without a fault, whatever stands in the header", async () => {
    const headerText = fc.string({ unit: fc.constantFrom(..."0123456789abcdef:.,[]% x") });
    await fc.assert(fc.asyncProperty(headerText, fc.nat(3), async (forwarded, hops) => {
      assert.equal((await ask("192.0.2.1", hops, forwarded)).status, 200);
    }));
  });

  test("is one for all addresses of an IPv6 network", async () => {
    assert.equal(await from("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2");
    assert.equal(await from("2001:db8:1:2::9"), "2001:db8:1:2");
    assert.equal(await from("2001:db8::1"), "2001:db8:0:0");
    assert.equal(await from("::1"), "0:0:0:0");
  });
});
