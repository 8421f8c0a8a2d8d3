import "./first.ts";
import { register } from "./register.ts";

/** The finder as one script that fetches no other. It leaves every search to the service: the engine would double what it weighs. */
register();

export { HwbeFinder } from "./hwbe-finder.ts";
