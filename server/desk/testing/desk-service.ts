import { Hono } from "hono";
import type { Insertable } from "kysely";
import type { EventTable } from "../../../db/schema.ts";
import type { SignIn, Staff, StaffRole } from "../../accounts/staff.ts";
import type { FetchCalendar } from "../../calendars/fetch-calendar.ts";
import type { DirectorySource } from "../../events/live-directory.ts";
import { BodyError } from "../../http/body.ts";
import { knowClient } from "../../http/client-address.ts";
import { pageHeaders } from "../../http/headers.ts";
import { bodyErrorPage, notFoundPage } from "../../pages/error-pages.ts";
import { Person } from "../../referrals/pages/testing/person.ts";
import { createTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { directoryOf } from "../../testing/fixture-directory.ts";
import { insertEvent } from "../../testing/insert-event.ts";
import { openTestReferrals, type TestReferrals } from "../../testing/referrals.ts";
import { registerDesk } from "../routes.ts";

const BASE_URL = "https://events.example";

export interface TestDeskOptions {
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Where calendars come from. */
  fetchCalendar?: FetchCalendar;
}

/** The pages of the desk over a real database, where a test says who is signed in. */
export class TestDesk {
  readonly database: TestDatabase;
  readonly referrals: TestReferrals;
  readonly app: Hono;
  readonly lines: string[] = [];
  readonly #staff = new Map<string, Staff>();

  /** Use `openTestDesk`. */
  constructor(database: TestDatabase, referrals: TestReferrals, fetchCalendar?: FetchCalendar) {
    this.database = database;
    this.referrals = referrals;
    const directory: DirectorySource = { current: () => directoryOf([], referrals.now()), staleSince: () => undefined, edition: () => "0" };
    const signIn: SignIn = { current: (c) => Promise.resolve(this.#staff.get(c.req.header("cookie")?.match(/test-staff=([^;]+)/)?.[1] ?? "")) };
    this.app = new Hono();
    this.app.use(pageHeaders(BASE_URL), knowClient(0, () => undefined));
    const log = (line: string) => this.lines.push(line);
    registerDesk(this.app, { db: database.db, referrals, directory, signIn, baseUrl: BASE_URL, log, now: referrals.now, fetchCalendar });
    this.app.notFound((c) => notFoundPage(c));
    this.app.onError((error, c) => {
      if (error instanceof BodyError) return bodyErrorPage(c, error);
      throw error;
    });
  }

  /** Somebody with a browser without JavaScript who is signed in with these roles; with none, a stranger. */
  person(roles: readonly StaffRole[], { hasSecondFactor = true, name = "Sample Staff" } = {}): Person {
    const person = new Person(this.app);
    if (roles.length === 0) return person;
    const id = `staff-${this.#staff.size + 1}`;
    this.#staff.set(id, { id, name, roles, hasSecondFactor });
    person.cookies.set("test-staff", id);
    return person;
  }

  organiser(organisation: string, options = {}): Person {
    return this.person([{ role: "organiser", organisation }], options);
  }

  coordinator(alliance: string, options = {}): Person {
    return this.person([{ role: "coordinator", alliance }], options);
  }

  /** Makes an organisation, once. */
  async organisation(slug: string): Promise<void> {
    await this.database.db.insertInto("organisation")
      .values({ slug, name: `${slug} name`, short_name: slug, kind: "charity", ods_code: null, alliance: null, scope: "london", website: null })
      .onConflict((conflict) => conflict.doNothing()).execute();
  }

  /** Puts an event into the directory, of an organisation that is made if need be. Gives its id. */
  async publish(organisation: string, slug: string, row: Partial<Insertable<EventTable>> = {}): Promise<string> {
    await this.organisation(organisation);
    return insertEvent(this.database.db, { organisation, slug, ...row });
  }

  async close(): Promise<void> {
    await this.referrals.close();
    await this.database.drop();
  }
}

export async function openTestDesk({ now = Date.now, fetchCalendar }: TestDeskOptions = {}): Promise<TestDesk> {
  const database = await createTestDatabase();
  return new TestDesk(database, openTestReferrals(database, { now }), fetchCalendar);
}
