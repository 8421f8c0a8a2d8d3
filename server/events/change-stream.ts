import type { Hono } from "hono";
import { problem } from "../http/problem.ts";
import type { DirectorySource } from "./live-directory.ts";

/** More would wait for memory and sockets that answers need. */
const MOST_STREAMS = 1_000;
/** A trust's intranet is one address for hundreds of clinicians; nobody alone takes all places. */
const MOST_OF_ONE_ADDRESS = 200;
const LOOK_MS = 500;
/** Proxies cut off what is silent for half a minute or a minute. */
const HEARTBEAT_MS = 20_000;
const RETRY_SECONDS = "60";

const HEADERS = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" };

type Sink = ReadableStreamDefaultController<Uint8Array>;

const bytes = (text: string) => new TextEncoder().encode(text);
const message = (changeNumber: number) => bytes(`id: ${changeNumber}\ndata: {"changeNumber":${changeNumber}}\n\n`);

/** Everybody who follows the directory, told by one look at it for all of them. */
class Followers {
  readonly #directory: DirectorySource;
  /** With the address that each is at. */
  readonly #sinks = new Map<Sink, string>();
  #timer: NodeJS.Timeout | undefined;
  #told = 0;
  #toldAt = 0;

  constructor(directory: DirectorySource) {
    this.#directory = directory;
  }

  isFullFor(address: string): boolean {
    if (this.#sinks.size >= MOST_STREAMS) return true;
    return [...this.#sinks.values()].filter((other) => other === address).length >= MOST_OF_ONE_ADDRESS;
  }

  stream(address: string): ReadableStream<Uint8Array> {
    let own: Sink;
    return new ReadableStream<Uint8Array>({
      start: (sink) => {
        own = sink;
        this.#add(sink, address);
      },
      cancel: () => this.#remove(own),
    });
  }

  #add(sink: Sink, address: string): void {
    if (this.#sinks.size === 0) this.#told = this.#directory.current().changeNumber;
    this.#sinks.set(sink, address);
    this.#timer ??= setInterval(() => this.#look(), LOOK_MS).unref();
    sink.enqueue(message(this.#told));
  }

  #remove(sink: Sink): void {
    this.#sinks.delete(sink);
    if (this.#sinks.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const { changeNumber } = this.#directory.current();
    const now = performance.now();
    const isNews = changeNumber !== this.#told;
    if (!isNews && now - this.#toldAt < HEARTBEAT_MS) return;
    this.#told = changeNumber;
    this.#toldAt = now;
    for (const sink of this.#sinks.keys()) this.#tell(sink, isNews ? message(changeNumber) : bytes(":\n\n"));
  }

  /** Who does not take what was sent is no longer there. */
  #tell(sink: Sink, text: Uint8Array): void {
    if ((sink.desiredSize ?? 0) > -64) return sink.enqueue(text);
    this.#remove(sink);
    sink.close();
  }
}

/**
 * `GET /v1/changes`: server-sent events (HTML standard, section 9.2), one at once and one with each change of the directory.
 * `data` is `{"changeNumber": 123}`. 503 when too many follow already, in all or from one address.
 */
export function registerChangeStream(app: Hono, directory: DirectorySource): void {
  const followers = new Followers(directory);
  app.get("/v1/changes", (c) => {
    const address = c.get("clientAddress");
    if (followers.isFullFor(address)) {
      c.header("retry-after", RETRY_SECONDS);
      return problem(c, 503, "Too many follow the changes at the moment. Ask for /v1/events again in a minute.");
    }
    if (c.req.method === "HEAD") return c.body(null, 200, HEADERS);
    return c.body(followers.stream(address), 200, HEADERS);
  });
}
