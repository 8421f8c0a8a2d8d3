import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { manifest } from "./manifest.ts";

const ROOT = join(import.meta.dirname, "../..");
const DEPENDENCIES = ["@lit/task", "fuse.js", "lit"];

interface RootPackage {
  name: string;
  version: string;
  description: string;
  license: string;
  dependencies: Record<string, string>;
}

function packageJson({ name, version, description, license, dependencies }: RootPackage): object {
  return {
    name, version, description, license,
    type: "module",
    exports: {
      ".": { types: "./index.d.ts", default: "./index.js" },
      "./hwbe-finder.js": { types: "./hwbe-finder.d.ts", default: "./hwbe-finder.js" },
      "./custom-elements.json": "./custom-elements.json",
      "./package.json": "./package.json",
    },
    types: "./index.d.ts",
    customElements: "custom-elements.json",
    sideEffects: ["./index.js"],
    files: ["**/*.js", "**/*.d.ts", "custom-elements.json"],
    dependencies: Object.fromEntries(DEPENDENCIES.map((dependency) => [dependency, dependencies[dependency]])),
  };
}

/** What the tables and lists of the finder's README say of a name. */
export function descriptionsIn(readme: string): (name: string) => string | undefined {
  const rows = readme.split("\n").filter((line) => line.startsWith("| `"));
  const cells = rows.map((row) => row.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim()));
  return (name) => cells.find(([names]) => new RegExp(`\`${name}[\`(]`).test(names ?? ""))?.[1];
}

/** Makes the npm package of the finder in a folder: modules, types, manifest, and what npm needs to know. */
export async function makePackage(folder: string): Promise<void> {
  await build({ root: ROOT, mode: "package", logLevel: "error", configFile: join(ROOT, "vite.config.ts"), configLoader: "native", build: { outDir: folder, emptyOutDir: true } });
  const root = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as RootPackage;
  const describe = descriptionsIn(await readFile(join(ROOT, "widget/README.md"), "utf8"));
  await writeFile(join(folder, "package.json"), `${JSON.stringify(packageJson(root), null, 2)}\n`);
  await writeFile(join(folder, "custom-elements.json"), `${JSON.stringify(await manifest(describe), null, 2)}\n`);
  for (const name of ["index.d.ts", "hwbe-finder.d.ts"]) await cp(join(import.meta.dirname, "types", name), join(folder, name));
  await cp(join(import.meta.dirname, "README.md"), join(folder, "README.md"));
  await cp(join(ROOT, "LICENSE"), join(folder, "LICENSE"));
}

if (process.argv[1] === import.meta.filename) await makePackage(join(ROOT, "dist/package"));
