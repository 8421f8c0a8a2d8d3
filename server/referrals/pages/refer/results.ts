import { z } from "zod";
import { ReferralReceipt } from "../../../contract/referral.ts";
import { REFUSALS } from "../../referral.ts";

/** What became of one referral, as the cookie has it: nothing about the patient. */
export const ReferralResult = z.union([
  z.object({ event: z.uuid(), referral: z.uuid(), receipt: ReferralReceipt.pick({ reference: true, state: true, waitingPosition: true }) }),
  z.object({ event: z.uuid(), refusal: z.enum(REFUSALS) }),
]);
export type ReferralResult = z.infer<typeof ReferralResult>;

/** `madeAt` is in milliseconds. `mustConfirm`: they lapse unless the referrer proves their address within a day. */
export const ReferralResults = z.object({ madeAt: z.number().int(), mustConfirm: z.boolean(), results: z.array(ReferralResult).max(10) });
export type ReferralResults = z.infer<typeof ReferralResults>;
