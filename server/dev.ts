import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * `npm run dev`: builds the finder and the pages' styles again when a source changes, and starts the service again when one of
 * its own does. The database goes on running between two starts of the service.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const vite = fileURLToPath(import.meta.resolve("vite/bin/vite.js".replace("bin/vite.js", "package.json"))).replace("package.json", "bin/vite.js");

const programs = [
  [vite, "build", "--watch", "--mode", "widget", "--logLevel", "warn"],
  [vite, "build", "--watch", "--mode", "pages", "--logLevel", "warn"],
  ["--watch", "--watch-preserve-output", "server/main.ts"],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: "inherit" }));

let stopping = false;
function stop(code: number): void {
  if (stopping) return;
  stopping = true;
  for (const program of programs) program.kill("SIGINT");
  process.exitCode = code;
}

for (const program of programs) program.on("exit", (code) => stop(code ?? 0));
process.on("SIGINT", () => stop(0));
process.on("SIGTERM", () => stop(0));
