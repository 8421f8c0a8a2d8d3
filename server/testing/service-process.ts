import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** The whole service in a process of its own, over a data folder, to be killed and started again at the same address. */
export class ServiceProcess {
  readonly url: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #output = "";

  private constructor(port: number, env: NodeJS.ProcessEnv) {
    this.url = `http://127.0.0.1:${port}`;
    this.#env = env;
  }

  static async start(dataDir: string, settings: Record<string, string> = {}): Promise<ServiceProcess> {
    const port = await freePort();
    const service = new ServiceProcess(port, { ...process.env, DATABASE_URL: "", DEMO: "off", BUILD: "off", PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, ...settings });
    await service.restart();
    return service;
  }

  /** All that it has printed, since its first start. */
  output(): string {
    return this.#output;
  }

  /** Starts it again; throws what it printed when it ends before it is ready. */
  async restart(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], { env: this.#env, stdio: ["ignore", "pipe", "pipe"] });
    this.#child = child;
    const from = this.#output.length;
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (this.#output += chunk.toString()));
    const exited = once(child, "exit").then(() => true);
    while (!this.#output.slice(from).includes("Press Ctrl-C")) {
      if (await Promise.race([exited, once(child.stdout, "data").then(() => false)])) throw new Error(`The service ended: ${this.#output.slice(from)}`);
    }
  }

  /** As a crash would end it. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }
}
