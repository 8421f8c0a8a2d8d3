import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A network that lets no stream through may do so later. Until then a list is renewed when it is old. */
const REFUSED_MS = 120_000;

/** Hears the number of the latest change, as `changeNumber` of a page has it. */
type Listener = (changeNumber: string) => void;

/** Follows the changes of one service for all finders of a page, while somebody looks at the page. */
class Follower {
  readonly #address: string;
  readonly #listeners = new Set<Listener>();
  #source: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #last: string | undefined;

  constructor(service: string) {
    this.#address = `${service}/v1/changes`;
  }

  add(listener: Listener): void {
    if (this.#listeners.size === 0) document.addEventListener("visibilitychange", this.#look);
    this.#listeners.add(listener);
    if (this.#last !== undefined) listener(this.#last);
    this.#look();
  }

  remove(listener: Listener): void {
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
    this.#last = id;
    for (const listener of this.#listeners) listener(id);
  }
}

const followers = new Map<string, Follower>();

function followerOf(service: string): Follower {
  const follower = followers.get(service) ?? new Follower(service);
  followers.set(service, follower);
  return follower;
}

/** Calls back with the number of the latest change of the finder's service, at first and with each new one. */
export class LiveUpdates implements ReactiveController {
  readonly #serviceOf: () => string;
  readonly #onChange: Listener;
  #follower: Follower | undefined;

  constructor(host: ReactiveControllerHost, serviceOf: () => string, onChange: Listener) {
    this.#serviceOf = serviceOf;
    this.#onChange = (changeNumber) => onChange(changeNumber);
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
