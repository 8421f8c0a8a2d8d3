import { html, nothing, type CSSResult, type TemplateResult } from "lit";
import type { EventAlternatives } from "../server/contract/alternatives.ts";
import type { Event } from "../server/contract/event.ts";
import { BoroughTiles } from "./borough-tiles.ts";
import { chipsOf } from "./chips.ts";
import type { Clinician } from "./clinician.ts";
import { ClinicianPart } from "./clinician-part.ts";
import { facetGroups } from "./facet-groups.ts";
import type { FinderCore } from "./finder-core.ts";
import { Freshness } from "./freshness.ts";
import { Here, isPoint } from "./here.ts";
import { KeptList } from "./kept-list.ts";
import type { Catalogue } from "./languages/languages.ts";
import { laterActions } from "./later-actions.ts";
import { LiveUpdates } from "./live-updates.ts";
import { MoreEvents } from "./more-events.ts";
import { OpenEvents } from "./open-events.ts";
import { PageReturn } from "./page-return.ts";
import { Renewal } from "./renewal.ts";
import { Sharing } from "./sharing.ts";
import { ShortlistController } from "./shortlist-controller.ts";
import { isOld, type Answer, type ListItem, type Search } from "./state.ts";
import { laterStrings, speakLater } from "./strings-later.ts";
import { laterControls } from "./styles/later-controls.ts";
import { laterStyles } from "./styles/later.ts";
import type { FinderActions } from "./views/actions.ts";
import { alternatives, alternativesButton, isUnavailable } from "./views/alternatives.ts";
import { chipList } from "./views/chips.ts";
import { compareTable } from "./views/compare-table.ts";
import { detailStatus } from "./views/detail-status.ts";
import { emptyNotice } from "./views/empty-notice.ts";
import { eventDetail, type DetailContext } from "./views/event-detail.ts";
import { goneNotice } from "./views/gone-notice.ts";
import { filters } from "./views/filters.ts";
import { finderFoot } from "./views/finder-foot.ts";
import { listFoot } from "./views/list-foot.ts";
import { byDay } from "./views/month-list.ts";
import type { ByDay, Item } from "./views/results.ts";
import { nearHere } from "./views/near-here.ts";
import { saveCorner } from "./views/save-button.ts";
import { shortlistPanel } from "./views/shortlist-panel.ts";
import { sortChoice } from "./views/sort-choice.ts";
import { viewHead } from "./views/view-switch.ts";

/** What the first view of a finder does not need. It is one chunk of its own, fetched once the first events are painted. */
export class Later {
  static readonly styles: readonly CSSResult[] = [laterControls, laterStyles];
  readonly #core: FinderCore;
  readonly #actions: FinderActions;
  readonly #openEvents: OpenEvents<Event>;
  readonly #alternatives: OpenEvents<EventAlternatives>;
  readonly #shortlist: ShortlistController;
  readonly #sharing: Sharing;
  readonly #tiles: BoroughTiles;
  readonly #here: Here;
  readonly #clinician: ClinicianPart;
  readonly #more: MoreEvents;
  readonly #renewal: Renewal;

  /** `clinician` is there for a finder in clinician mode. */
  constructor(core: FinderCore, clinician: { Clinician: typeof Clinician } | undefined) {
    const { host } = core;
    this.#core = core;
    this.#openEvents = new OpenEvents(host, (id, signal) => core.client().event(id, signal));
    this.#alternatives = new OpenEvents(host, (id, signal) => core.client().alternatives(id, signal));
    this.#shortlist = new ShortlistController(host);
    this.#tiles = new BoroughTiles(host);
    this.#here = new Here(host);
    this.#sharing = new Sharing(host);
    this.#more = new MoreEvents(core);
    this.#clinician = new ClinicianPart(core, this.#sharing, clinician);
    this.#actions = laterActions(core, { shortlist: this.#shortlist, sharing: this.#sharing, tiles: this.#tiles, here: this.#here, more: this.#more, clinician: this.#clinician });
    new PageReturn(core);
    new KeptList(core);
    this.#renewal = new Renewal(core, this.#more);
    new Freshness(core, () => this.#renewal.ask());
    new LiveUpdates(host, () => core.settings().service, (changeNumber) => this.#renewal.hear(changeNumber));
    this.take();
    for (const id of core.state().open) this.load(id);
  }

  /** Takes up what the tag says now. */
  take(): void {
    this.#shortlist.open(this.#core.settings(), this.#core.client());
    this.#clinician.take();
  }

  /** Drops what belongs to another list. */
  forget(): void {
    this.#openEvents.forget();
    this.#alternatives.forget();
  }

  /** Asks again for what could not be had. */
  retry(): void {
    this.#shortlist.retry();
  }

  abort(): void {
    this.#more.abort();
    this.#shortlist.abort();
  }

  /** The person asks for something else. */
  asked(): void {
    this.#more.abort();
    this.#here.forgetFailure();
  }

  speak(catalogue: Catalogue | undefined): void {
    speakLater(catalogue?.later);
    this.#clinician.part?.speak(catalogue);
  }

  load(id: string): void {
    if (!this.#core.client().known(id)) this.#openEvents.load(id);
    this.#alternatives.load(id);
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    this.#clinician.part?.move(event, (id) => this.#actions.toggleShortlisted(id));
  };

  /** What the field for a place shows, where that is not what the search holds. */
  placeText(near: string): string {
    return isPoint(near) ? laterStrings.here.place : near;
  }

  /** The device of a clinician is not where the patient lives. */
  nearHere(): TemplateResult | typeof nothing {
    return this.#isForClinicians ? nothing : nearHere(this.#here.status, this.#actions);
  }

  get #isForClinicians(): boolean {
    return this.#core.settings().mode === "clinician";
  }

  /** What stands above the filters. */
  tools(): TemplateResult {
    return html`${this.#core.state().answer ? this.#clinician.part?.concerns() : nothing}${this.#shortlistPanel()}`;
  }

  #shortlistPanel(): TemplateResult {
    const client = this.#core.client();
    const { ids, compared, isLoading, hasFailed } = this.#shortlist;
    const find = (id: string) => client.known(id);
    return shortlistPanel({
      ids, compared, find, isLoading, hasFailed, words: this.#clinician.shortlist, service: this.#core.settings().service, part: this.#clinician.part, actions: this.#actions,
    });
  }

  filters(): TemplateResult | typeof nothing {
    const [state, settings] = [this.#core.state(), this.#core.settings()];
    const { answer, search } = state;
    return answer ? filters(state, facetGroups(answer.facets, search.filters, settings.scope, settings.mode), this.#actions) : nothing;
  }

  /** What is chosen. `applied` is the search that the list answers. */
  chips(applied: Search): TemplateResult {
    return html`${this.#clinician.part?.reasons()}${chipList(chipsOf(applied, this.#core.state().answer?.facets ?? {}), this.#actions)}`;
  }

  sort(): TemplateResult | typeof nothing {
    return sortChoice(this.#core.state(), this.#actions);
  }

  /** What stands between the number of events and the events. */
  head(applied: Search): TemplateResult | typeof nothing {
    const [state, settings] = [this.#core.state(), this.#core.settings()];
    if (!state.answer) return nothing;
    const { relaxed, total } = state.answer;
    return html`${this.#renewal.gone.map(goneNotice)} ${relaxed ? html`<p class="hint">${laterStrings.relaxed}</p>` : nothing} ${this.#compared()} ${viewHead(state, { tiles: this.#tiles, service: settings.service }, this.#actions)}
    ${total === 0 ? emptyNotice(state, chipsOf(applied, state.answer.facets), this.#actions) : nothing}`;
  }

  /** What is said after the number of events. */
  remark({ relaxed }: Answer): string {
    return relaxed ? `. ${laterStrings.relaxed}` : "";
  }

  #compared(): TemplateResult | typeof nothing {
    const { isComparing, compared } = this.#shortlist;
    return isComparing ? compareTable(compared.flatMap((id) => this.#core.client().known(id) ?? []), this.#detailContext()) : nothing;
  }

  #detailContext(): DetailContext {
    return { mode: this.#core.settings().mode, isOld: isOld(this.#core.state()), sharing: this.#sharing, actions: this.#actions };
  }

  /** How the events are laid out, where it is not one below the other. */
  layout(): ByDay | undefined {
    return this.#core.state().view === "month" ? byDay : undefined;
  }

  /** How an event is drawn, where it is not as the public sees it. */
  item(): Item | undefined {
    const row = { shortlist: this.#shortlist, actions: this.#actions, similar: (event: ListItem) => this.#similar(event) };
    const { part } = this.#clinician;
    return part && ((event, context) => part.row(event, context, row));
  }

  #similar(event: ListItem): TemplateResult | undefined {
    const state = this.#core.state();
    return isOld(state) || state.open.has(event.id) || !isUnavailable(event) ? undefined : alternativesButton(event, this.#actions);
  }

  /** What stands beside an event. */
  aside(event: ListItem): TemplateResult {
    return html`${saveCorner(event, this.#shortlist, this.#actions)}${this.#similar(event)}`;
  }

  detail(event: ListItem): TemplateResult {
    const { id } = event;
    const whole = this.#core.client().known(id);
    if (!whole) return detailStatus(event, this.#openEvents.hasFailed(id), this.#actions);
    const details = html`${eventDetail(whole, this.#detailContext())}${this.#clinician.part?.record(id, [whole], this.#actions)}`;
    const others = alternatives(event, this.#alternatives.value(id), this.#alternatives.hasFailed(id));
    return isUnavailable(event) ? html`${others}${details}` : html`${details}${others}`;
  }

  foot(): TemplateResult | typeof nothing {
    const [state, { service, mode }, client] = [this.#core.state(), this.#core.settings(), this.#core.client()];
    if (!state.answer) return nothing;
    return html`${state.answer.total > 0 ? listFoot(state.answer, this.#more.status, this.#actions) : nothing}${finderFoot(state.search, service, client.scope, mode)}`;
  }
}
