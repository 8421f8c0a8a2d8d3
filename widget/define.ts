import "./first.ts";
import { HwbeFinder } from "./hwbe-finder.ts";
import { catalogues } from "./languages/languages.ts";
import { register } from "./register.ts";

HwbeFinder.loadLocalSearch = () => import("./local-search.ts");
HwbeFinder.loadClinician = () => import("./clinician.ts");
HwbeFinder.loadUrlSync = () => import("./url-sync.ts");
catalogues["en-xa"] = async () => (await import("./languages/pseudo-locales.ts")).accented;
catalogues["ar-xb"] = async () => (await import("./languages/pseudo-locales.ts")).mirrored;
register();

export { HwbeFinder };
export type { HwbeFinderEventMap, HwbeSearchDetail, HwbeSelectDetail } from "./events.ts";
