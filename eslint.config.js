import lit from "eslint-plugin-lit";
import litA11y from "eslint-plugin-lit-a11y";
import wc from "eslint-plugin-wc";
import tseslint from "typescript-eslint";
import house from "./eslint.imports.js";

/** They may use all that they test with; nothing else may use them, for no folder's list names them. */
const TESTS = ["**/*.test.ts", "**/*.journey.ts", "**/testing/**", "**/testing-*.ts", "server/bench/**"];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".data/", "demo/pages/", "widget/package/types/"] },
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
  // What runs in a page tells by its console.
  { files: ["**/*.journey.ts", "server/bench/**"], rules: { "no-console": "off" } },
  { files: ["**/*.ts"], ignores: TESTS, plugins: { house }, rules: { "house/may-import": "error" } },
);
