import { html, nothing, type CSSResult, type TemplateResult } from "lit";
import type { Event } from "../server/contract/event.ts";
import { ConcernsController } from "./concerns-controller.ts";
import type { FinderCore } from "./finder-core.ts";
import type { Catalogue } from "./languages/languages.ts";
import { recordLines } from "./record-line.ts";
import type { Sharing } from "./sharing.ts";
import type { Filters } from "./state.ts";
import { clinicianStrings, speakClinician } from "./strings-clinician.ts";
import { moveBetweenTitles } from "./result-keys.ts";
import { clinicianRows } from "./styles/clinician-rows.ts";
import { clinicianStyles } from "./styles/clinician.ts";
import { UsualFiltersController } from "./usual-filters-controller.ts";
import type { FinderActions } from "./views/actions.ts";
import { bookingLink } from "./views/booking.ts";
import { clinicianRow } from "./views/clinician-row.ts";
import { concernPicker, fromConcerns } from "./views/concern-picker.ts";
import { copyField } from "./views/copy-field.ts";
import { obstacle, referLink } from "./views/referral.ts";

export type LoadClinician = () => Promise<{ Clinician: typeof Clinician }>;

/** What clinicians alone need: concerns, their usual filters, and lines for the record. One chunk, fetched in their mode alone. */
export class Clinician {
  static readonly styles: readonly CSSResult[] = [clinicianRows, clinicianStyles];
  readonly #sharing: Sharing;
  readonly #concerns: ConcernsController;
  readonly #usual: UsualFiltersController;

  constructor(core: FinderCore, sharing: Sharing) {
    this.#sharing = sharing;
    this.#concerns = new ConcernsController(core);
    this.#usual = new UsualFiltersController(core);
  }

  speak(catalogue: Catalogue | undefined): void {
    speakClinician(catalogue?.clinician);
  }

  /** What differs in the words around the events that they put aside. */
  get shortlist() {
    return clinicianStrings.shortlist;
  }

  /** One event of their list. */
  readonly row = clinicianRow;
  /** Why an event takes no referral here, and the ways to refer to one and to all. */
  readonly obstacle = obstacle;
  readonly book = (event: Event) => bookingLink(event, "clinician");
  readonly refer = referLink;
  /** The keys of their list. */
  readonly move = moveBetweenTitles;

  /** Keeps those filters that a clinician chose for their own work. */
  keep(filters: Filters): void {
    this.#usual.keep(filters);
  }

  concerns(): TemplateResult {
    return concernPicker(this.#choice());
  }

  /** Why the list is narrowed to what it shows. */
  reasons(): TemplateResult {
    const { on, clear } = clinicianStrings.usual;
    const usual = html`<p class="usual">${on} <button type="button" class="link" @click=${() => this.#usual.clear()}>${clear}</button></p>`;
    return html`${this.#usual.isOn ? usual : nothing}${fromConcerns(this.#choice())}`;
  }

  /** What to write into the record about events that were offered. `id` is one for each such text in a finder. */
  record(id: string, events: readonly Event[], actions: FinderActions): TemplateResult | typeof nothing {
    const text = recordLines(events);
    if (!text) return nothing;
    const { label, copy } = clinicianStrings.record;
    const count = text.split("\n").length;
    return html`<div class="record">${copyField({ id: `record-${id}`, label, button: copy(count), text, rows: Math.min(count + 1, 5) }, this.#sharing, actions)}</div>`;
  }

  #choice() {
    const { chosen, offered } = this.#concerns;
    return { chosen, offered, toggle: this.#concerns.toggle.bind(this.#concerns) };
  }
}
