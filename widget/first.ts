import { requestEarly } from "./early-request.ts";
import { NAME } from "./name.ts";

/** Runs before all other modules of the script. Where another copy of the finder is registered it leaves the page alone. */
if (!customElements.get(NAME)) requestEarly(document.querySelectorAll(NAME));
