import type { Context, Handler } from "hono";
import { problem } from "../../http/problem.ts";
import { findApiKey, type ApiKey, type ApiScope } from "./api-keys.ts";
import { isWithinLimit } from "../visitors/limits.ts";
import type { Referrals } from "../referral.ts";
import { ReferralsUnavailableError } from "../database/referrals-database.ts";

const RETRY_SECONDS = "5";
const SLOW_DOWN_SECONDS = "60";

export type Handle = (c: Context, key: ApiKey) => Promise<Response>;

async function stranger(referrals: Referrals, c: Context): Promise<Response> {
  if (!(await isWithinLimit(referrals, "wrong-key", c.get("clientAddress")))) return tooMany(c);
  c.header("www-authenticate", "Bearer");
  return problem(c, 401, "Send a key of the API as Authorization: Bearer KEY.");
}

function tooMany(c: Context): Response {
  c.header("retry-after", SLOW_DOWN_SECONDS);
  return problem(c, 429, "Wait a minute, then go on more slowly.");
}

async function answerKey(referrals: Referrals, c: Context, scopes: readonly ApiScope[], handle: Handle): Promise<Response> {
  const key = await findApiKey(referrals, c.req.header("authorization"));
  if (!key) return stranger(referrals, c);
  if (!(await isWithinLimit(referrals, "api", key.id))) return tooMany(c);
  const mayPass = scopes.some((scope) => key.scopes.includes(scope));
  return mayPass ? handle(c, key) : problem(c, 403, `This needs a key with the scope ${scopes.join(" or ")}.`);
}

/** Lets in who has a key with one of the scopes. Strangers get 401, and are slowed down when they guess. */
export function withKey(referrals: Referrals, scopes: readonly ApiScope[], handle: Handle): Handler {
  return async (c) => {
    try {
      return await answerKey(referrals, c, scopes, handle);
    } catch (error) {
      if (!(error instanceof ReferralsUnavailableError)) throw error;
      c.header("retry-after", RETRY_SECONDS);
      return problem(c, 503, "Referrals cannot be taken at the moment. Send the same request again, with the same Idempotency-Key.");
    }
  };
}
