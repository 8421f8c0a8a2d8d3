import { englishClinician } from "./languages/english-clinician.ts";

/** The words that clinicians alone need, in one language. */
export type ClinicianStrings = typeof englishClinician;

/** These words in the language of the finder that is being drawn; see `strings.ts`. */
export let clinicianStrings: ClinicianStrings = englishClinician;

/** English where a catalogue does not say otherwise. */
export function speakClinician(words: ClinicianStrings = englishClinician): void {
  clinicianStrings = words;
}
