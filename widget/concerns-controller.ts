import type { ReactiveController } from "lit";
import { stillChosen, topicsOffered, withConcerns, type Concern } from "./concerns.ts";
import type { FinderCore } from "./finder-core.ts";

/** The concerns of the patient who is here now. They are about a person: they live in this object alone, and nothing sends or stores them. */
export class ConcernsController implements ReactiveController {
  chosen: readonly Concern[] = [];
  readonly #core: FinderCore;

  constructor(core: FinderCore) {
    this.#core = core;
    core.host.addController(this);
  }

  hostUpdate(): void {
    this.chosen = stillChosen(this.chosen, this.#core.state().search.filters);
  }

  get offered(): ReadonlySet<string> {
    return topicsOffered(this.#core.state().answer?.facets ?? {}, this.#core.settings().scope);
  }

  toggle(concern: Concern): void {
    const after = this.chosen.includes(concern) ? this.chosen.filter((other) => other !== concern) : [...this.chosen, concern];
    const { search } = this.#core.state();
    const filters = withConcerns(search.filters, this.chosen, after, this.offered);
    this.chosen = after;
    this.#core.ask({ ...search, filters });
  }
}
