import { openEnvelope, sealEnvelope, type Envelope } from "../sealing/envelope.ts";
import type { KeyRing } from "../sealing/key-ring.ts";
import { SuggestionDetails, type SuggestionRow } from "./suggestion.ts";

export function sealSuggestion(ring: KeyRing, id: string, details: SuggestionDetails): Envelope {
  return sealEnvelope(ring, `suggestion ${id}`, Buffer.from(JSON.stringify(details)));
}

/** Undefined once it is erased. Throws `SealBrokenError` and `MissingKeyError`. */
export function openSuggestion(ring: KeyRing, { id, sealed, sealed_key, key_id }: SuggestionRow): SuggestionDetails | undefined {
  if (!sealed || !sealed_key || key_id === null) return undefined;
  return SuggestionDetails.parse(JSON.parse(openEnvelope(ring, `suggestion ${id}`, { sealed, sealed_key, key_id }).toString()));
}
