import type { ReactiveController, ReactiveControllerHost } from "lit";

const SETTLED_MS = 600;

/** What a live region says. While a person types it waits, so that a screen reader hears the last result and not each. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What to do once a message is said that waits. */
  #settled: (() => void) | undefined;
  message = "";

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.hush();
  }

  /** The region is emptied first: only so are the same words heard again. */
  say(message: string): void {
    const settled = this.#settled;
    this.hush();
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => {
      this.message = message;
      this.#host.requestUpdate();
    });
    settled?.();
  }

  /** Drops what is still to be said: something newer is on its way. It is said even when it has the same words. */
  hush(): void {
    clearTimeout(this.#timer);
    this.#settled = undefined;
    this.message = "";
  }

  /** Says it once nothing newer has come for a while, and then calls back. Where something else is said before, it calls back all the same. */
  sayWhenSettled(message: string, then: () => void): void {
    this.hush();
    this.#settled = then;
    this.#timer = setTimeout(() => this.say(message), SETTLED_MS);
  }
}
