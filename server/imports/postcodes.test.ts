import { after, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { createTestDatabase } from "../testing/database.ts";
import { importPostcodes } from "./postcodes.ts";

const database = await createTestDatabase();
const { db } = database;
after(() => database.drop());
beforeEach(async () => {
  await sql`delete from postcode_area`.execute(db);
});

const NSPL = ["pcd,pcds,doterm,lat,long", '"SW170QT","SW17 0QT",,51.426,-0.174', "SW170RE,SW17 0RE,199506,51.428,-0.176", "OX11AA,OX1 1AA,,51.75,-1.257", "ZZ992WZ,ZZ99 2WZ,,99.999999,0", ",,,,", ""].join("\r\n");

const load = (text: string) => importPostcodes(db, Readable.from([Buffer.from(text)]));
const kept = () => db.selectFrom("postcode_area").selectAll().orderBy("code").execute();
const changeNumber = async () => (await db.selectFrom("change_counter").select("number").executeTakeFirstOrThrow()).number;

test("postcodes near London are kept, with the mean point of each district", async () => {
  assert.deepEqual(await load(`\ufeff${NSPL}`), { kept: 3, changed: 3, elsewhere: 2, unreadable: 1 });
  assert.deepEqual(await kept(), [
    { code: "SW17", latitude: 51.427, longitude: -0.175 },
    { code: "SW17 0QT", latitude: 51.426, longitude: -0.174 },
    { code: "SW17 0RE", latitude: 51.428, longitude: -0.176 },
  ]);
});

test("run twice it changes nothing, and no change is recorded", async () => {
  await load(NSPL);
  const number = await changeNumber();
  assert.deepEqual(await load(NSPL), { kept: 3, changed: 0, elsewhere: 2, unreadable: 1 });
  assert.equal(await changeNumber(), number);
});

test("a postcode that moved is the only one written, and a change is recorded", async () => {
  await load("postcode,latitude,longitude\nSW17 0QT,51.4,-0.1\nE1 1AA,51.5,-0.07");
  const number = await changeNumber();
  const report = await load("outcode;latitude;longitude\nE1;51.51;-0.07");
  assert.equal(report.changed, 1);
  assert.ok((await changeNumber()) > number);
  assert.deepEqual((await kept()).find(({ code }) => code === "E1"), { code: "E1", latitude: 51.51, longitude: -0.07 });
});

test("a file that places a district itself is believed, and of a code that comes twice the first counts", async () => {
  await load("postcode,latitude,longitude\nE1,51.6,0\nE1 1AA,51.5,-0.07\nE1 1AA,51.7,-0.07");
  assert.deepEqual((await kept()).map(({ latitude }) => latitude).sort(), [51.5, 51.6]);
});

test("a file that breaks off, or lacks a column, lands nothing", async () => {
  await assert.rejects(load(`${NSPL}"SW17 0QQ,51.4`), { name: "UnreadableFileError", message: /CSV/ });
  await assert.rejects(load("pcds,lat\nSW17 0QT,51.4"), { name: "UnreadableFileError", message: /long/ });
  await assert.rejects(load(""), { name: "UnreadableFileError" });
  assert.deepEqual(await kept(), []);
});

test("more rows than a batch holds are all kept", async () => {
  const letters = "ABDEFGHJLNPQRSTUWXYZ";
  const codes = Array.from({ length: 24_000 }, (_, index) => {
    const [a, b, c] = [index % 20, Math.floor(index / 20) % 20, Math.floor(index / 400)];
    return `N${Math.floor(c / 10) + 1} ${c % 10}${letters[a]}${letters[b]}`;
  });
  const report = await load(["postcode,lat,long", ...codes.map((code) => `${code},51.55,-0.1`)].join("\n"));
  assert.deepEqual([report.kept, report.changed], [24_006, 24_006]);
});
