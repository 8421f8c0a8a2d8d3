import { answerIsolated } from "../answer-isolated.ts";

const [NOW, MOST, ALL] = [0, 1, 2];
/** Long enough for all others to begin, if they may. */
const WORK_MS = 300;

/** Counts those who are at work now, the most at once, and all. */
answerIsolated(({ counts, trouble }: { counts: Int32Array; trouble: string }): Promise<string> => {
  const now = Atomics.add(counts, NOW, 1) + 1;
  if (now > Atomics.load(counts, MOST)) Atomics.store(counts, MOST, now);
  Atomics.add(counts, ALL, 1);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WORK_MS);
  Atomics.sub(counts, NOW, 1);
  if (trouble === "throw") throw new Error("trouble");
  return Promise.resolve("done");
});
