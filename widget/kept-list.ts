import type { ReactiveController } from "lit";
import type { Event } from "../server/contract/event.ts";
import type { FinderCore } from "./finder-core.ts";
import type { Settings } from "./settings.ts";
import { answered, failed, isNarrowed, type Answer } from "./state.ts";

/** Older lists are of no use to anybody. */
const MAX_AGE_MS = 30 * 24 * 60 * 60_000;

/** The list that a finder shows first, as a browser keeps it: whole events, and when the service told of them. */
interface Kept {
  readonly at: number;
  readonly total: number;
  readonly events: readonly Event[];
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { at, total, events } = value as Partial<Record<keyof Kept, unknown>>;
  return typeof at === "number" && typeof total === "number" && Array.isArray(events) && events.every((event) => typeof event?.endsAt === "string");
}

function keyOf({ service, scope }: Settings): string {
  return `hwbe-list-1 ${service} ${JSON.stringify(scope)}`;
}

/** A browser may refuse storage, or have no room: then there is no list to come back to, and nothing else is lost. */
function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Keeps the list that everybody sees first, on the device, and shows it with its age where the service cannot be reached. It never
 * keeps the list of a search, which may tell of a person.
 */
export class KeptList implements ReactiveController {
  readonly #core: FinderCore;
  #written: Answer | undefined;

  constructor(core: FinderCore) {
    this.#core = core;
    core.host.addController(this);
  }

  hostUpdate(): void {
    const state = this.#core.state();
    if (state.answer || !state.failure || isNarrowed(state.search)) return;
    const answer = this.#read(Date.now());
    if (answer) this.#core.change(failed(answered(state, answer), state.failure));
  }

  hostUpdated(): void {
    const { answer, failure, search } = this.#core.state();
    if (!answer || answer === this.#written || failure || answer.source !== "service" || isNarrowed(search)) return;
    this.#written = answer;
    const events = answer.events.flatMap(({ id }) => this.#core.client().known(id) ?? []);
    attempt(() => localStorage.setItem(keyOf(this.#core.settings()), JSON.stringify({ at: answer.at, total: answer.total, events })));
  }

  #read(now: number): Answer | undefined {
    const text = attempt(() => localStorage.getItem(keyOf(this.#core.settings())));
    const kept = attempt((): unknown => JSON.parse(text ?? "null"));
    if (!isKept(kept) || now - kept.at > MAX_AGE_MS) return undefined;
    const events = kept.events.filter(({ endsAt }) => Date.parse(endsAt) > now);
    this.#core.client().remember(events);
    const total = kept.total - (kept.events.length - events.length);
    return { events, total, next: null, facets: {}, source: "service", at: kept.at, staleSince: undefined, attribution: undefined };
  }
}
