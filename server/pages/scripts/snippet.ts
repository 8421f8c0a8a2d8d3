/** Makes the tag anew with each choice, and shows it: the answer of the service to the form, put in place of what stood there. */
async function make(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const address = `${form.action}?${new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))}`;
  const answer = await fetch(address, { signal });
  if (!answer.ok) return;
  show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  history.replaceState(null, "", address);
}

function show(made: Document): void {
  const codes = made.querySelectorAll("pre code");
  for (const button of document.querySelectorAll("pre + button")) button.firstChild!.textContent = "Copy";
  document.querySelectorAll("pre code").forEach((code, place) => (code.textContent = codes[place]?.textContent ?? ""));
  const finder = document.querySelector("hwbe-finder");
  for (const { name, value } of made.querySelector("hwbe-finder")?.attributes ?? []) finder?.setAttribute(name, value);
  tell("The tag and the finder below it now have your choices.");
}

/** Says it to people who use a screen reader. */
function tell(words: string): void {
  const status = document.querySelector("#made");
  if (status) status.textContent = words;
}

/** A button below a piece of code that copies it, where the browser has a clipboard (a page with encryption, or of this computer). */
function addCopyButton(block: HTMLElement): void {
  const words = document.createTextNode("Copy");
  const name = Object.assign(document.createElement("span"), { className: "nhsuk-u-visually-hidden", textContent: `: ${block.getAttribute("aria-label") ?? ""}` });
  const button = Object.assign(document.createElement("button"), { type: "button", className: "nhsuk-button nhsuk-button--secondary nhsuk-button--small" });
  button.append(words, name);
  button.addEventListener("click", () => void navigator.clipboard.writeText(block.textContent).then(() => {
    words.data = "Copied";
    tell("Copied.");
  }));
  block.after(button);
}

if ("clipboard" in navigator) document.querySelectorAll<HTMLElement>("pre.hwbe-code").forEach(addCopyButton);

const form = document.querySelector<HTMLFormElement>("form.hwbe-make-tag");
let making = new AbortController();
form?.addEventListener("change", () => {
  making.abort();
  making = new AbortController();
  // Given up for a later choice, or no answer: the button of the form still works.
  make(form, making.signal).catch((error: unknown) => {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
  });
});
