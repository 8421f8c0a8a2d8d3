import type { Page } from "playwright-core";

/** Computed style by element, in document order: `12 p.lede` to its properties. */
export type ComputedStyles = Record<string, Record<string, string>>;

/**
 * The computed styles of a page. `host`: of every element outside the finders. `finder`: of every element inside them.
 * Pseudo-elements come along where they have content.
 */
export function computedStyles(page: Page, part: "host" | "finder"): Promise<ComputedStyles> {
  return page.evaluate((wanted) => {
    // After a change in what is positioned alone, Chromium tells margins of `auto` as 0 though nothing has moved. A whole layout puts that right.
    document.body.style.display = "none";
    document.body.getBoundingClientRect();
    document.body.style.removeProperty("display");
    const host = [...document.querySelectorAll("*")].filter((element) => !element.closest("hwbe-finder"));
    const finder = [...document.querySelectorAll("hwbe-finder")].flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll("*") ?? [])]);
    const styles: Record<string, Record<string, string>> = {};
    (wanted === "host" ? host : finder).forEach((element, place) => {
      for (const pseudo of ["", "::before", "::after"]) {
        const style = getComputedStyle(element, pseudo);
        if (pseudo !== "" && style.content === "none") continue;
        const entries = [...style].map((property) => [property, style.getPropertyValue(property)]);
        styles[`${place} ${element.localName}.${element.getAttribute("class") ?? ""}${pseudo}`] = Object.fromEntries(entries);
      }
    });
    return styles;
  }, part);
}

/** Where two pages differ, as `element: property: this, that`. */
export function differences(one: ComputedStyles, other: ComputedStyles, except: ReadonlySet<string> = new Set()): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => {
    const [these, those] = [one[name], other[name]];
    if (!these || !those) return [`${name}: only on one page`];
    const changed = Object.keys(these).filter((property) => these[property] !== those[property] && !except.has(property));
    return changed.map((property) => `${name}: ${property}: ${these[property]}, ${those[property]}`);
  });
}
