import { adoptStyles } from "lit";
import type { Clinician } from "./clinician.ts";
import type { FinderCore } from "./finder-core.ts";
import type { Sharing } from "./sharing.ts";

/** Fetches what clinicians alone need, once a finder is in their mode. The rest of the finder works without it. */
export class ClinicianPart {
  readonly #core: FinderCore;
  readonly #sharing: Sharing;
  #loaded: Clinician | undefined;
  #isAsked = false;

  constructor(core: FinderCore, sharing: Sharing) {
    this.#core = core;
    this.#sharing = sharing;
  }

  get part(): Clinician | undefined {
    return this.#core.settings().mode === "clinician" ? this.#loaded : undefined;
  }

  /** Takes up what the tag says now. */
  take(): void {
    if (this.#isAsked || this.#core.settings().mode !== "clinician") return;
    this.#isAsked = true;
    void this.#load();
  }

  async #load(): Promise<void> {
    const { host, loadClinician } = this.#core;
    try {
      const loaded = await loadClinician?.();
      if (!loaded) return;
      if (host.shadowRoot) adoptStyles(host.shadowRoot, [...host.shadowRoot.adoptedStyleSheets, ...loaded.Clinician.styles]);
      this.#loaded = new loaded.Clinician(this.#core, this.#sharing);
      host.requestUpdate();
    } catch (error) {
      this.#isAsked = false;
      console.info("What clinicians alone need could not be loaded.", error);
    }
  }
}
