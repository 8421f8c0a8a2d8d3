import type { Context, Hono } from "hono";
import { z } from "zod";
import { DECLINE_REASONS, NewReferral, REFERRAL_STATES, ReferralReference } from "../contract/referral.ts";
import { readJson } from "../http/body.ts";
import { problem } from "../http/problem.ts";
import { answer, fieldErrors, notFound, refused, toPerson, toStatus } from "./api-answers.ts";
import { findApiKey, type ApiKey, type ApiScope } from "./api-keys.ts";
import { accepted, cameOrNot, cancelled, declined } from "./changes.ts";
import { viewForOrganiser } from "./for-organiser.ts";
import { isWithinLimit } from "./limits.ts";
import { listReferrals, listUndelivered } from "./lists.ts";
import type { PlaceRequest, Referrals } from "./referral.ts";
import { ReferralsUnavailableError } from "./referrals-database.ts";
import { findReferral, viewOf } from "./repository.ts";
import { takePlace } from "./take-place.ts";
import { changeReferral, type Transition } from "./transition.ts";

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;
const RETRY_SECONDS = "5";

/** An answer of the organiser. */
export const Decision = z
  .discriminatedUnion("decision", [
    z.strictObject({ decision: z.enum(["confirm", "attended", "did-not-attend", "cancel"]) }),
    z.strictObject({ decision: z.literal("decline"), reason: z.enum(DECLINE_REASONS) }),
  ])
  .meta({ id: "ReferralDecision" });

export const ReferralListQuery = z.strictObject({
  event: z.uuid().optional(),
  state: z.enum(REFERRAL_STATES).optional(),
  before: ReferralReference.optional().meta({ description: "The last reference of the page before." }),
});

function decide(decision: z.infer<typeof Decision>): Transition["decide"] {
  switch (decision.decision) {
    case "confirm":
      return accepted;
    case "decline":
      return declined(decision.reason);
    case "cancel":
      return cancelled("organiser");
    default:
      return cameOrNot(decision.decision);
  }
}

type Handle = (c: Context, key: ApiKey) => Promise<Response>;

/** Lets in who has a key with the scope. Strangers get 401, and are slowed down when they guess. */
function withKey(referrals: Referrals, scopes: readonly ApiScope[], handle: Handle) {
  return async (c: Context): Promise<Response> => {
    try {
      const key = await findApiKey(referrals, c.req.header("authorization"));
      if (!key) return await stranger(referrals, c);
      if (!(await isWithinLimit(referrals, "api", key.id))) return tooMany(c);
      if (!scopes.some((scope) => key.scopes.includes(scope))) return problem(c, 403, `This needs a key with the scope ${scopes.join(" or ")}.`);
      return await handle(c, key);
    } catch (error) {
      if (!(error instanceof ReferralsUnavailableError)) throw error;
      c.header("retry-after", RETRY_SECONDS);
      return problem(c, 503, "Referrals cannot be taken at the moment. Send the same request again, with the same key.");
    }
  };
}

async function stranger(referrals: Referrals, c: Context): Promise<Response> {
  if (!(await isWithinLimit(referrals, "wrong-key", c.get("clientAddress")))) return tooMany(c);
  c.header("www-authenticate", "Bearer");
  return problem(c, 401, "Send a key of the API as Authorization: Bearer KEY.");
}

function tooMany(c: Context): Response {
  c.header("retry-after", "60");
  return problem(c, 429, "Wait a minute, then go on more slowly.");
}

function toRequest({ event, person, companion, sessions, needs, referrer }: NewReferral, apiKey: string, key: string): PlaceRequest {
  const details = { ...person, needs, referrer };
  return { event, bookedBy: "professional", companion, sessions: sessions ?? null, details, apiKey, mustConfirm: false, request: { scope: `api ${apiKey}`, key } };
}

function refer(referrals: Referrals): Handle {
  return async (c, { id }) => {
    const key = c.req.header("idempotency-key") ?? "";
    if (!IDEMPOTENCY_KEY.test(key)) {
      return problem(c, 400, "Send an Idempotency-Key, such as a new UUID for each referral.", [{ parameter: "Idempotency-Key", code: "missing", detail: "is missing, or is not 1 to 255 visible ASCII characters" }]);
    }
    const read = NewReferral.safeParse(await readJson(c));
    if (!read.success) return problem(c, 400, "Some fields are not right.", fieldErrors(read.error));
    const outcome = await takePlace(referrals, toRequest(read.data, id, key));
    if (outcome.kind === "key-reused") return problem(c, 422, "This Idempotency-Key was used with another request.");
    if (outcome.kind === "refused") return refused(c, outcome.refusal);
    c.header("location", `/v1/referrals/${outcome.receipt.reference}`);
    if (outcome.repeated) c.header("idempotent-replayed", "true");
    return answer(c, outcome.receipt, 201);
  };
}

function read(referrals: Referrals): Handle {
  return async (c, { id, organisation, scopes }) => {
    const reference = c.req.param("reference") ?? "";
    if (scopes.includes("receive")) {
      const found = await viewForOrganiser(referrals, { organisation, reference, actor: `api:${id}` });
      if (found) return answer(c, { ...toStatus(found.view), person: found.details ? toPerson(found.details) : null });
    }
    const made = scopes.includes("refer") ? await readOwn(referrals, id, reference) : undefined;
    return made ? answer(c, toStatus(made)) : notFound(c);
  };
}

/** What a key has made itself. */
function readOwn({ db }: Referrals, apiKey: string, reference: string) {
  return db.transaction({ apiKey }, async (tx) => {
    const row = await findReferral(tx, { reference });
    return row && viewOf(tx, row);
  });
}

async function change(c: Context, referrals: Referrals, transition: Omit<Transition, "by">): Promise<Response> {
  const done = await changeReferral(referrals, { ...transition, by: { reference: c.req.param("reference") ?? "" } });
  if (!done) return notFound(c);
  return done.changed ? answer(c, toStatus(done.view)) : problem(c, 409, "The referral no longer stands so that this could be done.");
}

/**
 * Referrals for systems that hold a key of an organisation. Not open to other sites' scripts: the answers carry no CORS headers.
 * Errors are problems (RFC 9457).
 */
export function registerReferralApi(app: Hono, referrals: Referrals): void {
  app.post("/v1/referrals", withKey(referrals, ["refer"], refer(referrals)));

  app.get("/v1/referrals", withKey(referrals, ["receive"], async (c, { organisation }) => {
    const query = ReferralListQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 400, "Some parameters are not right.", fieldErrors(query.error));
    return answer(c, { referrals: await listReferrals(referrals, organisation, query.data) });
  }));

  app.get("/v1/referrals/:reference", withKey(referrals, ["refer", "receive"], read(referrals)));

  app.delete("/v1/referrals/:reference", withKey(referrals, ["refer"], (c, { id }) =>
    change(c, referrals, { scope: { apiKey: id }, actor: `api:${id}`, decide: cancelled("referrer") })));

  app.post("/v1/referrals/:reference/decision", withKey(referrals, ["receive"], async (c, { id, organisation }) => {
    const decision = Decision.safeParse(await readJson(c));
    if (!decision.success) return problem(c, 400, "Some fields are not right.", fieldErrors(decision.error));
    return change(c, referrals, { scope: { organisation }, actor: `api:${id}`, decide: decide(decision.data) });
  }));

  app.get("/v1/messages/undelivered", withKey(referrals, ["receive"], async (c, { organisation }) =>
    answer(c, { messages: await listUndelivered(referrals, organisation) })));

  app.all("/v1/referrals/*", (c) => problem(c, 405, "This cannot be done with a referral."));
}
