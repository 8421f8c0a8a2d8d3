import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { startRunningDemo, type RunningDemo } from "../../../../demo/testing/running-demo.ts";
import type { ListedEvent } from "../../../contract/event-page.ts";

/** The whole program with its sample, and a browser of somebody who books or refers. */
export interface RunningService extends RunningDemo {
  /** A sample event that takes bookings here, and is of this kind. `filter`: more parameters of the search. */
  eventThat(isIt: (event: ListedEvent) => boolean, filter?: string): Promise<ListedEvent>;
  /** A page of a browser that runs no scripts. */
  pageWithoutScripts(width?: number): Promise<Page>;
}

export async function startRunningService(): Promise<RunningService> {
  const demo = await startRunningDemo();
  return {
    ...demo,
    async eventThat(isIt, filter = "") {
      const answer = await fetch(`${demo.service}/v1/events?limit=100${filter}`);
      const { events } = (await answer.json()) as { events: ListedEvent[] };
      const found = events.find((event) => event.booking.route === "here" && isIt(event));
      assert.ok(found, `The sample has no event that ${isIt}`);
      return found;
    },
    async pageWithoutScripts(width = 360) {
      const context = await demo.browser.newContext({ viewport: { width, height: 800 }, locale: "en-GB", javaScriptEnabled: false });
      context.setDefaultTimeout(15_000);
      return context.newPage();
    },
  };
}

export const isFree = ({ places, booking, audience, kind }: ListedEvent): boolean =>
  places.state === "available" && booking.who.length === 2 && !booking.approval && audience.length === 2 && kind === "group-session";
