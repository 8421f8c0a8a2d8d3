import type { Context, Hono } from "hono";
import type { FieldError } from "../../contract/problem.ts";
import { NewReferral, ReferralReference } from "../../contract/referral.ts";
import { ReferralDecision, ReferralListQuery } from "../../contract/referral-api.ts";
import { readJson } from "../../http/body.ts";
import { problem } from "../../http/problem.ts";
import { withKey, type Handle } from "./api-access.ts";
import { answer, fieldErrors, notFound, refused, toPerson, toStatus } from "./api-answers.ts";
import { accepted, cameOrNot, cancelled, declined } from "../changes.ts";
import { viewForOrganiser } from "../for-organiser.ts";
import { listReferrals, listUndelivered } from "./lists.ts";
import type { PlaceRequest, Referrals, ReferralView } from "../referral.ts";
import { setScope } from "../database/referrals-database.ts";
import { findReferral, viewOf } from "../repository.ts";
import { takePlace } from "../take-place.ts";
import { changeReferral, type Transition } from "../transition.ts";

/** Visible ASCII: what a header can hold without quotes (draft-ietf-httpapi-idempotency-key-header). */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;
const NO_IDEMPOTENCY_KEY: FieldError = {
  parameter: "Idempotency-Key",
  code: "missing",
  detail: "is missing, or is not 1 to 255 visible ASCII characters",
};
const NO_SUCH_PAGE: FieldError = { parameter: "before", code: "unknown-value", detail: "is none of your referrals" };

function decide(decision: ReferralDecision): Transition["decide"] {
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

function toRequest({ event, person, companion, sessions, needs, referrer }: NewReferral, apiKey: string, key: string): PlaceRequest {
  const details = { ...person, needs, referrer };
  const request = { scope: `api ${apiKey}`, key };
  return { event, bookedBy: "professional", companion, sessions: sessions ?? null, details, apiKey, mustConfirm: false, request };
}

function refer(referrals: Referrals): Handle {
  return async (c, { id }) => {
    const key = c.req.header("idempotency-key") ?? "";
    if (!IDEMPOTENCY_KEY.test(key)) return problem(c, 400, "Send a new Idempotency-Key with each referral.", [NO_IDEMPOTENCY_KEY]);
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

/** What stands in the address, when it could be a reference. */
function referenceOf(c: Context): string | undefined {
  return ReferralReference.safeParse(c.req.param("reference")).data;
}

function read(referrals: Referrals): Handle {
  return async (c, { id, organisation, scopes }) => {
    const reference = referenceOf(c);
    if (reference === undefined) return notFound(c);
    if (scopes.includes("receive")) {
      const found = await viewForOrganiser(referrals, { organisation, reference, actor: `api:${id}` });
      if (found) return answer(c, { ...toStatus(found.view), person: found.details ? toPerson(found.details) : null });
    }
    const made = scopes.includes("refer") ? await readOwn(referrals, id, reference) : undefined;
    return made ? answer(c, toStatus(made)) : notFound(c);
  };
}

/** What a key has made itself. */
function readOwn({ db }: Referrals, apiKey: string, reference: string): Promise<ReferralView | undefined> {
  return db.transaction({ apiKey }, async (tx) => {
    const row = await findReferral(tx, { reference });
    if (!row) return undefined;
    // The place in line counts all who wait, whoever referred them.
    await setScope(tx, { organisation: row.organisation });
    return viewOf(tx, row);
  });
}

/** `isDone` tells of a referral that was left as it is whether it already stands as was asked for. */
async function change(c: Context, referrals: Referrals, transition: Omit<Transition, "by">, isDone = (_view: ReferralView) => false) {
  const reference = referenceOf(c);
  const done = reference === undefined ? undefined : await changeReferral(referrals, { ...transition, by: { reference } });
  if (!done) return notFound(c);
  if (done.changed || isDone(done.view)) return answer(c, toStatus(done.view));
  return problem(c, 409, "The referral no longer stands so that this could be done.");
}

const isCancelled = ({ state }: ReferralView) => state === "cancelled";

function otherMethods(app: Hono, path: string, allow: string): void {
  app.all(path, (c) => {
    c.header("allow", allow);
    return problem(c, 405, "This cannot be done here.");
  });
}

/**
 * Referrals for systems that hold a key of an organisation. Not open to other sites' scripts: the answers carry no CORS headers.
 * Errors are problems (RFC 9457).
 */
export function registerReferralApi(app: Hono, referrals: Referrals): void {
  // Reading opens the details and marks the referral as seen: HEAD, which shows nothing, would do both unnoticed.
  const readReferral = withKey(referrals, ["refer", "receive"], read(referrals));
  app.post("/v1/referrals", withKey(referrals, ["refer"], refer(referrals)));

  app.get("/v1/referrals", withKey(referrals, ["receive"], async (c, { organisation }) => {
    const query = ReferralListQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 400, "Some parameters are not right.", fieldErrors(query.error));
    const list = await listReferrals(referrals, organisation, query.data);
    return list ? answer(c, list) : problem(c, 400, "Some parameters are not right.", [NO_SUCH_PAGE]);
  }));
  otherMethods(app, "/v1/referrals", "GET, HEAD, POST");

  app.get("/v1/referrals/:reference", (c, next) => (c.req.method === "HEAD" ? next() : readReferral(c, next)));

  app.delete("/v1/referrals/:reference", withKey(referrals, ["refer"], (c, { id }) =>
    change(c, referrals, { scope: { apiKey: id }, actor: `api:${id}`, decide: cancelled("referrer") }, isCancelled)));
  otherMethods(app, "/v1/referrals/:reference", "DELETE, GET");

  app.post("/v1/referrals/:reference/decision", withKey(referrals, ["receive"], async (c, { id, organisation }) => {
    const decision = ReferralDecision.safeParse(await readJson(c));
    if (!decision.success) return problem(c, 400, "Some fields are not right.", fieldErrors(decision.error));
    return change(c, referrals, { scope: { organisation }, actor: `api:${id}`, decide: decide(decision.data) });
  }));
  otherMethods(app, "/v1/referrals/:reference/decision", "POST");

  app.get("/v1/messages/undelivered", withKey(referrals, ["receive"], async (c, { organisation }) =>
    answer(c, { messages: await listUndelivered(referrals, organisation) })));
  otherMethods(app, "/v1/messages/undelivered", "GET, HEAD");
}
