import type { Context } from "hono";
import { sql, type Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { MailTransport } from "../notifications/mail.ts";
import { isWithinLimit } from "../referrals/visitors/limits.ts";
import type { Referrals } from "../referrals/referral.ts";
import type { Auth, TakeToken } from "./auth.ts";
import { AUTH_PATH, providerId, type ProviderSettings } from "./provider.ts";
import { normalEmail } from "./invitations.ts";
import { rolesOf } from "./roles.ts";
import { signInLetter, StaffMail } from "./staff-letters.ts";
import type { SignIn, Staff } from "./staff.ts";

export interface AccountsOptions {
  /** The database as its owner. */
  db: Kysely<Database>;
  referrals: Referrals;
  transport: MailTransport | undefined;
  baseUrl: string;
  provider: ProviderSettings | undefined;
  log: (line: string) => void;
}

/** Puts the cookies of better-auth's answer into ours. */
function passCookies(from: Response, c: Context): void {
  for (const cookie of from.headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
}

/** Who is signed in, and the ways to become it. */
export class Accounts implements SignIn {
  readonly options: AccountsOptions;
  readonly mail: StaffMail;
  #auth: Promise<Auth> | undefined;
  readonly #known = new WeakMap<Request, Promise<Staff | undefined>>();

  constructor(options: AccountsOptions) {
    const { transport, log } = options;
    this.options = options;
    this.mail = new StaffMail(transport, log);
  }

  /** The library is loaded when somebody first comes to the desk: a service that only publishes needs neither its time nor its memory. */
  #load(): Promise<Auth> {
    const { db, referrals, baseUrl, provider } = this.options;
    this.#auth ??= import("./auth.ts").then(({ createAuth }) =>
      createAuth({ db, secret: referrals.ring.keyFor("staff"), baseUrl, provider, sendLink: (...link) => this.#sendLink(...link) }));
    return this.#auth;
  }

  /** What people know the organisation's own sign-in by; undefined where there is none. */
  get providerName(): string | undefined {
    return this.options.provider?.name;
  }

  current(c: Context): Promise<Staff | undefined> {
    const request = c.req.raw;
    const known = this.#known.get(request) ?? this.#read(request);
    this.#known.set(request, known);
    return known;
  }

  async #read(request: Request): Promise<Staff | undefined> {
    if (!request.headers.get("cookie")?.includes("__Host-desk-session")) return undefined;
    const found = await (await this.#load()).api.getSession({ headers: request.headers });
    if (!found) return undefined;
    const { db } = this.options;
    const session = await db.selectFrom("staff_session").select("second_factor_at").where("id", "=", found.session.id).executeTakeFirst();
    const { id, name } = found.user;
    return { id, name, roles: await rolesOf(db, id), hasSecondFactor: Boolean(session?.second_factor_at) };
  }

  #sendLink(email: string, token: string, take: TakeToken | undefined): void {
    if (take) return take(token);
    this.mail.send(email, signInLetter(`${this.options.baseUrl}/desk/sign-in/link?token=${token}`));
  }

  /** Who asks again and again in somebody's name gets no more, and does not keep them from asking elsewhere. */
  async #mayAskFor(email: string, from: string): Promise<boolean> {
    const { referrals } = this.options;
    return (await isWithinLimit(referrals, "sign-in", from)) && (await isWithinLimit(referrals, "sign-in-address-from", `${from} ${email}`))
      && (await isWithinLimit(referrals, "sign-in-address", email));
  }

  /** Mails a link, where the address is somebody's. Whoever asks cannot tell: it is done after they have their answer. */
  async mailLink(c: Context, typed: string): Promise<void> {
    const { db, log } = this.options;
    const email = normalEmail(typed);
    if (!(await this.#mayAskFor(email, c.get("clientAddress")))) return;
    const mailed = (async () => {
      const staff = await db.selectFrom("staff").select("id").where("email", "=", email).executeTakeFirst();
      if (staff) await (await this.#load()).api.signInMagicLink({ body: { email }, headers: new Headers() });
    })();
    mailed.catch((error: unknown) => log(`A link to sign in could not be made: ${(error as Error).name}`));
  }

  /** Signs in whoever holds a link that was mailed. It works once. */
  async redeem(c: Context, token: string): Promise<boolean> {
    if (!/^[a-zA-Z]{32}$/.test(token)) return false;
    const answer = await (await this.#load()).api.magicLinkVerify({ query: { token }, headers: new Headers(), asResponse: true }).catch((error: unknown) => {
      if ((error as { status?: unknown }).status === "FOUND") return undefined;
      throw error;
    });
    if (!answer || answer.status !== 200) return false;
    passCookies(answer, c);
    return true;
  }

  /** Signs in somebody of whom the service knows by itself who they are: by an invitation, or as a sample. */
  async signInAs(c: Context, email: string, { withSecondFactor = false } = {}): Promise<boolean> {
    const auth = await this.#load();
    const token = await new Promise<string>((take, reject) => {
      auth.api.signInMagicLink({ body: { email, metadata: { take } }, headers: new Headers() }).catch(reject);
    });
    if (!(await this.redeem(c, token))) return false;
    if (withSecondFactor) {
      await sql`update staff_session set second_factor_at = now() where id = (
        select s.id from staff_session s join staff on staff.id = s.staff where email = ${email} order by s.created_at desc limit 1)`.execute(this.options.db);
    }
    return true;
  }

  /** Notes that a second factor was proved in this session, and no other. */
  async noteSecondFactor(c: Context): Promise<void> {
    const found = await (await this.#load()).api.getSession({ headers: c.req.raw.headers });
    if (found) await this.options.db.updateTable("staff_session").set({ second_factor_at: new Date(this.options.referrals.now()) }).where("id", "=", found.session.id).execute();
  }

  async signOut(c: Context): Promise<void> {
    passCookies(await (await this.#load()).api.signOut({ headers: c.req.raw.headers, asResponse: true }), c);
  }

  /** Where the organisation's own sign-in begins. */
  async beginProvider(c: Context, next: string): Promise<string | undefined> {
    const { provider } = this.options;
    if (!provider) return undefined;
    const answer = await (await this.#load()).api.signInSocial({
      body: { provider: providerId(provider), callbackURL: next, errorCallbackURL: "/desk/sign-in?refused=yes" }, headers: c.req.raw.headers, asResponse: true,
    });
    passCookies(answer, c);
    return ((await answer.json()) as { url?: string }).url;
  }

  /** The way back from the organisation's own sign-in. */
  async handle(request: Request): Promise<Response> {
    return (await this.#load()).handler(request);
  }

  async close(): Promise<void> {
    await this.mail.close();
  }
}

export { AUTH_PATH };
