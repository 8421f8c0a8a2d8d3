import type { Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import { z } from "zod";
import type { SignIn } from "../accounts/staff.ts";
import { readForm } from "../http/body.ts";
import { formToken, hasFormToken } from "../http/form-token.ts";
import { readUpload, type Upload } from "../http/upload.ts";
import { SealedCookie } from "../http/sealed-cookie.ts";
import { forbiddenPage } from "../pages/error-pages.ts";
import type { KeyRing } from "../sealing/key-ring.ts";
import { sendNotForYou, sendNotFound } from "./desk-page.ts";
import { needsSecondFactor, visitAs, type Access, type Visits } from "./visit.ts";

/** Holds the organisation that somebody with several chose to act for. It is believed only where they have a role. */
export const CHOSEN_ORGANISATION = "__Host-desk-organisation";
const DONE_SECONDS = 120;

type Handle<Kind extends Access> = (c: Context, visit: Visits[Kind]) => Response | Promise<Response>;
type HandleForm<Kind extends Access> = (c: Context, visit: Visits[Kind], form: URLSearchParams) => Response | Promise<Response>;
type HandleUpload<Kind extends Access> = (c: Context, visit: Visits[Kind], upload: Upload) => Response | Promise<Response>;

const addressOf = (c: Context) => { const { pathname, search } = new URL(c.req.url); return pathname + search; };

/** Registers the pages of the desk. Each says who may use it; nobody else gets to its handler. */
export class DeskRoutes {
  readonly #app: Hono;
  readonly #signIn: SignIn;
  readonly #formKey: Buffer;
  readonly #done: SealedCookie<string>;

  constructor(app: Hono, { signIn, ring, now }: { signIn: SignIn; ring: KeyRing; now: () => number }) {
    this.#app = app;
    this.#signIn = signIn;
    this.#formKey = ring.keyFor("form");
    this.#done = new SealedCookie({ name: "__Host-desk-done", key: ring.keyFor("draft"), maxAgeSeconds: DONE_SECONDS, read: z.string() }, now);
  }

  get<Kind extends Access>(access: Kind, path: string, handle: Handle<Kind>): void {
    this.#app.get(path, (c) => this.#withVisit(c, access, handle));
  }

  /** A form of a page of the desk. It is handed on with the token of this browser alone. Throws `BodyError`. */
  post<Kind extends Access>(access: Kind, path: string, handle: HandleForm<Kind>): void {
    this.#app.post(path, (c) => this.#withVisit(c, access, async (_, visit) => {
      const form = await readForm(c);
      return hasFormToken(c, this.#formKey, form) ? handle(c, visit, form) : forbiddenPage(c);
    }));
  }

  /** A form with a file. One that is too large comes without its token, and nothing may be done for it. Throws `BodyError`. */
  upload<Kind extends Access>(access: Kind, path: string, handle: HandleUpload<Kind>): void {
    this.#app.post(path, (c) => this.#withVisit(c, access, async (_, visit) => {
      const upload = await readUpload(c);
      return upload === "too large" || hasFormToken(c, this.#formKey, upload.form) ? handle(c, visit, upload) : forbiddenPage(c);
    }));
  }

  /** Goes on to a page, which says what was done. The words name no person. */
  finish(c: Context, path: string, done: string): Response {
    this.#done.set(c, done);
    return c.redirect(path, 303);
  }

  async #withVisit<Kind extends Access>(c: Context, access: Kind, handle: Handle<Kind>): Promise<Response> {
    const staff = await this.#signIn.current(c);
    const next = c.req.method === "GET" ? `?next=${encodeURIComponent(addressOf(c))}` : "";
    if (!staff) return c.redirect(`/desk/sign-in${next}`, 303);
    const done = c.req.method === "GET" ? this.#done.get(c) : undefined;
    const somebody = { staff, token: formToken(c, this.#formKey), chosen: getCookie(c, CHOSEN_ORGANISATION), done };
    const visit = visitAs(access, somebody);
    if (!visit) return sendNotForYou(c, somebody);
    if (needsSecondFactor(access) && !staff.hasSecondFactor) return c.redirect(`/desk/second-factor${next}`, 303);
    if (done !== undefined) this.#done.clear(c);
    // No name of anything holds a NUL, and the database takes none.
    if (Object.values(c.req.param()).some((part) => part.includes("\0"))) return sendNotFound(c, visit);
    return handle(c, visit);
  }
}
