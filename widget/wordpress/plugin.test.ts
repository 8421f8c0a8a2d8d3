import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { MODES, SYNCS, THEMES } from "../attributes.ts";
import { publicParts } from "../package/manifest.ts";

const FOLDER = join(import.meta.dirname, "hwbe-finder");
const textOf = (name: string) => readFile(join(FOLDER, name), "utf8");

/** The entries of an array of strings in PHP, by its name. */
function phpArray(source: string, name: string): Record<string, string> {
  const [, body = ""] = new RegExp(`const ${name} = array\\((.*?)\\);`, "s").exec(source) ?? [];
  return Object.fromEntries([...body.matchAll(/'([^']*)'\s*=> '([^']*)'/g)].map(([, key = "", value = ""]) => [key, value]));
}

interface Block {
  version: string;
  attributes: Record<string, unknown>;
}

test("block, renderer, editor and readme know every attribute of the finder and no other", async () => {
  const finders = Object.fromEntries((await publicParts()).attributes.map(({ name, fieldName }) => [fieldName, name]));
  assert.deepEqual(phpArray(await textOf("includes/finder.php"), "HWBE_FINDER_ATTRIBUTES"), finders);
  const { attributes } = JSON.parse(await textOf("block.json")) as Block;
  assert.deepEqual(attributes, Object.fromEntries(Object.keys(finders).map((name) => [name, { type: "string", default: "" }])));
  const editor = await textOf("editor.js");
  assert.deepEqual(Object.keys(finders).filter((name) => !editor.includes(`name: '${name}'`) && !new RegExp(`(select\\( |Control, )'${name}'`).test(editor)), []);
  const [, listed = ""] = /The shortcode takes these attributes: ([^.]*)\./.exec(await textOf("readme.txt")) ?? [];
  assert.deepEqual([...listed.matchAll(/`([a-z-]+)`/g)].map((match) => match[1]).sort(), Object.values(finders).sort());
});

test("what the editor lets people choose is what the finder understands", async () => {
  const offered = [...(await textOf("editor.js")).matchAll(/value: '([a-z]+)'/g)].map((match) => match[1]);
  assert.deepEqual(offered.sort(), [...MODES.slice(1), ...SYNCS.slice(1), ...THEMES.slice(1)].sort());
});

test("the files agree on the version of the plugin and on the WordPress and PHP that it needs", async () => {
  const [header, readme, asset] = await Promise.all(["hwbe-finder.php", "readme.txt", "editor.asset.php"].map(textOf));
  const valueIn = (text: string | undefined, name: string) => new RegExp(`${name}:\\s+(\\S+)`).exec(text ?? "")?.[1];
  const version = valueIn(header, "Version");
  assert.ok(version);
  const { version: ofBlock } = JSON.parse(await textOf("block.json")) as Block;
  assert.deepEqual([valueIn(readme, "Stable tag"), ofBlock, /'version' {6}=> '([^']+)'/.exec(asset ?? "")?.[1]], [version, version, version]);
  for (const name of ["Requires at least", "Requires PHP", "License"]) assert.equal(valueIn(readme, name), valueIn(header, name), name);
});

test("uninstalling removes the option that the plugin keeps", async () => {
  const [, option = ""] = /const HWBE_FINDER_OPTION = '(\w+)';/.exec(await textOf("includes/options.php")) ?? [];
  const removed = [...(await textOf("uninstall.php")).matchAll(/delete_(?:blog_)?option\( .*?'(\w+)' \)/g)].map((match) => match[1]);
  assert.deepEqual(removed, [option, option]);
});
