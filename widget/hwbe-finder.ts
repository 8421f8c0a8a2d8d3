import { initialState, Task, TaskStatus } from "@lit/task";
import { adoptStyles, html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { afterPaint } from "./after-paint.ts";
import { Announcer } from "./announcer.ts";
import type { LoadClinician } from "./clinician.ts";
import { DirectoryClient, type LoadLocalSearch } from "./directory-client.ts";
import { publish } from "./events.ts";
import { failureOf } from "./failure.ts";
import type { FinderCore } from "./finder-core.ts";
import { languageOf, loadCatalogue } from "./languages/languages.ts";
import type { Later } from "./later.ts";
import { readSettings, type Settings, type TagValues } from "./settings.ts";
import * as transitions from "./state.ts";
import type { Answer, FinderState, Search } from "./state.ts";
import { speak, strings, type Strings } from "./strings.ts";
import { styles } from "./styles.ts";
import type { UrlSync } from "./url-sync.ts";
import type { FirstActions } from "./views/actions.ts";
import { detailStatus } from "./views/detail-status.ts";
import { filtersButton } from "./views/filters-button.ts";
import { heading } from "./views/heading.ts";
import { failureNotice, staleNotice } from "./views/notices.ts";
import { resultList, resultsHead, skeleton } from "./views/results.ts";
import { searchForm } from "./views/search-form.ts";

/** Most answers are here by then, and drawing once is quicker than drawing a waiting list first. */
const PATIENCE_MS = 150;
/** So many events fill any screen. The rest are drawn when these stand. */
const FIRST_ROWS = 5;

declare global {
  interface HTMLElementTagNameMap {
    "hwbe-finder": HwbeFinder;
  }
}

/** A finder of Health and Wellbeing Events for any page. See `widget/README.md` for its attributes, events, parts and properties. */
export class HwbeFinder extends LitElement implements TagValues {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    feed: {},
    alliance: {},
    organiser: {},
    tumourGroup: { attribute: "tumour-group" },
    topic: {},
    borough: {},
    headingLevel: { attribute: "heading-level" },
    pageSize: { attribute: "page-size" },
    theme: {},
    mode: {},
    sync: {},
    _state: { state: true },
    _later: { state: true },
    _isPatienceOver: { state: true },
    _isPainted: { state: true },
    _isRestoring: { state: true },
  };

  /** Brings the engine that searches in this browser, when a person first searches. Without it the service answers every search. */
  static loadLocalSearch: LoadLocalSearch | undefined;
  /** Brings what clinicians alone need. Without it every finder is a public one. */
  static loadClinician: LoadClinician | undefined;
  /** Brings what keeps the search in the address of the page. Without it none does. */
  static loadUrlSync: (() => Promise<{ UrlSync: typeof UrlSync }>) | undefined;

  declare feed: string | null;
  declare alliance: string | null;
  declare organiser: string | null;
  declare tumourGroup: string | null;
  declare topic: string | null;
  declare borough: string | null;
  declare headingLevel: string | null;
  declare pageSize: string | null;
  declare theme: string | null;
  declare mode: string | null;
  declare sync: string | null;
  private declare _state: FinderState;
  /** The rest of the script; null when it could not be had. */
  private declare _later: Later | null | undefined;

  /** True when the first answer is late, so that a person must be told that it is on its way. */
  private declare _isPatienceOver: boolean;
  /** True once the browser has drawn the first events. */
  private declare _isPainted: boolean;
  /** True while the search is still to be read from the address of the page. */
  private declare _isRestoring: boolean;

  #settings: Settings = readSettings(this, this.baseURI, "");
  #client = new DirectoryClient(this.#settings, HwbeFinder.loadLocalSearch);
  #place = 1;
  #isLaterAsked = false;
  #isSyncAsked = false;
  #isTyping = false;
  #isAsked = false;
  #focusResults = false;
  readonly #announcer = new Announcer(this);

  readonly #catalogue = new Task(this, {
    args: () => [this.#settings.language] as const,
    task: ([language]) => loadCatalogue(language),
    onError: (error) => console.info("<hwbe-finder>: its language could not be had.", error),
  });

  readonly #page = new Task(this, {
    args: () => [this.#client, this._state.search, this._isRestoring] as const,
    task: ([client, search, isRestoring], { signal }) =>
      isRestoring ? initialState : client.search(search, { now: Date.now(), signal, typing: this.#isTyping }),
    onComplete: (answer) => this.#settle(answer),
    onError: (error) => this.#fail(error),
  });

  constructor() {
    super();
    this._state = transitions.INITIAL;
    this._isPatienceOver = false;
    this._isPainted = false;
    this._isRestoring = false;
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "lang"];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === "lang") this.requestUpdate(name);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode();
    const finders = root instanceof Document || root instanceof ShadowRoot ? [...root.querySelectorAll(this.localName)] : [];
    this.#place = finders.indexOf(this) + 1;
    setTimeout(() => (this._isPatienceOver = true), PATIENCE_MS);
    if (this.#page.status === TaskStatus.ERROR) this.refresh();
    else this._later?.retry();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => this.#abortUnlessMoved());
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && ![...changed.keys()].some((name) => !String(name).startsWith("_"))) return;
    const read = readSettings(this, this.baseURI, languageOf(this));
    const settings: Settings = HwbeFinder.loadClinician ? read : { ...read, mode: "public" };
    const { service, scope, pageSize, mode } = this.#settings;
    const isSameList = service === settings.service && pageSize === settings.pageSize && JSON.stringify(scope) === JSON.stringify(settings.scope);
    this.#settings = settings;
    // What a clinician looked up for a patient is not for whoever reads the public list, nor for the address of the page.
    if (this.hasUpdated && mode !== settings.mode) this._state = transitions.searching(this._state, transitions.NO_SEARCH);
    if (!isSameList || !this.hasUpdated) {
      this._state = transitions.closeEvents(this._state);
      this._later?.forget();
      this.#client = new DirectoryClient(settings, HwbeFinder.loadLocalSearch);
    }
    this._later?.take();
    if (settings.sync === "url" && settings.mode === "public" && !this.#isSyncAsked) void this.#keepInUrl();
  }

  /** A service may answer what cannot be drawn. Nothing of it is then, as with one that cannot be reached. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      if (!this._state.answer) throw error;
      console.info("<hwbe-finder>: the answer could not be drawn.", error);
      this._state = { ...transitions.closeEvents(this._state), answer: undefined };
      this.#fail(error);
    }
  }

  protected override updated(): void {
    const isClinician = this.#settings.mode === "clinician";
    if (this.#isLaterAsked || !(this._state.answer || this._state.failure || isClinician)) return;
    this.#isLaterAsked = true;
    if (isClinician) void this.#loadLater();
    afterPaint(() => {
      this._isPainted = true;
      if (!isClinician) void this.#loadLater();
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { mode, theme, level } = this.#settings;
    const { search, answer, failure, filtersOpen } = this._state;
    if ((this.#catalogue.status === TaskStatus.PENDING && !this.renderRoot.childElementCount) || (!answer && !failure && !this._isPatienceOver)) return nothing;
    const later = this._later;
    this.#speak();
    const chosen = transitions.countFilters(search.filters) + (search.when === "any" && !search.month ? 0 : 1);
    const name = strings.finder(this.#place);
    const isLoading = this.#page.status === TaskStatus.PENDING;
    return html`<div class="finder ${theme} ${mode}" part="finder" lang=${strings.language} dir=${strings.direction ?? nothing}>
      ${heading(level, name)} ${searchForm(search, failure, name, { text: later?.placeText(search.near), other: later?.nearHere() }, this.#actions)}
      <div class="columns">
        <div class="side">
          ${later?.tools()} ${filtersButton(filtersOpen, chosen, later && answer, this.#actions)} ${later?.filters()}
        </div>
        <div class="results" part="results" aria-busy=${isLoading ? "true" : "false"} @keydown=${later?.onKeyDown}>
          ${this.#renderResults(isLoading)} ${later?.foot()}
        </div>
      </div>
      <p class="unseen" role="status">${this.#announcer.message}</p>
    </div>`;
  }

  /** Sets the language of all that is drawn or said next. */
  #speak(): Strings {
    speak(this.#catalogue.value?.strings);
    this._later?.speak(this.#catalogue.value);
    return strings;
  }

  #renderResults(isLoading: boolean): TemplateResult {
    const { search, answer, failure } = this._state;
    const applied = failure?.kind === "unknown-place" ? { ...search, near: "" } : search;
    const later = this._later;
    return html`${later?.chips(applied)} ${!answer && failure ? nothing : resultsHead(answer, later?.sort())}
    ${failureNotice(this._state, this.#settings.service, this.#actions)} ${staleNotice(answer?.staleSince)} ${later?.head(applied)}
    ${!answer && isLoading ? skeleton() : nothing} ${answer && answer.total > 0 ? this.#renderList(answer) : nothing}`;
  }

  #renderList(answer: Answer): TemplateResult {
    const later = this._later;
    return resultList(answer, {
      actions: this.#actions,
      level: this.#settings.level + 1,
      now: Date.now(),
      open: this._state.open,
      isOld: transitions.isOld(this._state),
      most: this._isPainted ? answer.events.length : FIRST_ROWS,
      aside: (event) => later?.aside(event),
      detail: (event) => later?.detail(event) ?? detailStatus(event, later === null, this.#actions),
    }, later?.layout(), later?.item());
  }

  /** Searches as a person would. What is left out stays as it is; filters replace all that were chosen. */
  search({ q = this._state.search.q, near = this._state.search.near, filters = this._state.search.filters }: Partial<Pick<Search, "q" | "near" | "filters">>): void {
    this.#ask(transitions.withChange(this._state.search, { q, near, filters }));
  }

  #ask(search: Search, { typing = false } = {}): void {
    this.#isTyping = typing;
    this.#isAsked = true;
    this.#announcer.hush();
    this._later?.asked();
    this._state = transitions.searching(this._state, search);
  }

  /** Asks the service again for what is shown. */
  refresh(): void {
    this.#isTyping = false;
    this.#client.expire();
    this._later?.retry();
    this._state = transitions.searching(this._state, { ...this._state.search });
  }

  #settle(answer: Answer): void {
    this._state = transitions.answered(this._state, answer);
    if (this._later === null) void this.#loadLater();
    const { q, filters } = this._state.search;
    const { total } = answer;
    if (this.#isAsked) {
      const found = this.#speak().results.found(total);
      this.#announcer.sayWhenSettled(found + (this._later?.remark(answer) ?? ""), () => publish(this, "hwbe-search", { q: q.trim(), filters, total }));
    }
    if (this.#focusResults) void this.#focus("#count");
    this.#focusResults = false;
  }

  #fail(error: unknown): void {
    if (!this.isConnected) return;
    // It was given up when the finder left the page, and is wanted again.
    if (error instanceof DOMException && error.name === "AbortError") return this.refresh();
    const failure = failureOf(error, navigator.onLine);
    this.#focusResults = false;
    this._state = transitions.failed(this._state, failure);
    this.#announcer.say(failure.kind === "unknown-place" ? this.#speak().search.unknownPlace : this.#speak().failure[failure.kind]);
    if (failure.kind === "unknown-place") void this.#focus("#near");
  }

  async #loadLater(): Promise<void> {
    this._later = undefined;
    try {
      const [{ Later }, clinician] = await Promise.all([import("./later.ts"), this.#settings.mode === "clinician" ? HwbeFinder.loadClinician?.() : undefined]);
      if (this.shadowRoot) adoptStyles(this.shadowRoot, [...styles, ...Later.styles]);
      this._later = new Later(this.#core, clinician);
    } catch (error) {
      console.info("<hwbe-finder>: a part could not be had.", error);
      this._later = null;
    }
  }

  /** Only an address that holds a search has to be read before the first question. */
  async #keepInUrl(): Promise<void> {
    const prefix = this.#place > 1 ? `hwbe${this.#place}-` : "hwbe-";
    this.#isSyncAsked = true;
    this._isRestoring = location.search.includes(prefix);
    try {
      const loaded = await HwbeFinder.loadUrlSync?.();
      if (loaded) new loaded.UrlSync(this.#core, prefix);
    } catch (error) {
      console.info("<hwbe-finder>: the address could not be kept.", error);
    }
    this._isRestoring = false;
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #abortUnlessMoved(): void {
    if (this.isConnected) return;
    this.#page.abort();
    this._later?.abort();
  }

  readonly #actions: FirstActions = {
    type: (words) => this.#ask(transitions.withChange(this._state.search, { q: words }), { typing: true }),
    change: (change) => this.#ask(transitions.withChange(this._state.search, change)),
    submit: (change) => {
      const isAsked = transitions.isUnchanged(this._state.search, change);
      if (isAsked && this.#page.status === TaskStatus.COMPLETE) void this.#focus("#count");
      else this.#focusResults = true;
      if (!isAsked || this.#page.status === TaskStatus.ERROR) this.#ask(transitions.withChange(this._state.search, change));
    },
    toggleFilters: () => (this._state = transitions.toggleFilters(this._state)),
    toggleEvent: ({ id, slug, url, title }) => {
      this._state = transitions.toggleEvent(this._state, id);
      if (!this._state.open.has(id)) return;
      this._later?.load(id);
      publish(this, "hwbe-select", { id, slug, url, title });
    },
    retryEvent: (id) => {
      void this.#focus(`#t-${id}`);
      this._later?.load(id);
      if (!this._later) void this.#loadLater();
    },
    retry: () => {
      this.#focusResults = true;
      this.refresh();
    },
  };

  readonly #core: FinderCore = {
    host: this,
    actions: this.#actions,
    loadClinician: HwbeFinder.loadClinician,
    settings: () => this.#settings,
    client: () => this.#client,
    state: () => this._state,
    change: (state) => (this._state = state),
    ask: (search) => this.#ask(search),
    isAsking: () => this.#page.status === TaskStatus.PENDING,
    fail: (error) => this.#fail(error),
    refresh: () => this.refresh(),
    focus: (selector) => void this.#focus(selector),
    say: (message) => {
      this.#speak();
      this.#announcer.say(message());
    },
  };
}
