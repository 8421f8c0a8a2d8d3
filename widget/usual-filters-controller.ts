import type { ReactiveController } from "lit";
import type { FinderCore } from "./finder-core.ts";
import { isNarrowed, searching, type Filters } from "./state.ts";
import { inStorage, readUsual, stillKnown, usualKey, usualOf, withoutUsual, writeUsual } from "./usual-filters.ts";

/** Puts a clinician's usual filters on when the finder opens, and keeps them as they change. */
export class UsualFiltersController implements ReactiveController {
  readonly #core: FinderCore;
  /** Where the filters are kept that were put on last. */
  #opened = "";
  #isRestored = false;

  constructor(core: FinderCore) {
    this.#core = core;
    core.host.addController(this);
  }

  /** True while filters are on that come from an earlier visit. */
  get isOn(): boolean {
    return this.#isRestored && writeUsual(this.#core.state().search.filters) !== "";
  }

  /** The first answer tells what the directory knows. A search that a person or an address has begun stays as it is. */
  hostUpdated(): void {
    const { answer, search } = this.#core.state();
    const settings = this.#core.settings();
    const key = usualKey(settings);
    if (settings.mode !== "clinician" || key === this.#opened || !answer || Object.keys(answer.facets).length === 0) return;
    this.#opened = key;
    const kept = readUsual(inStorage((storage) => storage.getItem(key)) ?? null);
    const filters = stillKnown(kept, answer.facets, settings.scope);
    this.#isRestored = !isNarrowed(search) && writeUsual(filters) !== "";
    if (this.#isRestored) this.#core.change(searching(this.#core.state(), { ...search, filters }));
  }

  /** Keeps what a person has chosen now. */
  keep(filters: Filters): void {
    const text = writeUsual(usualOf(filters));
    const key = usualKey(this.#core.settings());
    inStorage((storage) => (text ? storage.setItem(key, text) : storage.removeItem(key)));
  }

  clear(): void {
    const { search } = this.#core.state();
    this.keep({});
    this.#core.ask({ ...search, filters: withoutUsual(search.filters) });
    this.#core.focus("#count");
  }
}
