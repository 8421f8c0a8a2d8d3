import { json, problem, queryParameters } from "../../contract/openapi.ts";
import { NewReferral, ReferralReceipt, ReferralStatus } from "../../contract/referral.ts";
import {
  ReferralDecision, ReferralList, ReferralListQuery, ReferralWithPerson, UndeliveredMessageList,
} from "../../contract/referral-api.ts";
import type { ApiScope } from "./api-keys.ts";
import { REFUSALS } from "../referral.ts";

export const API_KEY = { type: "http", scheme: "bearer", description: "A key of an organisation. Whoever runs the service makes it." };

/** A key with one of the scopes. */
const withKey = (...scopes: ApiScope[]) => ({ security: scopes.map((scope) => ({ apiKey: [scope] })) });

const FOR_EVERY_KEY = {
  401: problem("There is no key, or it is not known."),
  403: problem("The key does not have the scope that is needed."),
  429: problem("Too many requests. `Retry-After` says how long to wait."),
  503: problem("The database is away. Send the same request again after `Retry-After` seconds."),
};
const NO_REFERRAL = { 404: problem("There is no such referral for this key.") };
const BAD_BODY = {
  400: problem("The body is not JSON, or some fields are not right. Each error names one."),
  413: problem("The body is larger than 1 MB."),
  415: problem("The body is not `application/json`."),
};
const NOT_NOW = { 409: problem("The referral no longer stands so that this could be done.") };

/** Without 404, and without what a system cannot get, as it always refers as a professional. */
const CODES = REFUSALS.filter((refusal) => refusal !== "no-event" && refusal !== "not-for-self");
const WHY = CODES.map((code) => `\`${code}\``).join(", ");

const REFERENCE = {
  name: "reference",
  in: "path",
  required: true,
  description: "The reference, such as `HWB-7K3M-9QXT`.",
  schema: { type: "string" },
};
const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "1 to 255 visible ASCII characters, such as a UUID, new for each referral. The same sent again gets the first answer.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const REPLAYED = { "Idempotent-Replayed": { description: "`true` when this is the first answer again.", schema: { type: "string" } } };
const LOCATION = { Location: { description: "The address of the referral.", schema: { type: "string" } } };

const referrals = {
  post: {
    summary: "Refer a person to an event",
    description: "Gives a place, or one in the waiting list, and answers when it is kept. Fields that are not known are refused.",
    ...withKey("refer"),
    parameters: [IDEMPOTENCY_KEY],
    requestBody: { required: true, ...json("The referral.", NewReferral) },
    responses: {
      201: { ...json("What became of it.", ReferralReceipt), headers: { ...LOCATION, ...REPLAYED } },
      ...BAD_BODY,
      404: problem("There is no public event with this id."),
      409: problem(`The event takes no such referral. The error's \`code\` says why: ${WHY}.`),
      422: problem("The `Idempotency-Key` was used with another body."),
      ...FOR_EVERY_KEY,
    },
  },
  get: {
    summary: "The referrals to your events",
    description: "Newest first, 50 at a time, without who they are for.",
    ...withKey("receive"),
    parameters: queryParameters(ReferralListQuery),
    responses: {
      200: json("A page of referrals.", ReferralList),
      400: problem("A parameter is not known, or its value is not right."),
      ...FOR_EVERY_KEY,
    },
  },
};

const oneReferral = {
  get: {
    summary: "One referral",
    description:
      "The key that made it sees how it stands. A key of the organiser sees who it is for too: that marks it as seen, and is audited.",
    ...withKey("refer", "receive"),
    parameters: [REFERENCE],
    responses: { 200: json("The referral. `person` is for the organiser alone.", ReferralWithPerson), ...NO_REFERRAL, ...FOR_EVERY_KEY },
  },
  delete: {
    summary: "Cancel a referral that you made",
    ...withKey("refer"),
    parameters: [REFERENCE],
    responses: { 200: json("It is cancelled, now or before.", ReferralStatus), ...NO_REFERRAL, ...NOT_NOW, ...FOR_EVERY_KEY },
  },
};

const decision = {
  post: {
    summary: "Answer a referral to one of your events",
    ...withKey("receive"),
    parameters: [REFERENCE],
    requestBody: { required: true, ...json("The decision.", ReferralDecision) },
    responses: { 200: json("How it stands now.", ReferralStatus), ...BAD_BODY, ...NO_REFERRAL, ...NOT_NOW, ...FOR_EVERY_KEY },
  },
};

const undelivered = {
  get: {
    summary: "Messages that reached nobody",
    description: "The newest 50, so that the organiser can ring instead. The number stands in the referral.",
    ...withKey("receive"),
    responses: { 200: json("The messages.", UndeliveredMessageList), ...FOR_EVERY_KEY },
  },
};

/** The paths of referrals by systems, made from the schemas by which they are read. */
export function referralPaths() {
  return {
    "/v1/referrals": referrals,
    "/v1/referrals/{reference}": oneReferral,
    "/v1/referrals/{reference}/decision": decision,
    "/v1/messages/undelivered": undelivered,
  };
}
