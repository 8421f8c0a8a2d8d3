import { fileURLToPath } from "node:url";
import { chromeLauncher } from "@web/test-runner";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { findChromium } from "./server/testing/browser.ts";

const { executablePath, args, env } = await findChromium();

/** @type {import("@web/test-runner").TestRunnerConfig} */
export default {
  files: ["widget/**/*.test.ts", "!widget/wordpress/**"],
  nodeResolve: { exportConditions: ["production", "default"] },
  concurrency: 2,
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 180_000,
  plugins: [esbuildPlugin({ ts: true, target: "es2022", tsconfig: fileURLToPath(new URL("./tsconfig.json", import.meta.url)) })],
  browsers: [chromeLauncher({ launchOptions: { executablePath, args, env: { ...process.env, ...env } } })],
};
