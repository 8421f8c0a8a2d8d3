import { HwbeFinder } from "./hwbe-finder.ts";
import { NAME } from "./name.ts";

/** The first copy of the script on a page wins: a second one, of whatever version, changes nothing. */
export function register(): void {
  if (!customElements.get(NAME)) customElements.define(NAME, HwbeFinder);
}
