import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";

/** What a reader makes of one VEVENT. Instants are milliseconds since 1970. */
export interface ReadEvent {
  uid: string;
  startsAt: number;
  endsAt: number;
  changedAt: number;
  sequence: number;
  status: string;
  summary: string;
  description: string;
  location: string;
  categories: string[];
  url: string;
}

function text(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? "");
}

function instant(component: ICAL.Component, name: string): number {
  const time = component.getFirstPropertyValue(name);
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is not a time`);
  return time.toJSDate().getTime();
}

/** Reads a calendar with `ical.js`, with times by the VTIMEZONE that the calendar brings. Throws where it is not well formed. */
export function readWithIcalJs(calendar: string): ReadEvent[] {
  return new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent").map((component) => ({
    uid: text(component, "uid"),
    startsAt: instant(component, "dtstart"),
    endsAt: instant(component, "dtend"),
    changedAt: instant(component, "dtstamp"),
    sequence: Number(component.getFirstPropertyValue("sequence")),
    status: text(component, "status"),
    summary: text(component, "summary"),
    description: text(component, "description"),
    location: text(component, "location"),
    categories: component.getFirstProperty("categories")?.getValues().map(String) ?? [],
    url: text(component, "url"),
  }));
}

function value(property: VEvent["location"]): string {
  return typeof property === "object" ? property.val : (property ?? "");
}

/** Reads a calendar with `node-ical`, with times by its own time zone database. */
export function readWithNodeIcal(calendar: string): ReadEvent[] {
  const components = Object.values(nodeIcal.sync.parseICS(calendar));
  const events = components.filter((component): component is VEvent => component?.type === "VEVENT");
  return events.map((event) => ({
    uid: event.uid,
    startsAt: event.start.getTime(),
    endsAt: event.end?.getTime() ?? Number.NaN,
    changedAt: event.dtstamp.getTime(),
    sequence: Number(event.sequence),
    status: event.status ?? "",
    summary: value(event.summary),
    description: value(event.description),
    location: value(event.location),
    categories: event.categories ?? [],
    url: event.url ?? "",
  }));
}
