import type { ReactiveController, ReactiveControllerHost } from "lit";

const TIMEOUT_MS = 15_000;
/** A place that the device knows already is near enough when it is no older. */
const MAX_AGE_MS = 10 * 60_000;
const POINT = /^-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?$/;

/** True for a place that `Here` told, which is no text to show to a person. */
export function isPoint(near: string): boolean {
  return POINT.test(near);
}

/** Latitude and longitude to two decimals: about a kilometre, which is all that the service needs to know (WGS 84). */
export function rounded({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `${latitude.toFixed(2)},${longitude.toFixed(2)}`;
}

export type HereStatus = "idle" | "asking" | "failed";

/** Asks the device where it is, when a person wants that. The place is passed on rounded, and kept nowhere. */
export class Here implements ReactiveController {
  status: HereStatus = "idle";
  readonly #host: ReactiveControllerHost;
  /** Counts the questions: the answer to one that is given up changes nothing. */
  #question = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Browsers tell no place to pages that came without https, and some have none to tell. */
  static get isPossible(): boolean {
    return isSecureContext && "geolocation" in navigator;
  }

  hostDisconnected(): void {
    this.#question++;
    this.status = "idle";
  }

  ask(found: (near: string) => void, failed: () => void): void {
    if (this.status === "asking") return;
    const question = ++this.#question;
    const settle = (status: HereStatus, then: () => void) => {
      if (question !== this.#question) return;
      this.#show(status);
      then();
    };
    this.#show("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => settle("idle", () => found(rounded(coords))),
      () => settle("failed", failed),
      { timeout: TIMEOUT_MS, maximumAge: MAX_AGE_MS },
    );
  }

  forgetFailure(): void {
    if (this.status === "failed") this.status = "idle";
  }

  #show(status: HereStatus): void {
    this.status = status;
    this.#host.requestUpdate();
  }
}
