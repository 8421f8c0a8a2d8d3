import { z } from "zod";
import { LondonDateTime } from "./event.ts";

/** Who asks for a place, and for whom: for oneself, as a carer for oneself, a carer for a patient, or a professional. */
export const BOOKED_BY = ["patient", "carer", "carer-for-patient", "professional"] as const;
export type BookedBy = (typeof BOOKED_BY)[number];

export const CONTACT_KINDS = ["email", "text", "phone"] as const;

export const REFERRAL_STATES = ["received", "waiting", "confirmed", "declined", "cancelled", "attended", "did-not-attend"] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** Why a place was declined by the organiser. */
export const DECLINE_REASONS = ["not-suitable", "not-eligible", "not-reached", "no-place", "other"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** `HWB-7K3M-9QXT`: Crockford's base 32, which has no I, L, O and U, so that it can be read out on the phone. */
export const ReferralReference = z.string().regex(/^HWB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/).meta({ id: "ReferralReference" });

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
const text = (max: number) => z.string().trim().min(1).max(max).refine((value) => !CONTROL.test(value) && value.isWellFormed());
const line = (max: number) => text(max).refine((value) => !/[\r\n\u2028\u2029]/.test(value));

export const EmailAddress = line(254).pipe(z.email());
/** 10 to 15 digits, with a plus, spaces, dots, brackets and hyphens as people write them. */
export const PhoneNumber = line(30).refine((value) => /^\+?[\d\s().-]+$/.test(value) && /^\d{10,15}$/.test(value.replace(/\D/g, "")));

export const ReferralContact = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("email"), value: EmailAddress }),
    z.strictObject({ kind: z.literal("text"), value: PhoneNumber }),
    z.strictObject({ kind: z.literal("phone"), value: PhoneNumber }),
  ])
  .meta({ id: "ReferralContact", description: "One way to reach the person." });
export type ReferralContact = z.infer<typeof ReferralContact>;

export const AccessNeeds = z
  .strictObject({
    interpreter: line(60).optional().meta({ description: "The language for which an interpreter is needed." }),
    bsl: z.boolean().optional(),
    wheelchair: z.boolean().optional(),
    hearingLoop: z.boolean().optional(),
    other: text(300).optional(),
  })
  .meta({ id: "AccessNeeds" });
export type AccessNeeds = z.infer<typeof AccessNeeds>;

export const Referrer = z
  .strictObject({ name: line(100), role: line(100), organisation: line(150), email: EmailAddress })
  .meta({ id: "Referrer" });
export type Referrer = z.infer<typeof Referrer>;

export const PersonName = line(100);

/** What identifies a person, and what they need. It is kept sealed. `email` only confirms a booking; the contact is used for all else. */
export const ReferralDetails = z
  .strictObject({
    name: PersonName,
    contact: ReferralContact,
    needs: AccessNeeds,
    email: EmailAddress.optional(),
    referrer: Referrer.optional(),
  })
  .meta({ id: "ReferralDetails" });
export type ReferralDetails = z.infer<typeof ReferralDetails>;

const PersonToRefer = z.strictObject({ name: PersonName, contact: ReferralContact }).meta({ id: "PersonToRefer" });

/** A referral by a system that holds a key of the API. */
export const NewReferral = z
  .strictObject({
    event: z.uuid(),
    person: PersonToRefer,
    companion: z.boolean().default(false).meta({ description: "Whether they bring someone, who takes a place too." }),
    sessions: z.array(z.uuid()).min(1).max(50).optional().meta({ description: "Parts of the event to attend, where they may be attended alone. Left out: all." }),
    needs: AccessNeeds.default({}),
    referrer: Referrer,
  })
  .meta({ id: "NewReferral" });
export type NewReferral = z.infer<typeof NewReferral>;

/** The answer to a referral: what became of it at once. `waitingPosition` is 1 for the first in line. */
export const ReferralReceipt = z
  .object({
    reference: ReferralReference,
    state: z.enum(["received", "waiting", "confirmed"]),
    waitingPosition: z.number().int().min(1).nullable(),
    event: z.uuid(),
  })
  .meta({ id: "ReferralReceipt" });
export type ReferralReceipt = z.infer<typeof ReferralReceipt>;

/** Where a referral stands. It holds nothing about the person. `seen`: when the organiser opened it. */
export const ReferralStatus = z
  .object({
    reference: ReferralReference,
    event: z.uuid(),
    state: z.enum(REFERRAL_STATES),
    reason: z.string().nullable(),
    waitingPosition: z.number().int().min(1).nullable(),
    companion: z.boolean(),
    sessions: z.array(z.uuid()).nullable(),
    made: LondonDateTime,
    changed: LondonDateTime,
    seen: LondonDateTime.nullable(),
    referrerProved: z.boolean(),
    erased: z.boolean(),
  })
  .meta({ id: "ReferralStatus" });
export type ReferralStatus = z.infer<typeof ReferralStatus>;
