import type { Event } from "../../server/contract/event.ts";
import type { FacetField } from "../../server/contract/values.ts";
import type { ListItem, Search, View } from "../state.ts";

/** What a person can do in the first view. The element answers each with a change of state. */
export interface FirstActions {
  /** Words are being typed: more key strokes may follow at once. */
  type(words: string): void;
  change(change: Partial<Search>): void;
  /** The search form was sent: the focus goes on to the results. */
  submit(change: Partial<Search>): void;
  toggleFilters(): void;
  toggleEvent(event: ListItem): void;
  retryEvent(id: string): void;
  /** Asks the service once more: the focus goes on to what it answers. */
  retry(): void;
}

/** What a person can do in all views. */
export interface FinderActions extends FirstActions {
  more(): void;
  removeChip(place: number, without: Search): void;
  clear(): void;
  filter(field: FacetField, value: string, chosen: boolean): void;
  /** Takes the place of the device. */
  nearHere(): void;
  showInFull(field: FacetField): void;
  view(view: View): void;
  showResults(): void;
  /** Opens an event at what there is instead of it. */
  seeSimilar(event: ListItem): void;
  toggleShortlisted(id: string): void;
  /** Takes an event off the shortlist from its place there: the focus goes on to the next. */
  removeShortlisted(place: number, id: string): void;
  clearShortlist(): void;
  /** Picks an event to compare, or gives it back. */
  pickCompared(id: string): void;
  /** Shows the comparison, or closes it. */
  compare(isShown: boolean): void;
  /** Puts the text of a field on the clipboard. */
  copy(id: string, field: HTMLTextAreaElement): void;
  /** Hands an event to the device's own way to share. */
  share(event: Event, text: string): void;
}
