const open = new Set<FixtureStream>();

/** Stands in for `EventSource` at the network's edge: tells the number of the last change at once, and each new one. */
export class FixtureStream implements Pick<EventSource, "readyState" | "onmessage" | "onerror" | "close"> {
  static readonly CLOSED = 2;
  /** One for all feeds of a page, as the followers of one service take a number that they do not know for news. */
  static changeNumber = 1;
  readonly url: string;
  readyState = 1;
  onmessage: EventSource["onmessage"] = null;
  onerror: EventSource["onerror"] = null;

  constructor(url: string) {
    this.url = url;
    open.add(this);
    queueMicrotask(() => this.#tell());
  }

  /** How many follow the changes now. */
  static get followers(): number {
    return open.size;
  }

  /** Tells whoever follows that there was a change. */
  static announce(): void {
    FixtureStream.changeNumber++;
    for (const stream of open) stream.#tell();
  }

  /** Ends every connection as a service does that takes no more. */
  static refuse(): void {
    for (const stream of open) {
      stream.close();
      stream.onerror?.call(stream as never, new Event("error"));
    }
  }

  close(): void {
    this.readyState = FixtureStream.CLOSED;
    open.delete(this);
  }

  #tell(): void {
    if (open.has(this)) this.onmessage?.call(this as never, new MessageEvent("message", { data: "{}", lastEventId: String(FixtureStream.changeNumber) }));
  }
}
