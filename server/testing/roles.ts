import { randomUUID } from "node:crypto";
import type { ApiScope } from "../referrals/api/api-keys.ts";
import { LINK_PURPOSES, linkToken, type LinkPurpose } from "../referrals/link-token.ts";
import { takePlace } from "../referrals/take-place.ts";
import { newReferral, type ApiService } from "./api-service.ts";
import { placeRequest } from "./referrals.ts";
import type { Access } from "./route-access.ts";

/** A referral, and the events by which it may be asked for. `hidden` is one that is not public. */
export interface Target {
  id: string;
  reference: string;
  event: string;
  hidden: string;
}

export interface Organisation {
  slug: string;
  event: string;
  hidden: string;
  keys: Record<"refer" | "receive" | "revoked", { id: string; key: string }>;
}

export interface Role {
  name: string;
  /** What they send as `Authorization: Bearer`. */
  key?: (organisation: Organisation) => string;
  link?: LinkPurpose;
  mayUse: (access: Access) => boolean;
  /** Makes a referral that is their own, for somebody of this role and organisation. */
  make: (service: ApiService, organisation: Organisation, next: Organisation) => Promise<Target>;
}

export const missing = (): Target => ({ id: randomUUID(), reference: "HWB-0000-0000", event: randomUUID(), hidden: randomUUID() });

async function referBySystem(service: ApiService, key: string, { event, hidden }: Organisation): Promise<Target> {
  const { reference } = (await (await service.refer(key, newReferral(event))).json()) as { reference: string };
  const { id } = await service.database.db.selectFrom("referral").select("id").where("reference", "=", reference).executeTakeFirstOrThrow();
  return { id, reference, event, hidden };
}

/** By a professional on a page, whose addresses are not proved yet: there is something to do for each of its links. */
async function referOnPage({ referrals }: ApiService, { event, hidden }: Organisation): Promise<Target> {
  const outcome = await takePlace(referrals, placeRequest(event, { bookedBy: "professional", mustConfirm: true }));
  if (outcome.kind !== "taken") throw new Error(`No place was taken: ${outcome.kind}`);
  return { id: outcome.referral, reference: outcome.receipt.reference, event, hidden };
}

const byKey = (scope: ApiScope) => (access: Access) => typeof access === "object" && "key" in access && access.key.includes(scope);
const byLink = (link: LinkPurpose) => (access: Access) => typeof access === "object" && "link" in access && access.link.includes(link);
const never = () => false;

const received: Role["make"] = (service, organisation, next) => referBySystem(service, next.keys.refer.key, organisation);
const sent: Role["make"] = (service, organisation, next) => referBySystem(service, organisation.keys.refer.key, next);

function linkRole(link: LinkPurpose): Role {
  return { name: `link ${link}`, link, mayUse: byLink(link), make: referOnPage };
}

/** Everybody who may come to a route of referrals. A system's own referral goes to an event of another organisation. */
export const ROLES: readonly Role[] = [
  { name: "stranger", mayUse: never, make: received },
  { name: "key refer", key: ({ keys }) => keys.refer.key, mayUse: byKey("refer"), make: sent },
  { name: "key receive", key: ({ keys }) => keys.receive.key, mayUse: byKey("receive"), make: received },
  { name: "revoked key", key: ({ keys }) => keys.revoked.key, mayUse: never, make: received },
  ...LINK_PURPOSES.map(linkRole),
];

/** The link that a role has to its own referral; without one, a link that somebody made up. */
export function tokenTo({ referrals }: ApiService, { link }: Role, own: Target): string {
  return link ? linkToken(referrals.ring, { purpose: link, referral: own.id }) : withId(Buffer.alloc(33), own);
}

/** A link to another's referral, as somebody would make it up from the link to their own. */
export function forgedToken(service: ApiService, role: Role, own: Target, other: Target): string {
  return withId(Buffer.from(tokenTo(service, role, own), "base64url"), other);
}

function withId(token: Buffer, { id }: Target): string {
  const bytes = Buffer.from(token);
  bytes.write(id.replaceAll("-", ""), 1, "hex");
  return bytes.toString("base64url");
}
