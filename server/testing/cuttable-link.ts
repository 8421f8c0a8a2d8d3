import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

type State = "open" | "cut" | "hung";

/** A TCP link to a server that can be cut, or left hanging, and mended, to see what becomes of those who depend on it. */
export class CuttableLink {
  readonly #server: Server;
  readonly #target: { host: string; port: number };
  /** Who came while the link hung. The server at the other end learns of them when it is mended. */
  readonly #held = new Set<Socket>();
  readonly #pairs = new Set<readonly [near: Socket, far: Socket]>();
  #state: State = "open";

  private constructor(server: Server, target: { host: string; port: number }) {
    this.#server = server;
    this.#target = target;
  }

  static async open(target: { host: string; port: number }): Promise<CuttableLink> {
    const server = createServer();
    const link = new CuttableLink(server, target);
    server.on("connection", (near) => link.#take(near));
    await once(server.listen(0, "127.0.0.1"), "listening");
    return link;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Ends every connection, and refuses new ones. */
  cut(): void {
    this.#state = "cut";
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
    for (const near of this.#held) near.destroy();
    this.#held.clear();
  }

  /** Keeps every connection open, and new ones too, and lets nothing through. */
  hang(): void {
    this.#state = "hung";
    for (const [near, far] of this.#pairs) {
      near.unpipe(far).pause();
      far.unpipe(near).pause();
    }
  }

  mend(): void {
    this.#state = "open";
    for (const [near, far] of this.#pairs) near.pipe(far).pipe(near);
    for (const near of this.#held) this.#join(near);
    this.#held.clear();
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, "close");
  }

  #take(near: Socket): void {
    if (this.#state === "cut") return void near.destroy();
    if (this.#state === "open") return this.#join(near);
    near.on("error", () => near.destroy());
    this.#held.add(near.pause());
  }

  #join(near: Socket): void {
    const far = connect(this.#target);
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    for (const [socket, other] of [pair, [far, near]] as const) {
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        this.#pairs.delete(pair);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }
}
