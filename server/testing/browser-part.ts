import { pathToFileURL } from "node:url";
import { startTestRunner, type TestResult, type TestSuiteResult } from "@web/test-runner";
import type { Outcome, Part } from "./part.ts";

function* testsOf(suite: TestSuiteResult | undefined): Generator<TestResult> {
  if (!suite) return;
  yield* suite.tests;
  for (const inner of suite.suites) yield* testsOf(inner);
}

/** The finder's tests, in a real browser. A file that breaks outside its tests counts as one that failed. */
export function browserPart(name: string, configFile: string): Part {
  return {
    name,
    async run() {
      const { default: config } = (await import(pathToFileURL(configFile).href)) as { default: Record<string, unknown> };
      const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
      if (!runner) throw new Error("web-test-runner did not start");
      await new Promise<void>((resolve) => runner.on("finished", () => resolve()));
      await runner.stop();
      const outcome: Outcome = { passed: 0, failed: 0 };
      for (const { testResults, passed, errors } of runner.sessions.all()) {
        const tests = [...testsOf(testResults)].filter((test) => !test.skipped);
        const failed = tests.filter((test) => !test.passed).length;
        outcome.passed += tests.length - failed;
        outcome.failed += failed + (failed === 0 && (!passed || errors.length > 0) ? 1 : 0);
      }
      return outcome;
    },
  };
}
