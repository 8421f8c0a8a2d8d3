import type { ReactiveController } from "lit";
import type { FinderCore } from "./finder-core.ts";
import type { MoreEvents } from "./more-events.ts";
import { answered, OLD_MS, type Answer, type ListItem, type Search } from "./state.ts";
import { laterStrings } from "./strings-later.ts";

/**
 * Takes in a change of the directory. What is on the screen stays where it is, also when the service does not answer; an old list then
 * says so.
 */
export class Renewal implements ReactiveController {
  readonly #core: FinderCore;
  readonly #more: MoreEvents;
  /** True when the directory changed while an answer was awaited, which may not know of it. */
  #isOutdated = false;
  #latest: string | undefined;
  /** What a person had open and the list no longer has, and the search that this was for. */
  #gone: { readonly events: readonly ListItem[]; readonly search: Search } | undefined;

  constructor(core: FinderCore, more: MoreEvents) {
    this.#core = core;
    this.#more = more;
    core.host.addController(this);
  }

  hostUpdated(): void {
    this.#isOutdated &&= !this.#isKnown;
    if (this.#isOutdated) this.ask();
  }

  /** Takes in the number of the latest change. */
  hear(changeNumber: string): void {
    this.#latest = changeNumber;
    if (!this.#isKnown) this.ask();
  }

  /** Whether the list is of a directory that has the latest change. */
  get #isKnown(): boolean {
    return String(this.#core.state().answer?.changeNumber) === this.#latest;
  }

  /** Events that were open in this list, and left it. */
  get gone(): readonly ListItem[] {
    const { search, answer } = this.#core.state();
    const found = this.#gone?.search === search ? this.#gone.events : [];
    return found.filter(({ id }) => !answer?.events.some((event) => event.id === id));
  }

  ask(): void {
    this.#isOutdated = this.#core.isAsking() || this.#more.status === "loading";
    this.#core.client().expire();
    if (!this.#isOutdated) void this.#renew();
  }

  async #renew(): Promise<void> {
    const { answer, search } = this.#core.state();
    if (!answer) return;
    const isWanted = () => this.#core.state().answer === answer && this.#core.state().search === search;
    const renew = (count: number) => this.#core.client().renew(search, count, Date.now());
    try {
      let renewed = await renew(answer.events.length);
      // New events may have moved one that is open past the end of what is shown.
      if (renewed.next && this.#missing(answer, renewed).length > 0) renewed = await renew(answer.events.length + this.#core.settings().pageSize);
      if (isWanted()) this.#show(answer, renewed);
    } catch (error) {
      if (isWanted() && !this.#core.state().failure && Date.now() - answer.at > OLD_MS) this.#core.fail(error);
    }
  }

  #show(before: Answer, renewed: Answer): void {
    const { search } = this.#core.state();
    const gone = this.#missing(before, renewed);
    const focused = this.#focusedTitle();
    this.#gone = { events: [...this.gone, ...gone], search };
    this.#core.change(answered(this.#core.state(), renewed));
    if (gone.length > 0) this.#core.say(() => gone.map(({ title }) => laterStrings.gone(title)).join(" "));
    if (focused) void this.#core.host.updateComplete.then(() => this.#keepFocus(focused));
  }

  /** What a person has open of one list, and another does not have. */
  #missing(before: Answer, after: Answer): ListItem[] {
    const { open } = this.#core.state();
    return before.events.filter(({ id }) => open.has(id) && !after.events.some((event) => event.id === id));
  }

  #focusedTitle(): string | undefined {
    return this.#core.host.shadowRoot?.activeElement?.closest(".event")?.querySelector(".title")?.id;
  }

  /** The elements of one event may be those of another now. */
  #keepFocus(title: string): void {
    if (this.#focusedTitle() === title) return;
    this.#core.focus(this.#core.host.shadowRoot?.getElementById(title) ? `#${title}` : "#count");
  }
}
