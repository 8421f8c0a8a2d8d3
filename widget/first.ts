import { requestEarly } from "./early-request.ts";
import { NAME } from "./name.ts";
import { isSupported } from "./supported.ts";

/** Runs before all other modules of the script. Where another copy of the finder is registered it leaves the page alone. */
if (isSupported && !customElements.get(NAME)) requestEarly(document.querySelectorAll(NAME));
