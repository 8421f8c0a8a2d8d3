import { FACET_FIELDS, type FacetField } from "../contract/values.ts";
import { daysOf, type Span } from "../wording/spans.ts";
import { isSpan } from "./spans.ts";

/** Parameters that say where in a list one is, not what is in it. */
const PAGING = ["cursor", "facets"] as const;

/**
 * The address of a list of events: the parameters of the feed, and `when`, a choice of days that this page alone has. It never
 * changes: each method gives the address of another list.
 */
export class ListAddress {
  readonly #params: URLSearchParams;

  /** Takes what a form sent: fields left empty say nothing, and what only has a meaning near a place goes without one. */
  constructor(params: URLSearchParams) {
    this.#params = new URLSearchParams([...params].filter(([, value]) => value.trim() !== ""));
    if (!this.#params.has("near")) {
      this.#params.delete("within");
      if (this.#params.get("sort") === "distance") this.#params.delete("sort");
    }
    if (this.when()) {
      this.#params.delete("from");
      this.#params.delete("to");
    }
  }

  get(name: string): string | null {
    return this.#params.get(name);
  }

  all(name: string): string[] {
    return [...new Set(this.#params.getAll(name))];
  }

  when(): Span | undefined {
    const when = this.#params.get("when");
    return isSpan(when) ? when : undefined;
  }

  /** True when `when` is there and means nothing. */
  hasUnknownWhen(): boolean {
    return this.#params.has("when") && this.when() === undefined;
  }

  /** The same question in the parameters of the feed. */
  feedParams(now: number): URLSearchParams {
    const params = new URLSearchParams(this.#params);
    const when = this.when();
    params.delete("when");
    if (when) {
      const { from, to } = daysOf(when, now);
      if (from !== undefined) params.set("from", from);
      params.set("to", to);
    }
    params.set("facets", "true");
    return params;
  }

  /** The calendar to subscribe to: what is asked for, whenever it is. */
  calendarPath(): string {
    const params = new URLSearchParams(this.#params);
    for (const name of [...PAGING, "when", "from", "to", "limit", "sort"]) params.delete(name);
    return `/v1/events.ics${query(params)}`;
  }

  /** The list without one value of a parameter, or without the parameter. */
  without(name: string, value?: string): ListAddress {
    const params = this.#fromBeginning();
    if (value === undefined) params.delete(name);
    else {
      const others = params.getAll(name).filter((other) => other !== value);
      params.delete(name);
      for (const other of others) params.append(name, other);
    }
    return new ListAddress(params);
  }

  with(name: string, value: string): ListAddress {
    const params = this.#fromBeginning();
    params.set(name, value);
    return new ListAddress(params);
  }

  /** The page that a cursor points to. */
  page(cursor: string): string {
    return `/events${query(this.with("cursor", cursor).#params)}`;
  }

  /** The first page of the list. */
  path(): string {
    return `/events${query(this.#fromBeginning())}`;
  }

  /** How many values are chosen in the groups of filters. */
  countFilters(): number {
    return FACET_FIELDS.reduce((sum, field: FacetField) => sum + this.all(field).length, 0);
  }

  #fromBeginning(): URLSearchParams {
    const params = new URLSearchParams(this.#params);
    for (const name of PAGING) params.delete(name);
    return params;
  }
}

function query(params: URLSearchParams): string {
  return params.size === 0 ? "" : `?${params}`;
}
