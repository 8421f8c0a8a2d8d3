import { adoptStyles } from "lit";
import type { Clinician } from "./clinician.ts";
import type { FinderCore } from "./finder-core.ts";
import type { Sharing } from "./sharing.ts";
import { laterStrings } from "./strings-later.ts";

type Loaded = { Clinician: typeof Clinician };

/** What clinicians alone need, while a finder is in their mode. The rest of the finder works without it. */
export class ClinicianPart {
  readonly #core: FinderCore;
  readonly #sharing: Sharing;
  #made: Clinician | undefined;
  #isAsked = false;

  /** `loaded` is there when the script of that part is here already. */
  constructor(core: FinderCore, sharing: Sharing, loaded: Loaded | undefined) {
    this.#core = core;
    this.#sharing = sharing;
    if (loaded) this.#make(loaded);
  }

  get part(): Clinician | undefined {
    return this.#core.settings().mode === "clinician" ? this.#made : undefined;
  }

  /** The words around the events that are put aside. */
  get shortlist() {
    return this.part?.shortlist ?? laterStrings.saved;
  }

  /** Takes up what the tag says now. */
  take(): void {
    if (this.#isAsked || this.#made || this.#core.settings().mode !== "clinician") return;
    this.#isAsked = true;
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      const loaded = await this.#core.loadClinician?.();
      if (loaded) this.#make(loaded);
    } catch (error) {
      this.#isAsked = false;
      console.info("<hwbe-finder>: the clinicians' part could not be had.", error);
    }
  }

  #make({ Clinician }: Loaded): void {
    const { host } = this.#core;
    if (host.shadowRoot) adoptStyles(host.shadowRoot, [...host.shadowRoot.adoptedStyleSheets, ...Clinician.styles]);
    this.#made = new Clinician(this.#core, this.#sharing);
    host.requestUpdate();
  }
}
