import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { HostedFile } from "./hosted-files.ts";

/** As `npm start` has them. */
const FLAGS = ["--max-semi-space-size=4"];
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/node", import.meta.url));

export interface Usage {
  /** Processor time since the start, in microseconds. */
  cpu: number;
  /** Resident memory in bytes. */
  rss: number;
}

/** A server in a process of its own, so that its processor time can be told from ours. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly port: number;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(file: string, setup: unknown): Promise<ServerProcess> {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], { serialization: "advanced", execArgv: FLAGS, env: { ...process.env, NODE_COMPILE_CACHE: CACHE } });
    child.send(setup as object);
    const [{ port }] = (await once(child, "message")) as [{ port: number }];
    return new ServerProcess(child, port);
  }

  async usage(): Promise<Usage> {
    this.#child.send({ ask: "usage" });
    const [usage] = (await once(this.#child, "message")) as [Usage];
    return usage;
  }

  /** Puts a file beside what the service serves. */
  async host(file: HostedFile): Promise<void> {
    this.#child.send({ host: file });
    await once(this.#child, "message");
  }

  async stop(): Promise<void> {
    this.#child.send({ ask: "stop" });
    await once(this.#child, "exit");
  }
}

/** Answers the questions of `ServerProcess`, in the process that serves. */
export function answerQuestions(port: number, stop: () => Promise<void>): void {
  process.on("message", (message: { ask?: string }) => {
    if (message.ask === "usage") {
      const { user, system } = process.cpuUsage();
      process.send!({ cpu: user + system, rss: process.memoryUsage().rss });
    }
    if (message.ask === "stop") void stop().then(() => process.exit(0));
  });
  process.send!({ port });
}
