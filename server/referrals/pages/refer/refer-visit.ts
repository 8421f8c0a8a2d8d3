import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Event } from "../../../contract/event.ts";
import { Referrer } from "../../../contract/referral.ts";
import { formToken, hasFormToken } from "../../../http/form-token.ts";
import { SealedCookie } from "../../../http/sealed-cookie.ts";
import type { Filled } from "../../../pages/fields/filled.ts";
import { toForm } from "../../../pages/fields/to-form.ts";
import { sendPage } from "../private-page.ts";
import type { ReferralPages } from "../referral-pages.ts";
import { stopOf } from "../stops.ts";
import { referPage, type Referable } from "./refer-page.ts";
import { fillReferrer } from "./referrer-fields.ts";
import { ReferralResults } from "./results.ts";

const REMEMBER_SECONDS = 180 * 24 * 60 * 60;
const RESULTS_SECONDS = 60 * 60;

export interface Shown {
  filled: Filled;
  submission: string;
  trouble?: string;
  status?: ContentfulStatusCode;
  /** What this computer remembers goes with this answer. */
  isForgotten?: boolean;
}

/** A referral on its page, what this computer remembers of who refers, and what became of the last one. */
export class ReferVisits {
  readonly remembered: SealedCookie<Referrer>;
  readonly results: SealedCookie<ReferralResults>;
  readonly #formKey: Buffer;
  readonly #now: () => number;

  constructor({ referrals: { ring }, now }: ReferralPages) {
    const key = ring.keyFor("draft");
    this.remembered = new SealedCookie({ name: "__Host-referrer", key, maxAgeSeconds: REMEMBER_SECONDS, read: Referrer });
    this.results = new SealedCookie({ name: "__Host-referred", key, maxAgeSeconds: RESULTS_SECONDS, read: ReferralResults });
    this.#formKey = ring.keyFor("form");
    this.#now = now;
  }

  /** What is sent may be sent again after it has taken the last place, so that a full event is for the database to refuse. */
  referable(events: readonly Event[], isSent: boolean): Referable {
    const judged = events.map((event) => ({ event, refusal: stopOf(event, "professional", this.#now()) }));
    const isStopped = ({ refusal }: (typeof judged)[number]) => refusal !== undefined && !(isSent && refusal === "full");
    return {
      events: judged.filter((one) => !isStopped(one)).map(({ event }) => event),
      others: judged.flatMap(({ event, refusal }) => (refusal && isStopped({ event, refusal }) ? { event, refusal } : [])),
    };
  }

  isOwn(c: Context, form: URLSearchParams): boolean {
    return hasFormToken(c, this.#formKey, form);
  }

  /** The empty form. Every event is chosen, and who refers is filled in where they are remembered. */
  begin(c: Context, referable: Referable): Promise<Response> {
    const remembered = this.remembered.get(c);
    const form = toForm({ event: referable.events.map(({ id }) => id), ...(remembered && fillReferrer(remembered)) });
    return this.show(c, referable, { filled: { form, errors: [] }, submission: randomUUID() });
  }

  show(c: Context, referable: Referable, { filled, submission, trouble, status, isForgotten = false }: Shown): Promise<Response> {
    const remembered = isForgotten ? undefined : this.remembered.get(c);
    const view = { ...referable, filled, submission, trouble, remembered, token: formToken(c, this.#formKey) };
    const [event, ...more] = referable.events;
    const isOne = event !== undefined && more.length === 0;
    const back = isOne ? { href: `/events/${event.slug}`, text: "Back to the event" } : { href: "/events", text: "Find events" };
    const hasErrors = filled.errors.length > 0;
    const sample = referable.events.some(({ sample }) => sample);
    return sendPage(c, { title: "Refer a patient", hasErrors, back, sample, isWide: true, asksForWork: true }, referPage(view), status);
  }
}

/** The form's own number, so that it can be sent twice without harm. */
export function submissionOf(form: URLSearchParams): string {
  const { data } = z.uuid().safeParse(form.get("submission"));
  return data ?? randomUUID();
}
