import lit from "eslint-plugin-lit";
import litA11y from "eslint-plugin-lit-a11y";
import wc from "eslint-plugin-wc";
import tseslint from "typescript-eslint";

/** Who may import whom: a folder, and what it may not import from the others. */
function room(files, message, ...regexes) {
  return {
    files,
    ignores: ["**/*.test.ts", "**/*.journey.ts", "**/testing/**"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: regexes.map((regex) => ({ regex, message })) }] },
  };
}

const PACKAGE = "^(?!\\.|node:)";
const packagesBut = (...names) => `^(?!\\.|node:|(?:${names.join("|")})(?:/|$))`;
const OUR_OWN = "^\\.\\./";

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".data/", "demo/pages/"] },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: [{ from: "package", package: "node:test", name: ["test", "describe", "it"] }] }],
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "error",
      "no-empty": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["server/main.ts", "server/command.ts", "server/testing/run.ts", "server/imports/events.ts", "server/imports/postcodes.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["widget/**/*.ts"],
    extends: [lit.configs["flat/recommended"], wc.configs["flat/best-practice"], litA11y.configs.recommended].flat(),
    rules: {
      // Web editors read these; people who look for an event never do.
      "no-console": ["error", { allow: ["warn", "info"] }],
      // VoiceOver leaves a list out whose marks a style sheet has removed, unless its role is said.
      "lit-a11y/no-redundant-role": "off",
    },
  },
  room(["server/contract/**"], "The wire format imports zod alone.", "^\\.\\./", packagesBut("zod"), "^node:"),
  room(["server/search/**"], "Search is pure: it imports the wire format and fuse.js.", "^\\.\\./(?!contract/)", packagesBut("fuse\\.js"), "^node:"),
  room(["server/wording/**"], "Wording is pure: it imports the wire format alone.", "^\\.\\./(?!contract/)", PACKAGE, "^node:"),
  room(
    ["widget/**"], "The finder imports the wire format, search and wording, and nothing else of the service.",
    "^(?:\\.\\./)+(?:db|demo)/", "^(?:\\.\\./)+server/(?!contract/|search/|wording/)", packagesBut("lit", "@lit/task"), "^node:",
  ),
  {
    files: ["widget/**/*.ts"],
    ignores: ["**/*.test.ts", "**/testing/**"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ regex: "server/contract/(?!values\\.ts)", allowTypeImports: true, message: "The schemas bring zod along: import types." }] }],
    },
  },
  room(["db/migrations/**"], "A migration imports kysely alone.", OUR_OWN, packagesBut("kysely")),
  room(
    ["server/pages/**", "server/feeds/**", "server/http/**"],
    "Only repositories and mappers know the tables.", "db/schema\\.ts$",
  ),
  room(["demo/**"], "The host sites use the built tag, as a host would.", "^(?:\\.\\./)+(?:server|widget|db)/"),
);
