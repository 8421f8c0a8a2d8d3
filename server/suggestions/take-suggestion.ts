import type { Event } from "../contract/event.ts";
import type { Vocabularies } from "../contract/vocabulary.ts";
import { newReference } from "../referrals/reference.ts";
import type { Referrals } from "../referrals/referral.ts";
import { isWithinLimit } from "../referrals/visitors/limits.ts";
import type { KeyRing } from "../sealing/key-ring.ts";
import { queueLetter } from "./messages.ts";
import { sealSuggestion } from "./sealed-suggestion.ts";
import type { NewSuggestion } from "./suggestion.ts";

export interface Taking {
  /** Made with the form: who sends it twice tells us once, and who changes it tells us something else. */
  submission: string;
  suggestion: NewSuggestion;
  /** The event that it is about. */
  event: Event | undefined;
  boroughs: Vocabularies["boroughs"];
}

/** The alliance of today of the borough that somebody chose, or that the event is in, if either is known. */
function boroughAlliance({ suggestion, event, boroughs }: Taking): string | null {
  const borough = suggestion.borough ?? event?.venue?.borough?.slug;
  return boroughs.find(({ slug }) => slug === borough)?.alliance ?? null;
}

function idOf(ring: KeyRing, { submission, suggestion }: Taking): string {
  const hash = ring.mac("request", "suggestion", submission, JSON.stringify(suggestion)).toString("hex");
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}

/** Keeps what somebody told us, and writes to their address unless it had many letters today. Gives the reference. Throws `ReferralsUnavailableError`. */
export async function takeSuggestion(referrals: Referrals, taking: Taking): Promise<string> {
  const { db, ring, now } = referrals;
  const { suggestion: { kind, details }, event } = taking;
  const id = idOf(ring, taking);
  const { email } = details;
  const mayWrite = email !== undefined && (await isWithinLimit(referrals, "suggester-address", email.toLowerCase()));
  return db.transaction({}, async (tx) => {
    const about = event && (await tx.selectFrom("event").innerJoin("organisation", "organisation.slug", "event.organisation")
      .select(["event.id", "organisation.alliance"]).where("event.id", "=", event.id).executeTakeFirst());
    const alliance = about?.alliance ?? boroughAlliance(taking);
    const at = new Date(now());
    const added = await tx.insertInto("suggestion").values({
      id, reference: newReference("SUG"), kind, alliance, event_id: about?.id ?? null, has_email: email !== undefined, created_at: at, state_at: at,
      ...sealSuggestion(ring, id, { ...details, notes: [] }),
    }).onConflict((conflict) => conflict.column("id").doNothing()).returning("reference").executeTakeFirst();
    if (added && mayWrite) await queueLetter(tx, { suggestion: id, kind: "suggestion-received" });
    if (added) return added.reference;
    const { reference } = await tx.selectFrom("suggestion").select("reference").where("id", "=", id).executeTakeFirstOrThrow();
    return reference;
  });
}
