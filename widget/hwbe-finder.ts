import { initialState, Task, TaskStatus } from "@lit/task";
import { adoptStyles, html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { MAX_LIMIT } from "../server/contract/values.ts";
import { afterPaint } from "./after-paint.ts";
import { Announcer } from "./announcer.ts";
import type { BoroughTiles } from "./borough-tiles.ts";
import { DirectoryClient, type LoadLocalSearch } from "./directory-client.ts";
import { publish } from "./events.ts";
import { failureOf } from "./failure.ts";
import { languageOf, loadCatalogue } from "./languages/languages.ts";
import type { LiveUpdates } from "./live-updates.ts";
import type { OpenEvents } from "./open-events.ts";
import { PageReturn } from "./page-return.ts";
import { readSettings, type Settings, type TagValues } from "./settings.ts";
import type { ShortlistController } from "./shortlist-controller.ts";
import * as transitions from "./state.ts";
import type { Answer, FinderState, ListItem, Search } from "./state.ts";
import { speak, strings, type Strings } from "./strings.ts";
import { styles } from "./styles.ts";
import type { FinderActions } from "./views/actions.ts";
import { detailStatus } from "./views/detail-status.ts";
import { filtersButton } from "./views/filters-button.ts";
import { heading } from "./views/heading.ts";
import { failureNotice, staleNotice } from "./views/notices.ts";
import { resultList, resultsHead, skeleton, type MoreStatus } from "./views/results.ts";
import { searchForm } from "./views/search-form.ts";

type Later = typeof import("./later.ts");

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
    _state: { state: true },
    _later: { state: true },
    _isPatienceOver: { state: true },
    _isPainted: { state: true },
  };

  /** Brings the engine that searches in this browser, when a person first searches. Without it the service answers every search. */
  static loadLocalSearch: LoadLocalSearch | undefined;

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
  private declare _state: FinderState;
  /** The rest of the script; null when it could not be had. */
  private declare _later: Later | null | undefined;

  /** True when the first answer is late, so that a person must be told that it is on its way. */
  private declare _isPatienceOver: boolean;
  /** True once the browser has drawn the first events. */
  private declare _isPainted: boolean;

  #settings: Settings = readSettings(this, this.baseURI, "");
  #client = new DirectoryClient(this.#settings, HwbeFinder.loadLocalSearch);
  #live: LiveUpdates | undefined;
  #tiles: BoroughTiles | undefined;
  #openEvents: OpenEvents | undefined;
  #shortlist: ShortlistController | undefined;
  #place = 1;
  #isLaterAsked = false;
  #isTyping = false;
  #isAsked = false;
  #focusResults = false;
  /** The answer whose next page could not be had. */
  #endedAt: Answer | undefined;
  readonly #announcer = new Announcer(this);

  readonly #catalogue = new Task(this, {
    args: () => [this.#settings.language] as const,
    task: ([language]) => loadCatalogue(language),
    onError: (error) => console.info("The finder speaks English, as its words in another language could not be had.", error),
  });

  readonly #page = new Task(this, {
    args: () => [this.#client, this._state.search] as const,
    task: ([client, search], { signal }) => client.search(search, { now: Date.now(), signal, typing: this.#isTyping }),
    onComplete: (answer) => this.#settle(answer),
    onError: (error) => this.#fail(error),
  });

  readonly #more = new Task(this, {
    autoRun: false,
    args: () => [this.#client, this._state] as const,
    task: async ([client, { search, answer }], { signal }) =>
      answer?.next ? { answer, page: await client.more(search, answer, Date.now(), signal) } : initialState,
    onComplete: ({ answer, page }) => this.#continue(answer, page),
    onError: (error) => this.#failToContinue(error),
  });

  constructor() {
    super();
    new PageReturn(this, { online: () => this.#retryIfFailed(), restored: () => this.#refresh() });
    this._state = transitions.INITIAL;
    this._isPatienceOver = false;
    this._isPainted = false;
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
    if (this.#page.status === TaskStatus.ERROR) this.#refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => this.#abortUnlessMoved());
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && ![...changed.keys()].some((name) => !String(name).startsWith("_"))) return;
    const settings = readSettings(this, this.baseURI, languageOf(this));
    const { service, scope, pageSize } = this.#settings;
    const isSameList = service === settings.service && pageSize === settings.pageSize && JSON.stringify(scope) === JSON.stringify(settings.scope);
    this.#settings = settings;
    if (!isSameList || !this.hasUpdated) {
      this._state = transitions.closeEvents(this._state);
      this.#openEvents?.forget();
      this.#client = new DirectoryClient(settings, HwbeFinder.loadLocalSearch);
    }
    this.#shortlist?.open(settings, this.#client);
  }

  protected override updated(): void {
    const isClinician = this.#settings.mode === "clinician";
    if (this.#isLaterAsked || !(this._state.answer || isClinician)) return;
    this.#isLaterAsked = true;
    if (isClinician) void this.#loadLater();
    afterPaint(() => {
      this._isPainted = true;
      if (!isClinician) void this.#loadLater();
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { mode, theme, level, scope } = this.#settings;
    const { search, answer, failure, filtersOpen } = this._state;
    if (this.#catalogue.status === TaskStatus.PENDING || (!answer && !failure && !this._isPatienceOver)) return nothing;
    const later = this._later;
    this.#speak();
    const chosen = transitions.countFilters(search.filters) + (search.when === "any" ? 0 : 1);
    const isLoading = this.#page.status === TaskStatus.PENDING;
    return html`<div class="finder ${theme} ${mode}" part="finder" lang=${strings.language} dir=${strings.direction ?? nothing}>
      ${heading(level, strings.heading)} ${searchForm(search, failure, strings.finder(this.#place), this.#actions)}
      <div class="columns">
        <div class="side">
          ${mode === "clinician" ? this.#renderShortlist() : nothing}
          ${filtersButton(filtersOpen, chosen, this.#actions)}
          ${later && answer ? later.filters(this._state, later.facetGroups(answer.facets, search.filters, scope, mode), this.#actions) : nothing}
        </div>
        <div class="results" part="results" aria-busy=${isLoading ? "true" : "false"} @keydown=${this.#onKeyDown}>
          ${this.#renderResults(isLoading)} ${answer && later?.finderFoot(search, this.#settings)}
        </div>
      </div>
      <p class="unseen" role="status">${this.#announcer.message}</p>
    </div>`;
  }

  /** Sets the language of all that is drawn or said next. */
  #speak(): Strings {
    speak(this.#catalogue.value?.strings);
    this._later?.speakLater(this.#catalogue.value?.later);
    return strings;
  }

  #renderResults(isLoading: boolean): TemplateResult {
    const { search, answer, failure } = this._state;
    const applied = failure?.kind === "unknown-place" ? { ...search, near: "" } : search;
    const later = this._later;
    const chips = later?.chipsOf(applied, answer?.facets ?? {}) ?? [];
    return html`${later?.chipList(chips, this.#actions)}
    ${!answer && failure ? nothing : resultsHead(this._state, this.#actions)}
    ${failureNotice(this._state, this.#settings.service, this.#actions)} ${staleNotice(answer?.staleSince)}
    ${later && this.#tiles && answer ? later.viewHead(this._state, { of: this.#tiles, service: this.#settings.service }, this.#actions) : nothing}
    ${!answer && isLoading ? skeleton() : nothing} ${answer?.total === 0 ? later?.emptyNotice(this._state, chips, this.#actions) : nothing}
    ${answer && answer.total > 0 ? this.#renderList(answer) : nothing}`;
  }

  #renderList(answer: Answer): TemplateResult {
    const { mode, level } = this.#settings;
    const actions = this.#actions;
    return resultList(answer, this.#moreStatus(), {
      actions,
      level: level + 1,
      now: Date.now(),
      open: this._state.open,
      most: this._isPainted ? answer.events.length : FIRST_ROWS,
      aside: (event) => (mode === "clinician" && this.#shortlist ? this._later?.clinicianColumn(event, this.#shortlist, actions) : undefined),
      detail: (event) => this.#renderDetail(event),
    }, this._state.view === "month" ? this._later?.byDay : undefined);
  }

  #renderDetail(event: ListItem): TemplateResult {
    const whole = this.#client.known(event.id);
    if (whole && this._later) return this._later.eventDetail(whole, this.#settings.mode);
    return detailStatus(event, this._later === null || this.#openEvents?.hasFailed(event.id) === true, this.#actions);
  }

  #renderShortlist(): TemplateResult | undefined {
    const shortlist = this.#shortlist;
    return shortlist && this._later?.shortlistPanel({
      ids: shortlist.ids,
      find: (id) => this.#client.known(id),
      isLoading: shortlist.isLoading,
      service: this.#settings.service,
      level: this.#settings.level + 1,
      actions: this.#actions,
    });
  }

  #moreStatus(): MoreStatus {
    if (this.#more.status === TaskStatus.PENDING) return "loading";
    return this.#endedAt !== undefined && this.#endedAt === this._state.answer ? "failed" : "idle";
  }

  #ask(search: Search, { typing = false } = {}): void {
    this.#isTyping = typing;
    this.#isAsked = true;
    this.#announcer.hush();
    this.#more.abort();
    this._state = transitions.searching(this._state, search);
  }

  /** Asks the same again: after a failure, or when the browser brings an old page back. */
  #refresh(): void {
    this.#isTyping = false;
    this._state = transitions.searching(this._state, { ...this._state.search });
  }

  /** Takes in a change of the directory. What is on the screen stays where it is, and stays when the service does not answer. */
  async #renew(): Promise<void> {
    const { answer, search } = this._state;
    if (!answer || answer.events.length > MAX_LIMIT || this.#page.status === TaskStatus.PENDING || this.#more.status === TaskStatus.PENDING) return;
    const renewed = await this.#client.renew(search, answer.events.length, Date.now()).catch(() => undefined);
    if (renewed && this._state.answer === answer && this._state.search === search) this._state = transitions.answered(this._state, renewed);
  }

  #retryIfFailed(): void {
    if (this._state.failure && this._state.failure.kind !== "unknown-place") this.#refresh();
  }

  #settle(answer: Answer): void {
    this._state = transitions.answered(this._state, answer);
    if (this._later === null) void this.#loadLater();
    const { q, filters } = this._state.search;
    const { total } = answer;
    if (this.#isAsked) {
      this.#announcer.sayWhenSettled(this.#speak().results.found(total), () => publish(this, "hwbe-search", { q: q.trim(), filters, total }));
    }
    if (this.#focusResults) void this.#focus("#count");
    this.#focusResults = false;
  }

  #fail(error: unknown): void {
    if (!this.isConnected) return;
    const failure = failureOf(error, navigator.onLine);
    this.#focusResults = false;
    this._state = transitions.failed(this._state, failure);
    this.#announcer.say(failure.kind === "unknown-place" ? this.#speak().search.unknownPlace : this.#speak().failure[failure.kind]);
    if (failure.kind === "unknown-place") void this.#focus("#near");
  }

  #continue(answer: Answer, page: Answer): void {
    if (this._state.answer !== answer) return;
    const firstNew = answer.events.length;
    this._state = transitions.continued(this._state, page);
    this.#announcer.say(this.#speak().results.shown(this._state.answer?.events.length ?? firstNew, page.total));
    const event = this._state.answer?.events[firstNew];
    if (event) void this.#focus(`#t-${event.id}`);
  }

  #failToContinue(error: unknown): void {
    if (error instanceof DOMException && error.name === "AbortError") return;
    this.#endedAt = this._state.answer;
    this.#announcer.say(this.#speak().failure.unavailable);
  }

  async #loadLater(): Promise<void> {
    this._later = undefined;
    try {
      const later = await import("./later.ts");
      if (this.shadowRoot) adoptStyles(this.shadowRoot, [...styles, later.laterStyles]);
      this._later = later;
      this.#openEvents ??= new later.OpenEvents(this);
      for (const id of this._state.open) this.#openEvents.load(this.#client, id);
      this.#shortlist ??= new later.ShortlistController(this);
      this.#shortlist.open(this.#settings, this.#client);
      this.#tiles ??= new later.BoroughTiles(this);
      this.#live ??= new later.LiveUpdates(this, () => this.#settings.service, () => void this.#renew());
    } catch (error) {
      console.info("A part of the finder could not be loaded.", error);
      this._later = null;
    }
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #abortUnlessMoved(): void {
    if (this.isConnected) return;
    this.#page.abort();
    this.#more.abort();
    this.#shortlist?.abort();
  }

  readonly #onKeyDown = (event: KeyboardEvent) => {
    if (this.#settings.mode === "clinician") this._later?.moveBetweenTitles(event, (id) => this.#actions.toggleShortlisted(id));
  };

  readonly #actions: FinderActions = {
    type: (words) => this.#ask(transitions.withChange(this._state.search, { q: words }), { typing: true }),
    change: (change) => this.#ask(transitions.withChange(this._state.search, change)),
    submit: (change) => {
      const isAsked = transitions.isUnchanged(this._state.search, change);
      if (isAsked && this.#page.status === TaskStatus.COMPLETE) void this.#focus("#count");
      else this.#focusResults = true;
      if (!isAsked || this.#page.status === TaskStatus.ERROR) this.#ask(transitions.withChange(this._state.search, change));
    },
    removeChip: (place, without) => {
      this.#ask(without);
      const left = this._later?.chipsOf(without, {}).length ?? 0;
      void this.#focus(left === 0 ? "#count" : `.chips li:nth-child(${Math.min(place + 1, left)}) button`);
    },
    clear: () => {
      this.#ask(transitions.NO_SEARCH);
      void this.#focus("#count");
    },
    filter: (field, value, chosen) => this.#ask(transitions.withFilter(this._state.search, field, value, chosen)),
    showInFull: (field) => {
      const hidden = [...this.renderRoot.querySelectorAll<HTMLElement>(`[data-group="${field}"] label[hidden]`)];
      this._state = transitions.showInFull(this._state, field);
      void this.updateComplete.then(() => hidden.find((choice) => !choice.hidden)?.querySelector("input")?.focus());
    },
    view: (view) => {
      this._state = transitions.withView(this._state, view);
      this.#tiles?.retry();
      const search = this._later?.searchFor(view, this._state.search, Date.now());
      if (search) this.#ask(search);
    },
    toggleFilters: () => (this._state = transitions.toggleFilters(this._state)),
    showResults: () => {
      this._state = transitions.toggleFilters(this._state);
      void this.#focus("#count");
    },
    toggleEvent: ({ id, slug, url, title }) => {
      this._state = transitions.toggleEvent(this._state, id);
      if (!this._state.open.has(id)) return;
      this.#openEvents?.load(this.#client, id);
      publish(this, "hwbe-select", { id, slug, url, title });
    },
    retryEvent: (id) => {
      this.#openEvents?.load(this.#client, id);
      if (!this._later) void this.#loadLater();
    },
    more: () => {
      if (this.#more.status !== TaskStatus.PENDING) void this.#more.run();
    },
    retry: () => this.#refresh(),
    toggleShortlisted: (id) => {
      this.#shortlist?.toggle(id);
      this.#announcer.say(this.#speak().shortlist(this.#shortlist?.ids.length ?? 0));
    },
    clearShortlist: () => {
      this.#shortlist?.clear();
      void this.#focus("#shortlist-title");
    },
  };
}
