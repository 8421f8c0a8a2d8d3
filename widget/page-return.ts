import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Calls back when the browser goes offline or online, and when it brings this page back from its memory by "Back" or "Forward". */
export class PageReturn implements ReactiveController {
  readonly #onOnline: () => void;
  readonly #onOffline: () => void;
  readonly #onPageShow: (event: PageTransitionEvent) => void;

  constructor(host: ReactiveControllerHost, { online, offline, restored }: { online: () => void; offline: () => void; restored: () => void }) {
    this.#onOnline = online;
    this.#onOffline = offline;
    this.#onPageShow = ({ persisted }) => {
      if (persisted) restored();
    };
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("online", this.#onOnline);
    window.addEventListener("offline", this.#onOffline);
    window.addEventListener("pageshow", this.#onPageShow);
  }

  hostDisconnected(): void {
    window.removeEventListener("online", this.#onOnline);
    window.removeEventListener("offline", this.#onOffline);
    window.removeEventListener("pageshow", this.#onPageShow);
  }
}
