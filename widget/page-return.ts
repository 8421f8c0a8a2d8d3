import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Calls back when the browser is online again, and when it brings this page back from its memory by "Back" or "Forward". */
export class PageReturn implements ReactiveController {
  readonly #onOnline: () => void;
  readonly #onPageShow: (event: PageTransitionEvent) => void;

  constructor(host: ReactiveControllerHost, { online, restored }: { online: () => void; restored: () => void }) {
    this.#onOnline = online;
    this.#onPageShow = ({ persisted }) => {
      if (persisted) restored();
    };
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("online", this.#onOnline);
    window.addEventListener("pageshow", this.#onPageShow);
  }

  hostDisconnected(): void {
    window.removeEventListener("online", this.#onOnline);
    window.removeEventListener("pageshow", this.#onPageShow);
  }
}
