import type { ReactiveControllerHost } from "lit";
import type { LoadClinician } from "./clinician.ts";
import type { DirectoryClient } from "./directory-client.ts";
import type { Settings } from "./settings.ts";
import type { FinderState, Search } from "./state.ts";
import type { FirstActions } from "./views/actions.ts";

/** What the element lets its later part see and do. */
export interface FinderCore {
  readonly host: ReactiveControllerHost & HTMLElement;
  readonly actions: FirstActions;
  /** Brings what clinicians alone need. The single script has none of it. */
  readonly loadClinician: LoadClinician | undefined;
  settings(): Settings;
  client(): DirectoryClient;
  state(): FinderState;
  change(state: FinderState): void;
  /** Asks for the events of a search. */
  ask(search: Search): void;
  /** True while the answer to a search is awaited. */
  isAsking(): boolean;
  /** Tells what went wrong. */
  fail(error: unknown): void;
  /** Asks the service again for what is shown. */
  refresh(): void;
  /** Focuses the first element that matches, once all changes are drawn. */
  focus(selector: string): void;
  /** Says a message, in the language of this finder, to people who use a screen reader. */
  say(message: () => string): void;
}
