import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { Hono } from "hono";
import type { Insertable } from "kysely";
import type { EventTable } from "../../../../db/schema.ts";
import type { Event } from "../../../contract/event.ts";
import { knowClient } from "../../../http/client-address.ts";
import { pageHeaders } from "../../../http/headers.ts";
import { createTestDatabase, type TestDatabase } from "../../../testing/database.ts";
import { exampleEvent } from "../../../testing/example-event.ts";
import { directoryOf, sourceOf } from "../../../testing/fixture-directory.ts";
import { insertEvent } from "../../../testing/insert-event.ts";
import { openTestReferrals, type TestReferrals } from "../../../testing/referrals.ts";
import { newChallenge } from "../../visitors/proof-of-work.ts";
import { ReferralsDatabase } from "../../database/referrals-database.ts";
import { registerReferralPages } from "../routes.ts";
import { Person } from "./person.ts";

const BASE_URL = "https://events.example";

/** Noon of Monday 2 March 2026. */
export const NOW = Date.parse("2026-03-02T12:00:00Z");

/** The pages over a real database, and a directory of the events that were published in it. */
export class TestService {
  readonly database: TestDatabase;
  readonly referrals: TestReferrals;
  readonly #events: Event[] = [];

  /** Use `openTestService`. */
  constructor(database: TestDatabase, referrals: TestReferrals) {
    this.database = database;
    this.referrals = referrals;
  }

  /** An event with 20 places, tomorrow at 2pm; `row` is what the directory does not tell. */
  async publish(slug: string, values: Partial<Event> = {}, row: Partial<Insertable<EventTable>> = {}): Promise<Event> {
    const event = exampleEvent({ slug, ...values });
    await insertEvent(this.database.db, {
      id: event.id, slug, title: event.title, starts_at: new Date(event.startsAt), ends_at: new Date(event.endsAt), kind: event.kind,
      booking_self: event.booking.who.includes("self"), booking_professional: event.booking.who.includes("professional"),
      booking_approval: event.booking.approval, ...row,
    });
    for (const [index, { id, title, startsAt, endsAt, alone }] of event.sessions.entries()) {
      const part = { id, event_id: event.id, position: index + 1, title, alone };
      const times = { starts_at: new Date(startsAt), ends_at: new Date(endsAt) };
      await this.database.db.insertInto("session").values({ ...part, ...times }).execute();
    }
    this.#events.push(event);
    return event;
  }

  /** Somebody who visits. `isAway`: the database cannot be reached. */
  person({ isAway = false } = {}): Person {
    return new Person(this.app({ isAway }));
  }

  /** `full` is the slug of an event that the directory shows as full by now. */
  app({ isAway = false, takesReferrals = true, full = "" } = {}): Hono {
    const app = new Hono();
    app.use(pageHeaders(BASE_URL), knowClient(0, () => undefined));
    const away = () => ({ ...this.referrals, db: new ReferralsDatabase("postgres://nobody@127.0.0.1:1/none", () => undefined) });
    const referrals = isAway ? away() : this.referrals;
    const events = this.#events.map((event): Event => (event.slug === full ? { ...event, places: { state: "full", left: null } } : event));
    const directory = sourceOf(directoryOf(events, NOW));
    registerReferralPages(app, { referrals: takesReferrals ? referrals : undefined, directory, baseUrl: BASE_URL, now: () => NOW });
    return app;
  }

  /** What a browser with JavaScript sends along with a form. Proofs go by the clock of the machine. */
  async proof(): Promise<string> {
    const challenge = await newChallenge({ ...this.referrals, now: Date.now });
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
  }

  referralsOf({ id }: Pick<Event, "id">) {
    return this.database.db.selectFrom("referral").selectAll().where("event_id", "=", id).orderBy("created_at").execute();
  }

  async close(): Promise<void> {
    await this.referrals.close();
    await this.database.drop();
  }
}

export async function openTestService(): Promise<TestService> {
  const database = await createTestDatabase();
  return new TestService(database, openTestReferrals(database, { now: () => NOW }));
}
