import type { Event } from "../../server/contract/event.ts";
import { londonInstant } from "../../server/wording/london-time.ts";
import { laterStrings } from "../strings-later.ts";
import { strings } from "../strings.ts";
import { free } from "./free-text.ts";

const known = (text: string | null) => (text ? [free(text)] : []);
const said = (text: string | null) => (text ? [text] : []);
const fact = (answer: boolean | null, say: (yes: boolean) => string): string[] => (answer === null ? [] : [say(answer)]);

/** Station, directions, parking and patient transport, as far as they are known. */
export function gettingThere({ venue }: Event): unknown[] {
  if (!venue) return [];
  const { nearestStation, stationStepFree, directions, parking, parkingCost, blueBadge, patientTransport } = venue.transport;
  return [
    ...said(nearestStation && laterStrings.detail.station(nearestStation, stationStepFree)),
    ...known(directions),
    ...known(parking),
    ...said(parkingCost && laterStrings.detail.parkingCost(parkingCost)),
    ...known(blueBadge),
    ...known(patientTransport),
  ];
}

function supportLines({ bsl, interpreter, requestBy }: Event["support"]): string[] {
  const isOnRequest = bsl === "on-request" || interpreter === "on-request";
  return [
    ...(bsl === "no" ? [] : [laterStrings.detail.bsl[bsl]]),
    ...(interpreter === "no" ? [] : [laterStrings.detail.interpreter[interpreter]]),
    ...(isOnRequest && requestBy ? [laterStrings.detail.requestBy(strings.dates.long(londonInstant(requestBy, 12)))] : []),
  ];
}

/** Access to the building, and help with language. What is not known is not said. */
export function accessLines({ venue, support, languages }: Event): unknown[] {
  const building = venue
    ? [
        ...fact(venue.access.stepFree, laterStrings.detail.stepFree),
        ...fact(venue.access.hearingLoop, laterStrings.detail.hearingLoop),
        ...fact(venue.access.accessibleToilet, laterStrings.detail.toilet),
        ...known(venue.access.note),
      ]
    : [];
  const isEnglishOnly = languages.every(({ slug }) => slug === "english" || slug === "en");
  const names = languages.map(({ slug, label }) => strings.label("language", slug, label)).join(", ");
  return [...building, ...supportLines(support), ...(isEnglishOnly ? [] : [laterStrings.detail.languages(names)])];
}
