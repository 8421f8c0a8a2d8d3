import type { ReactiveController } from "lit";
import type { FinderCore } from "./finder-core.ts";
import type { MoreEvents } from "./more-events.ts";
import { answered, OLD_MS } from "./state.ts";

/**
 * Takes in a change of the directory. What is on the screen stays where it is, also when the service does not answer; an old list then
 * says so.
 */
export class Renewal implements ReactiveController {
  readonly #core: FinderCore;
  readonly #more: MoreEvents;
  /** True when the directory changed while an answer was awaited, which may not know of it. */
  #isOutdated = false;

  constructor(core: FinderCore, more: MoreEvents) {
    this.#core = core;
    this.#more = more;
    core.host.addController(this);
  }

  hostUpdated(): void {
    if (this.#isOutdated) this.ask();
  }

  ask(): void {
    this.#isOutdated = this.#core.isAsking() || this.#more.status === "loading";
    this.#core.client().expire();
    if (!this.#isOutdated) void this.#renew();
  }

  async #renew(): Promise<void> {
    const { answer, search } = this.#core.state();
    if (!answer) return;
    const isWanted = () => this.#core.state().answer === answer && this.#core.state().search === search;
    try {
      const renewed = await this.#core.client().renew(search, answer.events.length, Date.now());
      if (isWanted()) this.#core.change(answered(this.#core.state(), renewed));
    } catch (error) {
      if (isWanted() && !this.#core.state().failure && Date.now() - answer.at > OLD_MS) this.#core.fail(error);
    }
  }
}
