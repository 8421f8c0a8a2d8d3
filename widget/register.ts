import { HwbeFinder } from "./hwbe-finder.ts";
import { NAME } from "./name.ts";
import { isSupported } from "./supported.ts";

/** The first copy of the script on a page wins: a second one, of whatever version, changes nothing. */
export function register(): void {
  if (isSupported && !customElements.get(NAME)) customElements.define(NAME, HwbeFinder);
}
