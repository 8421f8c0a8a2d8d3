import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { makePackage } from "../widget/package/make.ts";
import { publicParts } from "../widget/package/manifest.ts";

const ROOT = join(import.meta.dirname, "..");
const run = promisify(execFile);
let folder: string;
let readme: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "hwbe-package-"));
  await makePackage(join(folder, "package"));
  readme = await readFile(join(ROOT, "widget/README.md"), "utf8");
});
after(() => rm(folder, { recursive: true, force: true }));

/** The names in the first column of the table under a heading, and in backquotes. */
function tableNames(heading: string): string[] {
  const rows = (readme.split(`\n${heading}\n`)[1] ?? "").split(/\n#+ /)[0]?.split("\n").filter((line) => line.startsWith("| `")) ?? [];
  return rows.flatMap((row) => [...(row.split(" | ")[0] ?? "").matchAll(/`([a-z-]+)/g)].map((match) => match[1] ?? "")).sort();
}

test("publint finds nothing wrong with the package", async () => {
  const { messages } = await publint({ pkgDir: join(folder, "package"), strict: true });
  assert.deepEqual(messages.map(({ code }) => code), []);
});

test("every way to import modules finds the types of the package", async () => {
  const { stdout } = await run("npm", ["pack", join(folder, "package"), "--pack-destination", folder, "--json", "--ignore-scripts"], { cwd: folder });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("["))) as { filename: string; files: { path: string }[] }[];
  assert.ok(packed);
  assert.ok(packed.files.some(({ path }) => path === "custom-elements.json"));
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(join(folder, packed.filename)))));
  assert.ok(analysis.types);
  // The package is of modules alone: programs that only know `require` are told so by Node itself.
  const problems = analysis.problems.filter((problem) => problem.kind !== "CJSResolvesToESM" && !("resolutionKind" in problem && problem.resolutionKind === "node10"));
  assert.deepEqual(problems, []);
});

test("the applications of the demonstration keep to the types of the package", async () => {
  await run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", join(ROOT, "demo/apps"), "--noEmit"]);
});

test("the README tells of every attribute, event, custom property and part that the source has, and of no other", async () => {
  const { attributes, events, cssProperties, cssParts } = await publicParts();
  const names = (named: readonly { name: string }[]) => named.map(({ name }) => name).sort();
  assert.deepEqual(tableNames("### Choose what it shows"), names(attributes));
  assert.deepEqual(tableNames("### Events"), names(events));
  assert.deepEqual(tableNames("### Make it look like your site"), names(cssProperties));
  const listed = /The parts are ([^.]*)\./.exec(readme)?.[1] ?? "";
  assert.deepEqual([...listed.matchAll(/`([a-z]+)`/g)].map((match) => match[1]).sort(), names(cssParts));
});

test("the types of the package name every property and method of the class", async () => {
  const types = await readFile(join(ROOT, "widget/package/types/hwbe-finder.d.ts"), "utf8");
  const { attributes } = await publicParts();
  for (const { fieldName } of attributes.filter(({ name }) => name !== "lang")) assert.match(types, new RegExp(`^  ${fieldName}: string \\| null;`, "m"));
  for (const method of ["search", "refresh"]) assert.match(types, new RegExp(`^  ${method}\\(`, "m"));
});
