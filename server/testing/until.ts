import { setTimeout as wait } from "node:timers/promises";

/** Waits until a condition holds; throws when it does not within `limit` milliseconds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, limit = 10_000): Promise<void> {
  const end = performance.now() + limit;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It did not come about within ${limit} ms: ${what}`);
    await wait(5);
  }
}
