import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A network that lets no stream through may do so later. Until then a list is renewed when it is old. */
const REFUSED_MS = 120_000;

/** Follows the changes of one service for all finders of a page, while somebody looks at the page. */
class Follower {
  readonly #address: string;
  readonly #listeners = new Set<() => void>();
  #source: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #last: string | undefined;

  constructor(service: string) {
    this.#address = `${service}/v1/changes`;
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
    clearTimeout(this.#retry);
    if (!isWanted || this.#source?.readyState === EventSource.CLOSED) this.#close();
    if (isWanted) this.#source ??= this.#open();
  };

  /** A connection that breaks is made again by the browser. One that is refused is closed by it (HTML standard, 9.2.3). */
  #open(): EventSource {
    const source = new EventSource(this.#address);
    source.onmessage = ({ lastEventId }) => this.#hear(lastEventId);
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) this.#retry = setTimeout(this.#look, REFUSED_MS);
    };
    return source;
  }

  #close(): void {
    this.#source?.close();
    this.#source = undefined;
  }

  #hear(id: string): void {
    if (id === this.#last) return;
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
