import "./first.ts";
import { register } from "./register.ts";

/**
 * The public finder as one script that fetches no other. To stay small it leaves every search to the service, keeps none in an address,
 * speaks English alone and has no mode for clinicians.
 */
register();

export { HwbeFinder } from "./hwbe-finder.ts";
