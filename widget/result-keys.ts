const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function neighbour(title: HTMLElement, step: number): HTMLElement | undefined {
  const root = title.getRootNode();
  const titles = root instanceof ShadowRoot ? [...root.querySelectorAll<HTMLElement>(".title")] : [];
  return titles[titles.indexOf(title) + step];
}

/**
 * Arrow keys move between the titles of the list, `s` puts an event on the shortlist. They act only while a title has the
 * focus (WCAG 2.1.4, Character Key Shortcuts).
 */
export function moveBetweenTitles(event: KeyboardEvent, shortlist: (id: string) => void): void {
  const title = event.composedPath()[0];
  if (!(title instanceof HTMLElement) || !title.dataset["id"] || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = neighbour(title, STEPS[event.key] ?? 0);
  if (event.key.toLowerCase() === "s") shortlist(title.dataset["id"]);
  else if (event.key in STEPS) next?.focus();
  else return;
  event.preventDefault();
}
