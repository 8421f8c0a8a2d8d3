/** The places of an event. `capacity` null means no limit. `waiting` counts referrals that wait, however many people come with each. */
export interface Places {
  capacity: number | null;
  taken: number;
  waitingList: boolean;
  waiting: number;
}

export function placesLeft({ capacity, taken }: Places): number {
  return capacity === null ? Infinity : capacity - taken;
}

/** How many places may be held at once for people who have not confirmed their address: a quarter, and two at least. */
export function unconfirmedAtMost({ capacity }: Places): number {
  return capacity === null ? Infinity : Math.max(2, Math.floor(capacity / 4));
}

/** As they are for who may have none of those that are left. */
export function withoutPlaces(places: Places): Places {
  return { ...places, capacity: places.taken };
}

/** What becomes of a party that asks: it gets places, stands in line, or neither. */
export function placeFor(places: Places, partySize: number): "place" | "wait" | "full" {
  if (partySize <= placesLeft(places)) return "place";
  return places.waitingList ? "wait" : "full";
}

export function take(places: Places, partySize: number): Places {
  return { ...places, taken: places.taken + partySize };
}

/** Places given outside the service may be counted too, and were perhaps never counted: there are never fewer than none. */
export function free(places: Places, partySize: number): Places {
  return { ...places, taken: Math.max(0, places.taken - partySize) };
}

export function joinLine(places: Places): Places {
  return { ...places, waiting: places.waiting + 1 };
}

export function leaveLine(places: Places): Places {
  return { ...places, waiting: Math.max(0, places.waiting - 1) };
}
