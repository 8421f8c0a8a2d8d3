/**
 * Europe/London as a VTIMEZONE (RFC 5545 section 3.6.5), right since October 1996: summer time from the last Sunday of March
 * to the last Sunday of October, both at 01:00 UTC (The Summer Time Order 2002, and the directives before it).
 */
export const VTIMEZONE = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/London",
  "BEGIN:STANDARD",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "TZNAME:GMT",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:19970330T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "TZNAME:BST",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
  "",
].join("\r\n");
