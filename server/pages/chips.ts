import { html } from "hono/html";
import type { Directory } from "../events/directory.ts";
import { longDate } from "../wording/dates.ts";
import { FILTER_ORDER } from "./filter-names.ts";
import type { ListAddress } from "./list-address.ts";
import type { Html, OptionalHtml } from "./markup.ts";
import { withinWords } from "./miles.ts";
import { SPAN_NAMES } from "./spans.ts";

/** One thing that was asked for, and the list without it. */
export interface Chip {
  label: string;
  without: ListAddress;
}

const dayWords = (text: string) => longDate(Date.parse(text));

function askedFor(address: ListAddress): Chip[] {
  const chips: Chip[] = [];
  const add = (name: string, label: (value: string) => string) => {
    const value = address.get(name);
    if (value !== null) chips.push({ label: label(value), without: address.without(name) });
  };
  add("q", (q) => `“${q}”`);
  add("near", (near) => `Within ${withinWords(address.get("within"))} of ${near}`);
  const when = address.when();
  if (when) add("when", () => SPAN_NAMES[when]);
  add("from", (from) => `From ${dayWords(from)}`);
  add("to", (to) => `Until ${dayWords(to)}`);
  add("ids", () => "A list of chosen events");
  return chips;
}

/** Everything that was asked for, in the order of the page. The address has been read without an error. */
export function chipsOf(address: ListAddress, directory: Directory): Chip[] {
  const filters = FILTER_ORDER.flatMap((field) =>
    address.all(field).map((value) => ({
      label: directory.terms[field].find(({ slug }) => slug === value)?.label ?? value,
      without: address.without(field, value),
    })),
  );
  return [...askedFor(address), ...filters];
}

function chip({ label, without }: Chip): Html {
  return html`<li><a href="${without.path()}"><span class="nhsuk-u-visually-hidden">Remove </span>${label} <span aria-hidden="true">✕</span></a></li>`;
}

/** What was asked for, each a link that takes it away. */
export function chipList(chips: readonly Chip[]): OptionalHtml {
  if (chips.length === 0) return undefined;
  return html`<h3 class="nhsuk-u-visually-hidden">What you have chosen</h3>
<ul class="hwbe-chips hwbe-screen-only">
${chips.map(chip)}
${chips.length > 1 && html`<li><a class="hwbe-chips__clear" href="/events">Clear all</a></li>`}
</ul>`;
}
