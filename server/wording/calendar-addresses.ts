/** Where a calendar of the feed can be followed. */
export interface CalendarAddresses {
  /** For programs that take an address: `webcal:`, as calendars register it. */
  readonly calendar: string;
  readonly google: string;
  /** For accounts of one's own, at Outlook.com. */
  readonly outlook: string;
}

/** `address` is that of the calendar, absolute. */
export function calendarAddresses(address: string): CalendarAddresses {
  const calendar = address.replace(/^https?:/, "webcal:");
  return {
    calendar,
    google: `https://calendar.google.com/calendar/render?cid=${encodeURIComponent(calendar)}`,
    outlook: `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(address)}`,
  };
}
