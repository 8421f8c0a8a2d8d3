import { HwbeFinder } from "./hwbe-finder.ts";

const NAME = "hwbe-finder";

/** The first copy of the script on a page wins: a second one, of whatever version, changes nothing. */
export function register(): void {
  if (!customElements.get(NAME)) customElements.define(NAME, HwbeFinder);
}
