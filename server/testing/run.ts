import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "../assets/build.ts";
import { browserPart } from "./browser-part.ts";
import { startTestServer, TEST_SERVER, type TestServer } from "./database-server.ts";
import { nodePart } from "./node-part.ts";
import type { Outcome, Part } from "./part.ts";
import { programPart } from "./program-part.ts";

/** `npm test`: every part, counted together. The last line is `N passed, N failed`. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const log = (line: string) => console.log(line);

async function runPart({ name, run }: Part): Promise<Outcome> {
  log(`\n== ${name}`);
  const started = performance.now();
  const outcome = await run().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  if (outcome.passed + outcome.failed === 0) {
    log(`${name}: no test was run`);
    outcome.failed = 1;
  }
  log(`== ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return outcome;
}

let server: TestServer | undefined;

/** A part like the others, so that a server or a build that fails is counted and the rest still runs. */
const setup: Part = {
  name: "setup",
  async run() {
    server = await startTestServer();
    process.env[TEST_SERVER] = server.adminUrl;
    await buildIfNeeded(log);
    return { passed: 1, failed: 0 };
  },
};

async function runAll(): Promise<Outcome> {
  const checks = await Promise.all([
    runPart(programPart("types", ROOT, ["node_modules/typescript/bin/tsc"])),
    runPart(programPart("lint", ROOT, ["node_modules/eslint/bin/eslint.js", "."])),
  ]);
  const parts = [
    setup,
    nodePart("service", ROOT, ["server/**/*.test.ts", "db/**/*.test.ts", "demo/**/*.test.ts", "widget/wordpress/*.test.ts"]),
    browserPart("finder", join(ROOT, "web-test-runner.config.js")),
    nodePart("journeys", ROOT, ["demo/**/*.journey.ts", "server/**/*.journey.ts", "widget/**/*.journey.ts"], 1),
  ];
  const outcomes = [...checks];
  for (const part of parts) outcomes.push(await runPart(part));
  return outcomes.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }));
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void Promise.resolve(server?.close()).finally(() => process.exit(130)));
}
const { passed, failed } = await runAll().finally(() => server?.close());
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
