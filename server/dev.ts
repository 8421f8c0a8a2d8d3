import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * `npm run dev`: builds the finder and the pages' styles again when a source changes, and starts the service again when one of
 * its own does. The database goes on running between two starts of the service.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const vite = fileURLToPath(new URL("bin/vite.js", import.meta.resolve("vite/package.json")));
/** The watchers build; the service need not. */
const env = { ...process.env, BUILD: "off" };

function watchBuild(mode: string): string[] {
  return [vite, "build", "--watch", "--configLoader", "native", "--mode", mode, "--logLevel", "warn"];
}

const programs = [watchBuild("widget"), watchBuild("pages"), ["--watch", "--watch-preserve-output", "server/main.ts"]].map((args) =>
  spawn(process.execPath, args, { cwd: root, stdio: "inherit", env }),
);

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
