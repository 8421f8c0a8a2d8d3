import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { knowClient } from "../http/client-address.ts";
import { directoryOf } from "../testing/fixture-directory.ts";
import { registerChangeStream } from "./change-stream.ts";
import type { DirectorySource } from "./live-directory.ts";

function follow() {
  const directory = directoryOf([], 0);
  let changeNumber = 7;
  const current = () => new Proxy(directory, { get: (target, key) => (key === "changeNumber" ? changeNumber : Reflect.get(target, key)) });
  const source: DirectorySource = { current, staleSince: () => undefined, edition: () => "0" };
  const app = new Hono();
  app.use(knowClient(1, () => undefined));
  registerChangeStream(app, source);
  const from = async (address: string) => app.request("/v1/changes", { headers: { "x-forwarded-for": address } });
  return { app, from, change: () => (changeNumber += 1) };
}

const textOf = (chunk: ReadableStreamReadResult<Uint8Array>) => new TextDecoder().decode(chunk.value);

test("who follows the changes is told the number at once, and each new one", async () => {
  const { app, change } = follow();
  const response = await app.request("/v1/changes");
  assert.equal(response.headers.get("content-type"), "text/event-stream; charset=utf-8");
  const reader = response.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  assert.equal(textOf(await reader.read()), 'id: 7\ndata: {"changeNumber":7}\n\n');
  change();
  assert.equal(textOf(await reader.read()), 'id: 8\ndata: {"changeNumber":8}\n\n');
  await reader.cancel();
});

test("more than a thousand are asked to come back, and a place that becomes free is given again", async () => {
  const { from } = follow();
  const all: Response[] = [];
  while (all.length < 1_000) all.push(await from(`192.0.2.${all.length % 250}`));
  const refused = await from("192.0.2.251");
  assert.deepEqual([refused.status, refused.headers.get("retry-after")], [503, "60"]);
  await all[0]!.body!.cancel();
  const again = await from("192.0.2.251");
  assert.equal(again.status, 200);
  for (const { body } of [again, ...all.slice(1)]) await body!.cancel();
});

test("one address takes 200 places at most, and leaves the others to everybody else", async () => {
  const { from } = follow();
  const all = await Promise.all(Array.from({ length: 200 }, () => from("192.0.2.1")));
  assert.deepEqual([(await from("192.0.2.1")).status, all.every(({ status }) => status === 200)], [503, true]);
  all.push(await from("192.0.2.2"));
  assert.equal(all.at(-1)!.status, 200);
  await all[0]!.body!.cancel();
  all.push(await from("192.0.2.1"));
  assert.equal(all.at(-1)!.status, 200);
  for (const { body } of all.slice(1)) await body!.cancel();
});
