import { randomInt, randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import type { Insertable } from "kysely";
import type { EventTable } from "../../db/schema.ts";
import { Accounts } from "../accounts/accounts.ts";
import type { Staff } from "../accounts/staff.ts";
import { createApp } from "../app.ts";
import type { Event } from "../contract/event.ts";
import type { DirectorySource } from "../events/live-directory.ts";
import { Outbox } from "../notifications/outbox.ts";
import { createApiKey, type ApiScope } from "../referrals/api/api-keys.ts";
import type { Referrals } from "../referrals/referral.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { exampleEvent } from "./example-event.ts";
import { directoryOf } from "./fixture-directory.ts";
import { insertEvent } from "./insert-event.ts";
import { openTestReferrals, type TestReferrals } from "./referrals.ts";

const ORIGIN = "https://events.example";

/** Noon of Monday 2 March 2026, the day before the example event. */
const NOW = Date.parse("2026-03-02T12:00:00Z");

/** Who sends it is signed in to the desk as `x-test-staff` says. */
export const staffHeader = (staff: Staff) => ({ "x-test-staff": JSON.stringify(staff) });

function readStaff(c: Context): Staff | undefined {
  const sent = c.req.header("x-test-staff");
  return sent === undefined ? undefined : (JSON.parse(sent) as Staff);
}

export interface Call {
  key?: string | undefined;
  /** Sent as JSON, or as it is when it is text. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** The whole application over a real database, with events and keys of several organisations. */
export class ApiService {
  readonly database: TestDatabase;
  readonly referrals: TestReferrals;
  readonly app: Hono;
  readonly lines: string[] = [];
  readonly #events: Event[] = [];

  /** Use `openApiService`. */
  constructor(database: TestDatabase, referrals: TestReferrals) {
    this.database = database;
    this.referrals = referrals;
    this.app = this.appWith(referrals);
  }

  /** The same application over other referrals, or none. */
  appWith(referrals: Referrals | undefined): Hono {
    const directory: DirectorySource = {
      current: () => directoryOf(this.#events, NOW),
      staleSince: () => undefined,
      edition: () => `${this.#events.length}`,
    };
    const log = (line: string) => this.lines.push(line);
    const fixed = { baseUrl: ORIGIN, assetsDir: "/nowhere", proxyHops: 1, now: () => NOW };
    const outbox = new Outbox();
    const accounts = referrals && new Accounts({ db: this.database.db, referrals, transport: outbox, baseUrl: ORIGIN, provider: undefined, log });
    const desk = { db: this.database.db, accounts, isDemonstration: true, signIn: { current: (c: Context) => Promise.resolve(readStaff(c)) } };
    return createApp({ ...fixed, directory, referrals, desk, outbox, log }).app;
  }

  async #ensureOrganisation(slug: string): Promise<void> {
    const unknown = { ods_code: null, alliance: null, website: null };
    await this.database.db
      .insertInto("organisation")
      .values({ slug, name: slug, short_name: slug, kind: "nhs-trust", scope: "london", ...unknown })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** An event with 20 places, tomorrow at 2pm. Gives its id. */
  async publish(organisation: string, slug: string, row: Partial<Insertable<EventTable>> = {}): Promise<string> {
    await this.#ensureOrganisation(organisation);
    const event = exampleEvent({ slug });
    const times = { starts_at: new Date(event.startsAt), ends_at: new Date(event.endsAt) };
    await insertEvent(this.database.db, { id: event.id, slug, organisation, ...times, ...row });
    if (row.status === undefined) this.#events.push(event);
    return event.id;
  }

  async key(organisation: string, ...scopes: ApiScope[]): Promise<{ id: string; key: string }> {
    await this.#ensureOrganisation(organisation);
    return createApiKey(this.database.db, { organisation, name: "A test", scopes });
  }

  /** Each call comes from an address of its own, unless `headers` say otherwise. */
  call(method: string, path: string, { key, body, headers }: Call = {}, app = this.app): Promise<Response> {
    const from = Array.from({ length: 4 }, () => randomInt(1, 255)).join(".");
    return Promise.resolve(app.request(ORIGIN + path, {
      method,
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      headers: {
        "x-forwarded-for": from,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...headers,
      },
    }));
  }

  /** Refers a person. Each time anew, unless `idempotencyKey` says otherwise. */
  refer(key: string, body: unknown, idempotencyKey: string = randomUUID()): Promise<Response> {
    return this.call("POST", "/v1/referrals", { key, body, headers: { "idempotency-key": idempotencyKey } });
  }

  async close(): Promise<void> {
    await this.referrals.close();
    await this.database.drop();
  }
}

export async function openApiService(): Promise<ApiService> {
  const database = await createTestDatabase();
  return new ApiService(database, openTestReferrals(database, { now: () => NOW }));
}

/** A referral as a system sends it. What identifies people in it has the word Marker. */
export function newReferral(event: string, values: Readonly<Record<string, unknown>> = {}) {
  return {
    event,
    person: { name: `Marker Person ${randomUUID()}`, contact: { kind: "email", value: `marker-${randomUUID()}@example.org` } },
    needs: { interpreter: "Marker language", hearingLoop: true },
    referrer: { name: "Marker Nurse", role: "Clinical nurse specialist", organisation: "Example Trust", email: "marker.nurse@nhs.example" },
    ...values,
  };
}
