import type { ReactiveController } from "lit";
import type { FinderCore } from "./finder-core.ts";
import { readAddress, writeAddress, type Addressed } from "./search-address.ts";
import { NO_SEARCH, searching, withView, type Search } from "./state.ts";

/** Words are written once no further key has been pressed for so long. */
const TYPED_MS = 500;

/** What the search is about but for its words. */
function rest({ q: _, ...others }: Search): string {
  return JSON.stringify(others);
}

/**
 * Keeps the search of a finder in the address of the page, in parameters of its own, so that a link leads to it and "Back" goes one
 * step back in it. It leaves the rest of the address, and the state that the page keeps with it, as they are.
 */
export class UrlSync implements ReactiveController {
  readonly #core: FinderCore;
  readonly #prefix: string;
  /** What the address holds now. */
  #held: Addressed;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** True when the last entry of the history was made by typing: more of the same words replace it. */
  #isTyping = false;

  /** `prefix` begins the name of each parameter. The finder takes up what the address holds. */
  constructor(core: FinderCore, prefix: string) {
    this.#core = core;
    this.#prefix = prefix;
    this.#held = this.#read();
    // What a person has chosen before this script was here counts, and goes into the address.
    const { search, view } = core.state();
    if (search === NO_SEARCH && view === "list") core.change(withView(searching(core.state(), this.#held.search), this.#held.view));
    core.host.addController(this);
    core.host.requestUpdate();
  }

  hostConnected(): void {
    window.addEventListener("popstate", this.#onPopState);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    window.removeEventListener("popstate", this.#onPopState);
  }

  hostUpdated(): void {
    if (!this.#isWanted) return clearTimeout(this.#timer);
    const { search, view } = this.#core.state();
    if (search === this.#held.search && view === this.#held.view) return;
    clearTimeout(this.#timer);
    const isTyped = view === this.#held.view && rest(search) === rest(this.#held.search);
    if (isTyped) this.#timer = setTimeout(() => this.#write({ search, view }, true), TYPED_MS);
    else this.#write({ search, view }, false);
  }

  /** The tag may change. */
  get #isWanted(): boolean {
    const { sync, mode } = this.#core.settings();
    return sync === "url" && mode === "public";
  }

  #read(): Addressed {
    return readAddress(new URLSearchParams(location.search), this.#prefix, this.#core.settings().scope);
  }

  #write(next: Addressed, isTyping: boolean): void {
    const url = new URL(location.href);
    const before = url.search;
    url.search = writeAddress(new URLSearchParams(before), this.#prefix, next).toString();
    this.#held = next;
    if (new URLSearchParams(before).toString() === url.searchParams.toString()) return;
    try {
      if (isTyping && this.#isTyping) history.replaceState(history.state, "", url);
      else history.pushState(history.state, "", url);
      this.#isTyping = isTyping;
    } catch (error) {
      // A document without an address of its own (`srcdoc`), or a browser that has counted too many changes.
      if (!(error instanceof DOMException)) throw error;
      console.info("<hwbe-finder>: the address could not be kept.", error);
    }
  }

  readonly #onPopState = () => {
    if (!this.#isWanted) return;
    clearTimeout(this.#timer);
    const next = this.#read();
    const { search, view } = this.#core.state();
    this.#isTyping = false;
    if (writeAddress(new URLSearchParams(), "", next).toString() === writeAddress(new URLSearchParams(), "", { search, view }).toString()) return;
    this.#held = next;
    this.#core.change(withView(this.#core.state(), next.view));
    this.#core.ask(next.search);
  };
}
