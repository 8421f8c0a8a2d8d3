import type { Event } from "../../server/contract/event.ts";
import { longDate } from "../../server/wording/dates.ts";
import { londonInstant } from "../../server/wording/london-time.ts";
import { detailWords as words } from "../strings-later.ts";

const known = (text: string | null): string[] => (text ? [text] : []);
const fact = (answer: boolean | null, say: (yes: boolean) => string): string[] => (answer === null ? [] : [say(answer)]);

/** Station, directions, parking and patient transport, as far as they are known. */
export function gettingThere({ venue }: Event): string[] {
  if (!venue) return [];
  const { nearestStation, stationStepFree, directions, parking, parkingCost, blueBadge, patientTransport } = venue.transport;
  return [
    ...known(nearestStation && words.station(nearestStation, stationStepFree)),
    ...known(directions),
    ...known(parking),
    ...known(parkingCost && words.parkingCost(parkingCost)),
    ...known(blueBadge),
    ...known(patientTransport),
  ];
}

function supportLines({ bsl, interpreter, requestBy }: Event["support"]): string[] {
  const isOnRequest = bsl === "on-request" || interpreter === "on-request";
  return [
    ...(bsl === "no" ? [] : [words.bsl[bsl]]),
    ...(interpreter === "no" ? [] : [words.interpreter[interpreter]]),
    ...(isOnRequest && requestBy ? [words.requestBy(longDate(londonInstant(requestBy, 12)))] : []),
  ];
}

/** Access to the building, and help with language. What is not known is not said. */
export function accessLines({ venue, support, languages }: Event): string[] {
  const building = venue
    ? [
        ...fact(venue.access.stepFree, words.stepFree),
        ...fact(venue.access.hearingLoop, words.hearingLoop),
        ...fact(venue.access.accessibleToilet, words.toilet),
        ...known(venue.access.note),
      ]
    : [];
  const isEnglishOnly = languages.every(({ slug }) => slug === "english" || slug === "en");
  const names = languages.map(({ label }) => label).join(", ");
  return [...building, ...supportLines(support), ...(isEnglishOnly ? [] : [words.languages(names)])];
}
