import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { startDemo, type Demo } from "./host.ts";

const SERVICE = "http://127.0.0.1:4000";
let demo: Demo;
let origin: string;

before(async () => {
  demo = await startDemo({ port: 0, host: "127.0.0.1", serviceUrl: `${SERVICE}/` });
  origin = `http://127.0.0.1:${demo.port}`;
});
after(() => demo.close());

/** The status of a path sent as it is, without the clean-up that `fetch` does first. */
function statusOfRawPath(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port: demo.port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test("a host page carries the one tag, with the address of the service in it", async () => {
  const response = await fetch(`${origin}/trust`);
  const page = await response.text();
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  assert.ok(page.includes(`<script type="module" src="${SERVICE}/widget/v1/hwbe-finder.js"></script>`));
  assert.ok(!page.includes("{{"));
});

test("every page that the first page lists is there, and leads back", async () => {
  const index = await (await fetch(`${origin}/`)).text();
  const listed = [...index.matchAll(/href="(\/[a-z-]+)"/g)].map((match) => match[1]);
  assert.ok(listed.length >= 11);
  for (const path of listed) {
    const response = await fetch(origin + path);
    assert.equal(response.status, 200, path);
    assert.match(await response.text(), /href="\/"/, path);
  }
});

test("the strict page names the service for scripts and answers, and its own styles alone", async () => {
  const { headers } = await fetch(`${origin}/strict-policy`);
  const policy = headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src http:\/\/127\.0\.0\.1:4000;/);
  assert.match(policy, /connect-src http:\/\/127\.0\.0\.1:4000;/);
  assert.match(policy, /style-src 'self';/);
  assert.doesNotMatch(policy, /unsafe/);
});

test("nothing but the host pages can be read, however the path is written", async () => {
  for (const path of ["/../host.ts", "/%2e%2e/host.ts", "/assets/..%2f..%2fhost.ts", "//etc/passwd", "/trust.html", "/%00", "/%"]) {
    assert.equal(await statusOfRawPath(path), 404, path);
  }
});

test("HEAD answers without a body, other methods are refused", async () => {
  const head = await fetch(`${origin}/trust`, { method: "HEAD" });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), "");
  const post = await fetch(`${origin}/trust`, { method: "POST", body: "x" });
  assert.equal(post.status, 405);
  assert.equal(post.headers.get("allow"), "GET, HEAD");
});

test("a taken port rejects with the error that names it", async () => {
  await assert.rejects(startDemo({ port: demo.port, host: "127.0.0.1", serviceUrl: SERVICE }), { code: "EADDRINUSE" });
});
