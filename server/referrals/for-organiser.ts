import type { ReferralDetails } from "../contract/referral.ts";
import type { Actor } from "./audit.ts";
import { seen } from "./changes.ts";
import { openRow } from "./open-row.ts";
import type { Referrals, ReferralView } from "./referral.ts";
import { findReferral } from "./repository.ts";
import { changeReferral } from "./transition.ts";

export interface OrganiserAsks {
  organisation: string;
  reference: string;
  actor: Actor;
}

export interface OrganiserView {
  view: ReferralView;
  /** Undefined when they are erased. */
  details: ReferralDetails | undefined;
}

/**
 * A referral to an event of the organisation, with who it is for. Looking at it stands in the audit, and tells the referrer that it was
 * seen. Undefined when the organisation has none of this reference.
 */
export async function viewForOrganiser(referrals: Referrals, asks: OrganiserAsks): Promise<OrganiserView | undefined> {
  const { organisation, reference, actor } = asks;
  const scope = { organisation };
  const done = await changeReferral(referrals, { scope, by: { reference }, actor, decide: seen });
  if (!done) return undefined;
  const row = await referrals.db.transaction(scope, (tx) => findReferral(tx, { reference }));
  return { view: done.view, details: row && openRow(referrals, row) };
}
