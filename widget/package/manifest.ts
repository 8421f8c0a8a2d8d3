import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { HwbeFinder } from "../hwbe-finder.ts";
import { NAME } from "../name.ts";

const WIDGET = join(import.meta.dirname, "..");

interface Named {
  name: string;
  description?: string;
}

/** What a finder has that a page can use, as the source has it. */
export interface PublicParts {
  attributes: (Named & { fieldName: string })[];
  events: Named[];
  cssProperties: Named[];
  cssParts: Named[];
}

async function textOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.includes(".test."));
  return (await Promise.all(files.map(({ name }) => readFile(join(folder, name), "utf8")))).join("\n");
}

const sortedNames = (names: Iterable<string>): Named[] => [...new Set(names)].sort().map((name) => ({ name }));

function attributesOf(): PublicParts["attributes"] {
  // Lit learns of the properties when it is first asked for the attributes.
  void HwbeFinder.observedAttributes;
  const own = [...HwbeFinder.elementProperties].filter(([, { state }]) => state !== true);
  const named = own.map(([property, { attribute }]) => ({ name: typeof attribute === "string" ? attribute : String(property), fieldName: String(property) }));
  return [...named, { name: "lang", fieldName: "lang" }];
}

/** Reads the sources: the properties of the class, the parts of its templates, the custom properties of its styles, and its events. */
export async function publicParts(): Promise<PublicParts> {
  const folders = ["", "views", "styles"].map((folder) => join(WIDGET, folder));
  const source = (await Promise.all(folders.map(textOf))).join("\n");
  const all = (pattern: RegExp) => [...source.matchAll(pattern)].map((match) => match[1] ?? "");
  return {
    attributes: attributesOf(),
    events: sortedNames(all(/^ {2}"(hwbe-[a-z]+)": CustomEvent/gm)),
    cssProperties: sortedNames(all(/var\((--hwbe-[a-z-]+)/g)),
    cssParts: sortedNames(all(/ part="([a-z ]+)"/g).flatMap((names) => names.split(" "))),
  };
}

/** The custom elements manifest (schema 1.0.0 of the web components community group). `describe` tells what is known of a name. */
export async function manifest(describe: (name: string) => string | undefined): Promise<object> {
  const parts = await publicParts();
  const described = <Part extends Named>(named: readonly Part[]) => named.map((one) => ({ ...one, description: describe(one.name) }));
  const type = { text: "string | null" };
  const declaration = {
    kind: "class",
    customElement: true,
    name: "HwbeFinder",
    tagName: NAME,
    superclass: { name: "LitElement", package: "lit" },
    attributes: described(parts.attributes).map((one) => ({ ...one, type })),
    events: described(parts.events).map((one) => ({ ...one, type: { text: "CustomEvent" } })),
    cssProperties: described(parts.cssProperties),
    cssParts: parts.cssParts,
    members: [
      ...parts.attributes.map(({ name, fieldName }) => ({ kind: "field", name: fieldName, attribute: name, type })),
      ...["search", "refresh"].map((name) => ({ kind: "method", name, description: describe(name) })),
    ],
  };
  const reference = { name: "HwbeFinder", module: "hwbe-finder.js" };
  return {
    schemaVersion: "1.0.0",
    modules: [
      { kind: "javascript-module", path: "hwbe-finder.js", declarations: [declaration], exports: [{ kind: "js", name: "HwbeFinder", declaration: reference }] },
      { kind: "javascript-module", path: "index.js", declarations: [], exports: [{ kind: "custom-element-definition", name: NAME, declaration: reference }] },
    ],
  };
}
