import { DEFAULT_WITHIN_KM } from "../contract/values.ts";

const KM_PER_MILE = 1.609344;

/** Distances to choose from. People in the United Kingdom think in miles; the feed takes kilometres. */
export const MILES = [1, 3, 5, 10, 20] as const;
export const DEFAULT_MILES = 5;

/** So close to a number of miles that it is called that, as the feed's own distance is to 3. */
const CLOSE_KM = 0.3;

/** A distance as the feed takes it: kilometres with one decimal. */
export function kilometres(miles: number): string {
  return (miles * KM_PER_MILE).toFixed(1);
}

export function milesWords(miles: number): string {
  return miles === 1 ? "1 mile" : `${miles} miles`;
}

/** Which of the choices a distance in kilometres is. */
export function milesOf(within: string): number | undefined {
  return MILES.find((miles) => Math.abs(Number(kilometres(miles)) - Number(within)) < CLOSE_KM);
}

/** How far a search goes, in words. */
export function withinWords(within: string | null): string {
  const km = within ?? String(DEFAULT_WITHIN_KM);
  const miles = milesOf(km);
  return miles === undefined ? `${Number(km)} km` : milesWords(miles);
}

/** The next greater distance to try, as the feed takes it. */
export function wider(within: string | null): { value: string; words: string } | undefined {
  const miles = MILES.find((choice) => Number(kilometres(choice)) > Number(within ?? DEFAULT_WITHIN_KM) + CLOSE_KM);
  return miles === undefined ? undefined : { value: kilometres(miles), words: milesWords(miles) };
}

/** `less than 1 mile away`, `3 miles away`, from kilometres. */
export function milesAway(km: number): string {
  return km < KM_PER_MILE ? "less than 1 mile away" : `${milesWords(Math.round(km / KM_PER_MILE))} away`;
}
