import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { insertPageTexts } from "../../db/reference/insert.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { readCopy } from "./disk-copy.ts";
import { openLiveDirectory } from "./live-directory.ts";
import { PAGE_SECTIONS } from "./page-texts.ts";

let database: TestDatabase;
let folder: string;
before(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "hwbe-texts-"));
  await insertPageTexts(database.db);
});
after(async () => {
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const AWAY = "postgres://nobody@127.0.0.1:9/nothing";
const open = (databaseUrl: string, copyFile: string) => openLiveDirectory({ databaseUrl, copyFile, baseUrl: "https://events.example", log: () => undefined });

test("the words of the pages are there when the database is away, as they last were", async () => {
  const copyFile = join(folder, "directory.json");
  await database.db.updateTable("page_section").set({ body: "Our own words." }).where("slug", "=", "carers").execute();
  await database.db.updateTable("signpost").set({ shown: false }).where("slug", "=", "maggies").execute();
  await (await open(database.url, copyFile)).close();
  const live = await open(AWAY, copyFile);
  const { sections, signposts } = live.current().pages;
  await live.close();
  assert.deepEqual(sections.map(({ slug }) => slug), PAGE_SECTIONS);
  assert.equal(sections.find(({ slug }) => slug === "carers")?.body, "Our own words.");
  assert.equal(signposts.length, 5);
});

test("a copy without them, as the service once wrote it, still serves the events", async () => {
  const copyFile = join(folder, "older.json");
  await (await open(database.url, copyFile)).close();
  const { pages: _, ...older } = JSON.parse(await readFile(copyFile, "utf8")) as Record<string, unknown>;
  await writeFile(copyFile, JSON.stringify(older));
  assert.deepEqual((await readCopy(copyFile))?.parts.pages, { sections: [], signposts: [] });
});
