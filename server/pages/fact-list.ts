import { html } from "hono/html";
import type { Html, OptionalHtml } from "./markup.ts";

export type Fact = readonly [name: string, value: Html | string | undefined];

/** What nobody has told us is never a "no". */
export const NOT_KNOWN = html`<span class="hwbe-unknown">Not known. Ask the organiser.</span>`;

/** `yes` or `no`, or that it is not known. */
export function known(value: boolean | null, yes: string, no: string): Html | string {
  if (value === null) return NOT_KNOWN;
  return value ? yes : no;
}

/** Names and values; those without a value are left out. */
export function factList(facts: readonly Fact[]): OptionalHtml {
  const told = facts.filter(([, value]) => value !== undefined);
  if (told.length === 0) return undefined;
  return html`<dl class="nhsuk-summary-list">${told.map(([name, value]) => html`
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">${name}</dt><dd class="nhsuk-summary-list__value hwbe-text">${value}</dd></div>`)}
</dl>`;
}
