import "../define.ts";
import type { HwbeFinder } from "../define.ts";
import type { View } from "../state.ts";
import { SERVICE } from "./fixture-events.ts";
import { FixtureFeed } from "./fixture-feed.ts";
import { ok } from "./assert.ts";

const PATIENCE_MS = 5000;

/** Waits for a condition, looking often, and gives back what it found. */
export async function until<Found>(find: () => Found, what: string | (() => string)): Promise<NonNullable<Found>> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`Waited in vain for ${typeof what === "string" ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A finder on the page, over a feed that the test rules. */
export class FinderPage {
  readonly feed: FixtureFeed;
  readonly element: HwbeFinder;

  private constructor(feed: FixtureFeed, element: HwbeFinder) {
    this.feed = feed;
    this.element = element;
  }

  /** Puts a finder on the page and returns before it has an answer. */
  static open(attributes: Record<string, string> = {}, feed = new FixtureFeed().install()): FinderPage {
    const element = document.createElement("hwbe-finder");
    for (const [name, value] of Object.entries({ feed: SERVICE, ...attributes })) element.setAttribute(name, value);
    (document.querySelector("main") ?? document.body).append(element);
    return new FinderPage(feed, element);
  }

  /** A finder that shows its first page and its filters. */
  static async ready(attributes: Record<string, string> = {}, feed = new FixtureFeed().install()): Promise<FinderPage> {
    const page = FinderPage.open(attributes, feed);
    await page.shows(".event");
    await page.shows("#filters");
    return page;
  }

  /** A second finder like this one, over the same feed. */
  async beside(): Promise<FinderPage> {
    const second = FinderPage.open(Object.fromEntries([...this.element.attributes].map(({ name, value }) => [name, value])), this.feed);
    await second.shows(".event");
    return second;
  }

  close(): void {
    this.element.remove();
    this.feed.remove();
    sessionStorage.clear();
    for (const key of Object.keys(localStorage)) if (key.includes(SERVICE)) localStorage.removeItem(key);
  }

  find<Found extends HTMLElement = HTMLElement>(selector: string): Found | null {
    return this.element.renderRoot.querySelector<Found>(selector);
  }

  all<Found extends HTMLElement = HTMLElement>(selector: string): Found[] {
    return [...this.element.renderRoot.querySelectorAll<Found>(selector)];
  }

  shows<Found extends HTMLElement = HTMLElement>(selector: string): Promise<Found> {
    return until(() => this.find<Found>(selector), selector);
  }

  async hasAll(selector: string, count: number): Promise<void> {
    await until(() => this.all(selector).length >= count, () => `${count} of ${selector}, of which there are ${this.all(selector).length}`);
  }

  text(selector: string): string {
    return (this.find(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
  }

  says(selector: string, words: string): Promise<true> {
    const isSaid = () => (this.text(selector).includes(words) ? true : null);
    return until(isSaid, () => `"${words}" in ${selector}, which says "${this.text(selector)}"`);
  }

  titles(): string[] {
    return this.all(".title").map((title) => (title.textContent ?? "").trim());
  }

  button(words: string): HTMLElement {
    const button = this.all("button, a").find((each) => each.textContent?.trim().startsWith(words));
    ok(button, `There is no button "${words}"`);
    return button;
  }

  type(selector: string, words: string): void {
    const field = this.find<HTMLInputElement>(selector);
    ok(field, `There is no field ${selector}`);
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }

  async chooses(view: View): Promise<void> {
    this.find(`input[value="${view}"]`)?.click();
    await this.shows({ list: ".list", month: ".month", map: ".tiles" }[view]);
  }

  /** Types words and waits for what they find. */
  async search(words: string): Promise<void> {
    this.type("#q", words);
    await this.settles();
  }

  /** Waits until the list answers what was last asked. */
  async settles(): Promise<void> {
    await this.element.updateComplete;
    await until(() => this.find(".results")?.getAttribute("aria-busy") === "false", "an answer");
  }

  /** Searches until the finder answers without its service. */
  async searchesByItself(): Promise<void> {
    for (const words of ["tired", "money", "diet", "yoga", "nurse", "tea", "gym", "work", "job", "debt"]) {
      const before = this.feed.pages().length;
      await this.search(words);
      if (this.feed.pages().length === before) return;
    }
    throw new Error("The finder never answers by itself");
  }

  submit(fields: Record<string, string>): void {
    for (const [selector, words] of Object.entries(fields)) {
      const field = this.find<HTMLInputElement>(selector);
      if (field) field.value = words;
    }
    this.find<HTMLFormElement>("form")?.requestSubmit();
  }

  focused(): Element | null {
    return this.element.shadowRoot?.activeElement ?? null;
  }
}
