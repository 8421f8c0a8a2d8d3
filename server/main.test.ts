import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "hwbe-main-"));
  await chmod(folder, 0o755);
});
after(() => rm(folder, { recursive: true, force: true }));

interface Run {
  child: ChildProcess;
  output: () => string;
  errors: () => string;
  exited: Promise<number | null>;
}

function run(settings: Record<string, string>): Run {
  const env = { ...process.env, PORT: "0", DEMO_PORT: "0", DATA_DIR: join(folder, "data"), DATABASE_URL: "", ...settings };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  return { child, output: () => output, errors: () => errors, exited: once(child, "exit").then(([code]) => code as number | null) };
}

/** Waits for the welcome; throws what was printed when the program ends before it. */
async function started(program: Run): Promise<{ service: string; demo: string }> {
  while (!/Press Ctrl-C/.test(program.output())) {
    const ended = await Promise.race([program.exited.then(() => true), once(program.child.stdout!, "data").then(() => false)]);
    if (ended) throw new Error(`It ended: ${program.output()}${program.errors()}`);
  }
  return {
    service: /service is at (\S+)/.exec(program.output())![1]!,
    demo: /websites is at (\S+)/.exec(program.output())![1]!,
  };
}

async function total(service: string): Promise<number> {
  return ((await (await fetch(`${service}/v1/events`)).json()) as { total: number }).total;
}

async function postmasterRuns(): Promise<boolean> {
  const file = join(folder, "data", "postgres", "postmaster.pid");
  const pid = await readFile(file, "utf8").then((text) => Number(text.split("\n")[0]), () => undefined);
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function takenPort() {
  const server = createServer().listen(0);
  await once(server, "listening");
  return { port: String((server.address() as AddressInfo).port), close: () => server.close() };
}

test("a first start fills the directory and serves it and the host sites; Ctrl-C stops everything, the database too", async () => {
  const program = run({});
  const { service, demo } = await started(program);
  assert.ok((await total(service)) > 50);
  assert.equal((await fetch(demo)).status, 200);
  program.child.kill("SIGINT");
  assert.equal(await program.exited, 0);
  assert.equal(await postmasterRuns(), false);
});

test("after kill -9 the next start goes on with the same database", async () => {
  const killed = run({});
  await started(killed);
  killed.child.kill("SIGKILL");
  await killed.exited;
  assert.equal(await postmasterRuns(), true);
  const next = run({});
  const { service } = await started(next);
  assert.ok((await total(service)) > 50);
  next.child.kill("SIGTERM");
  assert.equal(await next.exited, 0);
  assert.equal(await postmasterRuns(), false);
});

test("a second start at the same time harms nothing: on the same port it ends with a line, on another it shares the database", async () => {
  const first = run({});
  const { service } = await started(first);
  const same = run({ PORT: new URL(service).port });
  assert.equal(await same.exited, 1);
  const other = run({});
  await started(other);
  other.child.kill("SIGINT");
  assert.equal(await other.exited, 0);
  assert.ok((await total(service)) > 50);
  first.child.kill("SIGINT");
  assert.equal(await first.exited, 0);
  assert.equal(await postmasterRuns(), false);
});

for (const name of ["PORT", "DEMO_PORT"]) {
  test(`a taken ${name} is told in one line that names it`, async () => {
    const { port, close } = await takenPort();
    const program = run({ [name]: port });
    assert.equal(await program.exited, 1);
    assert.equal(program.errors(), `Port ${port} is taken by another program: set ${name} to another one.\n`);
    assert.equal(await postmasterRuns(), false);
    close();
  });
}

test("a database that cannot be reached is told in one line", async () => {
  const program = run({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", DATA_DIR: join(folder, "empty") });
  assert.equal(await program.exited, 1);
  assert.match(program.errors(), /^The database of DATABASE_URL cannot be reached \(.+\): .+\.\n$/);
});

test("with a copy on disk the service starts while its database is away, and says so", async () => {
  const program = run({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
  const { service } = await started(program);
  assert.match(program.output(), /The database is away/);
  assert.ok((await total(service)) > 50);
  assert.ok(Number((await fetch(`${service}/v1/events`)).headers.get("age")) >= 0);
  program.child.kill("SIGINT");
  assert.equal(await program.exited, 0);
});

test("a wrong setting is told in one line", async () => {
  const program = run({ PORT: "many" });
  assert.equal(await program.exited, 1);
  assert.equal(program.errors(), "The setting PORT is not right: use a whole number from 0 to 65535, such as 8787.\n");
});
