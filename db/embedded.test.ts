import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { until } from "../server/testing/until.ts";
import { startEmbeddedPostgres } from "./embedded.ts";
import { prepareBinaries } from "./embedded/binaries.ts";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "hwbe-embedded-"));
  await chmod(folder, 0o755);
});
after(() => rm(folder, { recursive: true, force: true }));

const start = (name: string) => startEmbeddedPostgres({ dataDir: join(folder, name), log: () => undefined });

async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const answers = (url: string) => ask(url, "select 1").then(() => true, () => false);

/** A process of its own that starts the server and tells its address. */
async function elsewhere(name: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(fileURLToPath(new URL("./embedded/start-in-child.ts", import.meta.url)), [join(folder, name)]);
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  return { child, url };
}

test("what was written is there after a stop and a start, and the service's user is no superuser", async () => {
  const first = await start("kept");
  await ask(first.url, "create table kept as select 42 as answer");
  await first.stop();
  assert.equal(await answers(first.url), false);
  const second = await start("kept");
  assert.deepEqual(await ask(second.url, "select answer from kept"), [{ answer: 42 }]);
  const [settings] = await ask<{ super: string; fsync: string }>(
    second.url, "select current_setting('is_superuser') as super, current_setting('fsync') as fsync",
  );
  assert.deepEqual(settings, { super: "off", fsync: "on" });
  await second.stop();
});

test("a server that a killed process left behind is joined, and stopped at the end", async () => {
  const { child, url } = await elsewhere("left");
  child.kill("SIGKILL");
  await once(child, "exit");
  assert.equal(await answers(url), true);
  const heir = await start("left");
  assert.equal(new URL(heir.url).port, new URL(url).port);
  await heir.stop();
  assert.equal(await answers(url), false);
});

test("of two at once the first to stop leaves the server to the other", async () => {
  const [one, other] = await Promise.all([start("shared"), start("shared")]);
  assert.equal(one.url, other.url);
  await one.stop();
  assert.equal(await answers(other.url), true);
  await other.stop();
  assert.equal(await answers(other.url), false);
});

test("two processes that make the cluster at the same time get one", async () => {
  const [one, other] = await Promise.all([elsewhere("made"), elsewhere("made")]);
  assert.equal(one.url, other.url);
  for (const { child } of [one, other]) {
    child.send("stop");
    await once(child, "exit");
  }
  assert.equal(await answers(one.url), false);
});

test("a start that was killed while it made the cluster leaves nothing that counts", async () => {
  await mkdir(join(folder, "half", "postgres-new-abc", "data"), { recursive: true });
  const server = await start("half");
  assert.equal(await answers(server.url), true);
  await server.stop();
});

test("a pid file whose number belongs to another program now does not keep the server from starting", async () => {
  const first = await start("recycled");
  await first.stop();
  await writeFile(join(folder, "recycled", "postgres", "postmaster.pid"), `${process.pid}\n/elsewhere\n0\n1\n\n127.0.0.1\n0\nready\n`);
  const second = await start("recycled");
  assert.equal(await answers(second.url), true);
  await second.stop();
});

test("programs that their installer keeps for itself are copied for the user that PostgreSQL runs as", async () => {
  const copies = join(folder, "copies");
  await mkdir(copies);
  const programs = await prepareBinaries(copies, () => Promise.resolve(false));
  for (let path = join(programs, "bin", "postgres"); path !== copies; path = dirname(path)) {
    assert.equal((await stat(path)).mode & 0o005, 0o005, path);
  }
});

test("root goes on with the database that another user made, as that user", { skip: process.getuid?.() !== 0 }, async () => {
  const first = await start("inherited");
  await first.stop();
  const data = join(folder, "inherited", "postgres");
  const daemon = 1;
  for (const path of [data, ...(await readdir(data, { recursive: true })).map((name) => join(data, name))]) await chown(path, daemon, daemon);
  const second = await start("inherited");
  assert.equal(await answers(second.url), true);
  assert.equal((await stat(join(data, "postmaster.pid"))).uid, daemon);
  await second.stop();
});

test("a data folder that cannot be had is told in one line", async () => {
  await writeFile(join(folder, "file"), "");
  await assert.rejects(start("file"), /^EmbeddedPostgresError: The database cannot be kept in .+: set DATA_DIR to a folder that this user may write to\.$/);
});

test("one that comes while the last one leaves gets a server that stays", async () => {
  let leaving = await start("busy");
  for (let round = 0; round < 5; round++) {
    const [, coming] = await Promise.all([leaving.stop(), start("busy")]);
    assert.equal(await answers(coming.url), true);
    leaving = coming;
  }
  await leaving.stop();
});

test("root's data is kept elsewhere when others cannot enter its folder, and the log says where", { skip: process.getuid?.() !== 0 }, async () => {
  const closed = join(folder, "closed");
  await mkdir(closed, { mode: 0o700 });
  const lines: string[] = [];
  const server = await startEmbeddedPostgres({ dataDir: join(closed, "data"), log: (line) => lines.push(line) });
  assert.equal(await answers(server.url), true);
  await server.stop();
  const home = /kept in (\/var\/lib\/\S+)\.$/.exec(lines[0] ?? "")?.[1];
  assert.ok(home, lines[0]);
  await rm(home, { recursive: true });
});

test("a server that was killed is started again at the same address, and whoever wrote finds it there", async () => {
  const server = await start("killed");
  await ask(server.url, "create table kept as select 1 as row");
  for (let round = 0; round < 3; round++) {
    const pid = Number((await readFile(join(folder, "killed", "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
    process.kill(pid, "SIGKILL");
    await until(() => answers(server.url), "the server answers again", 30_000);
    assert.deepEqual(await ask(server.url, "select row from kept"), [{ row: 1 }]);
  }
  await server.stop();
  assert.equal(await answers(server.url), false);
});
