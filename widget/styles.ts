import { controls } from "./styles/controls.ts";
import { events } from "./styles/events.ts";
import { host } from "./styles/host.ts";
import { layout } from "./styles/layout.ts";
import { nhs } from "./styles/nhs.ts";

/** Adopted style sheets, in the order in which they override each other. */
export const styles = [host, controls, layout, events, nhs];
