/** Tells the page that frames this one how high it is, as `{ type: "hwbe-height", height }`, height in CSS pixels. It hears it if it is of one of `origins`. */
function tellHeight(origins: readonly string[]): void {
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    for (const origin of origins) window.parent.postMessage({ type: "hwbe-height", height }, origin);
  };
  new ResizeObserver(tell).observe(document.documentElement);
}

/** Only a site on the list may frame this page; to no other is anything told. */
const allowed = (document.body.dataset["origins"] ?? "").split(" ").filter((origin) => origin !== "");
/** A site may withhold its address. It is on the list all the same, as the browser would not show the frame otherwise. */
const framing = document.referrer === "" ? allowed : allowed.filter((origin) => document.referrer.startsWith(`${origin}/`));
if (window.parent !== window) tellHeight(framing);
