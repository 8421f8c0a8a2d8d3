import { readFileSync } from "node:fs";

const packageFile = (path: string) => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), "utf8");

/** What Prototype.js 1.7 does to a page: its methods stand on the browser's own objects, some under the names of standard ones. */
const PROTOTYPE_JS = `
  Array.from = (list) => { const copy = []; for (let i = 0; i < (list ? list.length : 0); i++) copy[i] = list[i]; return copy; };
  Array.prototype.toJSON = function () { return "[" + this.map((one) => Object.toJSON(one)).join(", ") + "]"; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Object.toJSON = (value) => String(value);
  Array.prototype.each = function (visit) { this.forEach(visit); return this; };
  Array.prototype.first = function () { return this[0]; };
  Function.prototype.bind = function (context) { const all = this; return (...given) => all.apply(context, given); };
  Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
  Element.prototype.update = function (text) { this.innerHTML = text; return this; };
  Element.prototype.show = function () { this.style.display = ""; return this; };
  window.$ = (id) => document.getElementById(id);
`;

/** All but `Symbol`: Lit adds `Symbol.metadata` where the browser has none yet. */
const FROZEN = `
  for (const one of [Object, Function, Array, String, Number, Boolean, Promise, RegExp, Date, Error, TypeError, Map, Set, WeakMap]) {
    Object.freeze(one); Object.freeze(one.prototype);
  }
  Object.freeze(JSON); Object.freeze(Math); Object.freeze(Reflect);
`;

const NO_STORAGE = `
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get() { throw new DOMException("Access is denied", "SecurityError"); } });
  }
`;

/** Pages that do to a finder what real pages do. `head` comes before the finder's script, `first` before all scripts of the page. */
export interface HostilePage {
  readonly name: string;
  readonly head?: string;
  readonly first?: string;
  /** Attributes of the root element. */
  readonly root?: string;
}

const script = (code: string) => `<script>${code}</script>`;

export const HOSTILE_PAGES: readonly HostilePage[] = [
  { name: "with the changes that Prototype.js makes to built-in objects", head: script(PROTOTYPE_JS) },
  { name: "with jQuery 1.12", head: script(packageFile("jquery/dist/jquery.js")) },
  { name: "with Zone.js, which wraps promises, timers and events", head: script(packageFile("zone.js/bundles/zone.umd.js")) },
  { name: "with every style unset", head: "<style>* { all: unset !important; }</style>" },
  { name: "with a root of 62.5 % and from right to left", head: "<style>html { font-size: 62.5%; }</style>", root: 'dir="rtl"' },
  { name: "with frozen built-in objects", head: script(FROZEN) },
  { name: "with additions to every object, and the globals of other module systems", head: script('Object.prototype.extra = "x"; window.process = {}; window.define = Object.assign(() => {}, { amd: {} }); window.module = {};') },
  { name: "without storage", first: NO_STORAGE },
  { name: "with storage that is full", first: 'Storage.prototype.setItem = () => { throw new DOMException("Full", "QuotaExceededError"); };' },
];

/** The page as HTML, with the finder's script and tag. */
export function hostilePage({ head = "", root = "" }: HostilePage, service: string): string {
  return `<!doctype html><html lang="en-GB" ${root}><head><meta charset="utf-8"><title>Host</title>${head}
<script type="module" src="${service}/widget/v1/hwbe-finder.js"></script></head>
<body><h1>Host</h1><hwbe-finder page-size="5"><a href="${service}/events">All events</a></hwbe-finder></body></html>`;
}
