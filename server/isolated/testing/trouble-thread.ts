import { answerIsolated } from "../answer-isolated.ts";

/** Does what it is asked, and worse. */
answerIsolated((trouble: "none" | "endless" | "memory" | "throw" | "exit"): Promise<string> => {
  const kept: object[] = [];
  while (trouble === "endless");
  while (trouble === "memory") kept.push(new Array(10_000).fill({}));
  if (trouble === "throw") throw new Error("trouble");
  if (trouble === "exit") process.exit(0);
  return Promise.resolve("done");
});
