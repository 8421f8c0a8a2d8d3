export { HwbeFinder } from "./hwbe-finder.js";
export type { Filters, HwbeFinderEventMap, HwbeSearchDetail, HwbeSelectDetail } from "./hwbe-finder.js";
