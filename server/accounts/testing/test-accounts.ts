import { createHmac } from "node:crypto";
import { Hono } from "hono";
import { sql } from "kysely";
import { DeskRoutes } from "../../desk/desk-routes.ts";
import { knowClient } from "../../http/client-address.ts";
import { pageHeaders } from "../../http/headers.ts";
import { MailError, type Mail } from "../../notifications/mail.ts";
import { Outbox } from "../../notifications/outbox.ts";
import { notFoundPage } from "../../pages/error-pages.ts";
import { Person } from "../../referrals/pages/testing/person.ts";
import { createTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { openTestReferrals, type TestReferrals } from "../../testing/referrals.ts";
import { until } from "../../testing/until.ts";
import { Accounts } from "../accounts.ts";
import { addRole } from "../roles.ts";
import { registerAccounts } from "../routes.ts";
import type { StaffRole } from "../staff.ts";

const BASE_URL = "https://events.example";
const STEP_MS = 30_000;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator app shows for a key: RFC 6238 with SHA-1, 6 digits, 30 seconds. `now` in milliseconds since 1970. */
export function appCode(key: string, now: number): string {
  const bits = [...key.replaceAll(" ", "")].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / STEP_MS)));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const at = mac.at(-1)! & 0xf;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Signing in, invitations and roles over a real database, with a page for whoever is signed in and one that asks for a second factor. */
export class TestAccounts {
  readonly database: TestDatabase;
  readonly referrals: TestReferrals;
  readonly outbox = new Outbox();
  readonly app = new Hono();
  readonly lines: string[] = [];
  /** Milliseconds since 1970, as the service sees it. */
  now = Date.now();
  /** The SMTP status with which the mail server refuses. */
  refusal: string | undefined;
  readonly #accounts: Accounts;

  /** Use `openTestAccounts`. */
  constructor(database: TestDatabase, { isDemonstration }: { isDemonstration: boolean }) {
    this.database = database;
    this.referrals = openTestReferrals(database, { now: () => this.now });
    const { referrals, app } = this;
    this.#accounts = new Accounts({ db: database.db, referrals, transport: { send: (mail) => this.#send(mail), close: () => undefined }, baseUrl: BASE_URL, provider: undefined, log: (line) => this.lines.push(line) });
    const routes = new DeskRoutes(app, { signIn: this.#accounts, ring: referrals.ring, now: referrals.now });
    app.use(pageHeaders(BASE_URL), knowClient(1, () => undefined));
    registerAccounts(app, routes, this.#accounts, { isDemonstration });
    routes.get("staff", "/desk", (c, { staff }) => c.text(`Desk of ${staff.name}: ${JSON.stringify(staff.roles)}`));
    routes.get("people", "/desk/referrals", (c) => c.text("Names of people"));
    app.notFound((c) => notFoundPage(c));
  }

  async #send(mail: Mail): Promise<void> {
    if (this.refusal !== undefined) throw new MailError("refused", this.refusal);
    await this.outbox.send(mail);
  }

  /** Makes an organisation, once. */
  async organisation(slug: string, alliance: string | null = null): Promise<void> {
    await this.database.db.insertInto("organisation")
      .values({ slug, name: `${slug} name`, short_name: slug, kind: "charity", ods_code: null, alliance, scope: "london", website: null })
      .onConflict((conflict) => conflict.doNothing()).execute();
  }

  /** Makes somebody with roles, once. Their address is `NAME@example.org`. */
  async staff(name: string, ...roles: StaffRole[]): Promise<void> {
    const row = { id: name, name, email: `${name}@example.org`, email_verified: true, image: null };
    await this.database.db.insertInto("staff").values(row).onConflict((conflict) => conflict.doNothing()).execute();
    for (const role of roles) await this.database.db.transaction().execute((tx) => addRole(tx, name, role));
  }

  /** The path of the link in the newest mail to an address, once there is one more than `known`. */
  async linkTo(email: string, known = 0): Promise<string> {
    const theirs = () => this.outbox.mails().filter(({ to }) => to === email);
    await until(() => theirs().length > known, "a mail");
    return /https:\/\/events\.example(\S+)/.exec(theirs()[0]!.text)![1]!;
  }

  /** Asks for a link, as a browser that is not signed in. Gives its path. */
  async askForLink(person: Person, name: string): Promise<string> {
    const email = `${name}@example.org`;
    const known = this.outbox.mails().filter(({ to }) => to === email).length;
    await person.get("/desk/sign-in");
    await person.submit({ email });
    return this.linkTo(email, known);
  }

  /** A browser of another network. */
  personFrom(address: string): Person {
    const request = (input: string, init?: RequestInit) => this.app.request(input, { ...init, headers: { ...(init?.headers as Record<string, string>), "x-forwarded-for": address } });
    return new Person({ request } as never);
  }

  /** A browser in which somebody has signed in by a link. */
  async signIn(name: string): Promise<Person> {
    const person = new Person(this.app);
    await person.get(await this.askForLink(person, name));
    await person.submit({}, "/desk/sign-in/link");
    return person;
  }

  /** Sets an app up for whoever is signed in. Gives its key. */
  async setUpApp(person: Person): Promise<string> {
    const { html } = await person.get("/desk/second-factor");
    const key = /<code class="hwbe-reference">([A-Z2-7 ]+)<\/code>/.exec(html)![1]!;
    await person.submit({ code: appCode(key, this.now) }, "/desk/second-factor");
    return key;
  }

  /** What is kept of a link that was mailed. */
  async codes(): Promise<{ identifier: string; value: string; expires_at: Date }> {
    const { rows } = await sql<{ identifier: string; value: string; expires_at: Date }>`select identifier, value, expires_at from sign_in_code order by created_at desc limit 1`.execute(this.database.db);
    return rows[0]!;
  }

  async letCodesExpire(): Promise<void> {
    await sql`update sign_in_code set expires_at = now() - interval '1 second'`.execute(this.database.db);
  }

  /** Leaves nobody, no invitation, no mail and no count. */
  async empty(): Promise<void> {
    await sql`truncate staff, invitation, rate_limit cascade`.execute(this.database.db);
    this.outbox.close();
  }

  async close(): Promise<void> {
    await this.#accounts.close();
    await this.referrals.close();
    await this.database.drop();
  }
}

export async function openTestAccounts({ isDemonstration = false } = {}): Promise<TestAccounts> {
  return new TestAccounts(await createTestDatabase(), { isDemonstration });
}
