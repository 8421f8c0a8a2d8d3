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
  document.querySelectorAll("pre code").forEach((code, place) => (code.textContent = codes[place]?.textContent ?? ""));
  const finder = document.querySelector("hwbe-finder");
  for (const { name, value } of made.querySelector("hwbe-finder")?.attributes ?? []) finder?.setAttribute(name, value);
  const told = document.querySelector("#made");
  if (told) told.textContent = "The tag and the finder below it now have your choices.";
}

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
