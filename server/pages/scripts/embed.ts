/** Tells the page that frames this one how high it is, as `{ type: "hwbe-height", height }`, height in CSS pixels. It hears it if it is of one of `origins`. */
function tellHeight(origins: readonly string[]): void {
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    for (const origin of origins) window.parent.postMessage({ type: "hwbe-height", height }, origin);
  };
  new ResizeObserver(tell).observe(document.documentElement);
}

/** The origin of the page around this one, as far as the browser tells: not every one knows `ancestorOrigins`, and a site may withhold its address. */
function framedBy(): string | undefined {
  const [told] = "ancestorOrigins" in location ? [...location.ancestorOrigins] : [];
  if (told && told !== "null") return told;
  return document.referrer === "" ? undefined : new URL(document.referrer).origin;
}

/** Only a site on the list may frame this page: the browser would not show it otherwise. To no other is anything told. */
const allowed = (document.body.dataset["origins"] ?? "").split(" ").filter((origin) => origin !== "");
const framing = framedBy();
if (window.parent !== window) tellHeight(allowed.filter((origin) => framing === undefined || origin === framing));
