import type { Filters } from "./state.ts";

/** An event was opened in the list. */
export interface HwbeSelectDetail {
  id: string;
  slug: string;
  url: string;
  title: string;
}

/** A person's search has settled. It carries no place: where somebody lives is not told to the host page. */
export interface HwbeSearchDetail {
  q: string;
  filters: Filters;
  total: number;
}

/** What the finder tells its host page. Both events bubble and leave the shadow root. */
export interface HwbeFinderEventMap {
  "hwbe-select": CustomEvent<HwbeSelectDetail>;
  "hwbe-search": CustomEvent<HwbeSearchDetail>;
}

declare global {
  interface HTMLElementEventMap extends HwbeFinderEventMap {}
}

export function publish<Name extends keyof HwbeFinderEventMap>(
  target: EventTarget,
  name: Name,
  detail: HwbeFinderEventMap[Name]["detail"],
): void {
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
