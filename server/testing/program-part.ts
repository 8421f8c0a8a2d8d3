import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Part } from "./part.ts";

/** A program that passes or fails as a whole. Its output is shown when it fails. */
export function programPart(name: string, root: string, [file, ...args]: [string, ...string[]]): Part {
  return {
    name,
    async run() {
      const program = spawn(process.execPath, [join(root, file), ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
      let output = "";
      for (const stream of [program.stdout, program.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
      const [code] = (await once(program, "close")) as [number | null];
      if (code !== 0) process.stdout.write(`${output}\n`);
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}
