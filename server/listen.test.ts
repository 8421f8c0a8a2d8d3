import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { once } from "node:events";
import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { BodyError, MAX_BODY_BYTES, readForm } from "./http/body.ts";
import { close, listen, portOf } from "./listen.ts";

let server: Server;
const faults: Error[] = [];
const taken: string[] = [];

before(async () => {
  const app = new Hono();
  app.post("/", async (c) => {
    const form = await readForm(c);
    taken.push(form.toString());
    return c.text("taken");
  });
  app.get("/large", (c) => c.body(new Uint8Array(64 * 1024 * 1024)));
  app.onError((error, c) => {
    faults.push(error);
    return c.text("refused", error instanceof BodyError ? error.status : 500);
  });
  const patience = { headers: 300, request: 600, silence: 1_000, look: 50 };
  const answer = getRequestListener(app.fetch);
  server = await listen((request, response) => void answer(request, response), { port: 0, host: "127.0.0.1", setting: "PORT" }, patience);
});
after(() => close(server));

/** Sends these bytes and nothing more, keeps the connection open, and gives the status line of the answer once it is cut off. */
async function statusLineFor(bytes: string): Promise<string> {
  const socket = connect({ port: portOf(server), host: "127.0.0.1", allowHalfOpen: true });
  socket.write(bytes);
  const answer = await text(socket);
  socket.destroy();
  return answer.split("\r\n")[0]!;
}

const POST = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";
const head = (length: number) => `${POST}Content-Length: ${length}\r\n`;

test("who does not end the headers is cut off with 408", async () => {
  assert.equal(await statusLineFor(head(3)), "HTTP/1.1 408 Request Timeout");
});

test("who does not end the body is cut off with 408, and what came of it counts for nothing", async () => {
  assert.equal(await statusLineFor(`${head(1000)}\r\nname=Sample`), "HTTP/1.1 408 Request Timeout");
  assert.deepEqual(taken, []);
});

test("a body over 1 MB is refused with 413 by its length, before any of it comes", async () => {
  assert.equal(await statusLineFor(`${head(MAX_BODY_BYTES + 1)}\r\n`), "HTTP/1.1 413 Payload Too Large");
});

test("a body of no told length is refused with 413 when there is too much of it", async () => {
  const chunk = `10000\r\n${"x".repeat(0x1_0000)}\r\n`;
  assert.equal(await statusLineFor(`${POST}Transfer-Encoding: chunked\r\n\r\n` + chunk.repeat(17)), "HTTP/1.1 413 Payload Too Large");
});

test("who asks and does not take the answer is cut off", { timeout: 15_000 }, async () => {
  const socket = connect({ port: portOf(server), host: "127.0.0.1" });
  const cutOff = once(server, "connection").then(([theirs]: Socket[]) => once(theirs!, "close"));
  socket.pause().write("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await cutOff;
  socket.destroy();
});

test("who sends a form in time is heard, and all that went before was no fault of ours", async () => {
  const form = { method: "POST", body: new URLSearchParams({ name: "Sample Person" }) };
  assert.equal(await (await fetch(`http://127.0.0.1:${portOf(server)}/`, form)).text(), "taken");
  assert.deepEqual(taken, ["name=Sample+Person"]);
  assert.ok(faults.every((fault) => fault instanceof BodyError), faults.map(String).join());
});
