/** The lines of one component, without those of the components in it. */
export interface Component {
  lines: string[];
  /** It ends as it should. */
  isWhole: boolean;
}

export interface CalendarParts {
  events: Component[];
  /** The definitions of time zones, as they stand. */
  timeZones: string[][];
  /** Lines of the calendar itself. */
  head: string[];
  isCalendar: boolean;
  isWhole: boolean;
}

const BOUND = /^(BEGIN|END):\s*([A-Z0-9-]+)\s*$/i;

/** Parts calendars (RFC 5545 section 3.4), also several in one file, so that what is wrong in one event spoils no other. */
export function partCalendar(lines: readonly string[]): CalendarParts {
  const parts: CalendarParts = { events: [], timeZones: [], head: [], isCalendar: false, isWhole: false };
  let event: Component | undefined;
  let timeZone: string[] | undefined;
  let inner = 0;
  for (const line of lines) {
    const [, bound, name] = BOUND.exec(line)?.map((part) => part.toUpperCase()) ?? [];
    if (bound === "BEGIN" && name === "VEVENT") {
      event = { lines: [], isWhole: false };
      inner = 0;
      parts.events.push(event);
    } else if (bound === "END" && name === "VEVENT") {
      if (event) event.isWhole = true;
      event = undefined;
    } else if (bound === "BEGIN" && name === "VTIMEZONE") {
      parts.timeZones.push((timeZone = [line]));
    } else if (timeZone) {
      timeZone.push(line);
      if (bound === "END" && name === "VTIMEZONE") timeZone = undefined;
    } else if (name === "VCALENDAR") {
      parts.isCalendar ||= bound === "BEGIN";
      parts.isWhole = bound === "END";
      event = undefined;
    } else if (bound) inner += bound === "BEGIN" ? 1 : -1;
    else if (inner <= 0) (event?.lines ?? parts.head).push(line);
  }
  return parts;
}
