import { HwbeFinder } from "./hwbe-finder.ts";

const NAME = "hwbe-finder";

/** The first copy of the script on a page wins: a second one, of whatever version, changes nothing. */
if (!customElements.get(NAME)) customElements.define(NAME, HwbeFinder);

export { HwbeFinder };
export type { HwbeFinderEventMap, HwbeSearchDetail, HwbeSelectDetail } from "./events.ts";
