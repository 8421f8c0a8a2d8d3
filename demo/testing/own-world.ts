import type { Page } from "playwright-core";

/**
 * The document of a page, seen by scripts whose built-in objects and globals are their own, whatever the page does to its own (DevTools protocol,
 * `Page.createIsolatedWorld`).
 */
export interface OwnWorld {
  /** Runs a script, unless it has set this global already. */
  load(global: string, script: string): Promise<void>;
  /** What a function gives back that is called here. It sees nothing of what stands around it. Throws what it throws. */
  call<Given, Result>(run: (given: Given) => Promise<Result>, given: Given): Promise<Result>;
}

const NAME = "engines of accessibility";

export async function ownWorld(page: Page): Promise<OwnWorld> {
  const devtools = await page.context().newCDPSession(page);
  const { frameTree } = await devtools.send("Page.getFrameTree");
  const { executionContextId } = await devtools.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: NAME });
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await devtools.send("Runtime.evaluate", { expression, contextId: executionContextId, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return {
    async load(global, script) {
      if (!(await evaluate(`${JSON.stringify(global)} in window`))) await evaluate(`${script};undefined`);
    },
    async call<Given, Result>(run: (given: Given) => Promise<Result>, given: Given) {
      return (await evaluate(`(${String(run)})(${JSON.stringify(given ?? null)})`)) as Result;
    },
  };
}
