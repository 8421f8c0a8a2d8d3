import type { ReactiveController, ReactiveControllerHost } from "lit";

const RETRY_MS = 15_000;
const REFUSED_MS = 120_000;

/** Follows the changes of one service for all finders of a page, while somebody looks at the page. */
class Follower {
  readonly #service: string;
  readonly #listeners = new Set<() => void>();
  #following: AbortController | undefined;
  #last: string | undefined;

  constructor(service: string) {
    this.#service = service;
  }

  add(listener: () => void): void {
    if (this.#listeners.size === 0) document.addEventListener("visibilitychange", this.#look);
    this.#listeners.add(listener);
    this.#look();
  }

  remove(listener: () => void): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    document.removeEventListener("visibilitychange", this.#look);
    this.#look();
  }

  readonly #look = () => {
    const isWanted = this.#listeners.size > 0 && document.visibilityState === "visible";
    if (!isWanted) {
      this.#following?.abort();
      this.#following = undefined;
    } else if (!this.#following) {
      this.#following = new AbortController();
      void this.#follow(this.#following.signal);
    }
  };

  async #follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      // A connection that ends, or that a network does not let through, costs nothing but news: it is tried again.
      const wait = await this.#read(signal).catch(() => RETRY_MS);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        signal.addEventListener("abort", () => { clearTimeout(timer); resolve(); }, { once: true });
      });
    }
  }

  /** Gives how long to wait before the next try, in milliseconds. */
  async #read(signal: AbortSignal): Promise<number> {
    const response = await fetch(`${this.#service}/v1/changes`, { credentials: "omit", cache: "no-store", signal });
    const reader = response.ok && response.headers.get("content-type")?.startsWith("text/event-stream") ? response.body?.getReader() : undefined;
    if (!reader) return REFUSED_MS;
    const decoder = new TextDecoder();
    for (let text = ""; ;) {
      const { done, value } = await reader.read();
      if (done) return RETRY_MS;
      text += decoder.decode(value, { stream: true });
      const end = text.lastIndexOf("\n\n");
      if (end >= 0) this.#hear([...text.slice(0, end).matchAll(/^id: (.*)$/gm)].at(-1)?.[1]);
      text = text.slice(end + 1);
    }
  }

  #hear(id: string | undefined): void {
    if (id === undefined || id === this.#last) return;
    const isNews = this.#last !== undefined;
    this.#last = id;
    if (isNews) for (const listener of this.#listeners) listener();
  }
}

const followers = new Map<string, Follower>();

function followerOf(service: string): Follower {
  const follower = followers.get(service) ?? new Follower(service);
  followers.set(service, follower);
  return follower;
}

/** Calls back when the directory of the finder's service has changed. */
export class LiveUpdates implements ReactiveController {
  readonly #serviceOf: () => string;
  readonly #onChange: () => void;
  #follower: Follower | undefined;

  constructor(host: ReactiveControllerHost, serviceOf: () => string, onChange: () => void) {
    this.#serviceOf = serviceOf;
    this.#onChange = () => onChange();
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow(followerOf(this.#serviceOf()));
  }

  hostUpdated(): void {
    if (this.#follower) this.#follow(followerOf(this.#serviceOf()));
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(next: Follower | undefined): void {
    if (next === this.#follower) return;
    this.#follower?.remove(this.#onChange);
    this.#follower = next;
    next?.add(this.#onChange);
  }
}
