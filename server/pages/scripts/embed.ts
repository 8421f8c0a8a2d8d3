/** Tells the page that frames this one how high it is, as `{ type: "hwbe-height", height }`, height in CSS pixels. */
function tellHeight(origin: string): void {
  const tell = () => window.parent.postMessage({ type: "hwbe-height", height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, origin);
  new ResizeObserver(tell).observe(document.documentElement);
}

const allowed = (document.body.dataset["origins"] ?? "").split(" ");
/** Only a site on the list may frame this page; to no other is anything told. */
const framing = allowed.find((origin) => origin !== "" && document.referrer.startsWith(`${origin}/`));
if (window.parent !== window && framing !== undefined) tellHeight(framing);
