/** Folds are made by octets, also within a character (RFC 5545 section 3.1): they are undone before the octets become characters. */
function unfoldBytes(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("latin1").replace(/\r?\n[ \t]/g, ""), "latin1");
}

function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const unfolded = unfoldBytes(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(unfolded);
  } catch {
    return new TextDecoder("windows-1252").decode(unfolded);
  }
}

const PROPERTIES = new Set([
  "BEGIN", "END", "PRODID", "VERSION", "CALSCALE", "METHOD", "NAME", "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "DUE", "SUMMARY", "DESCRIPTION",
  "LOCATION", "GEO", "URL", "CATEGORIES", "CLASS", "STATUS", "TRANSP", "PRIORITY", "SEQUENCE", "CREATED", "LAST-MODIFIED", "COMPLETED", "RRULE", "RDATE",
  "EXRULE", "EXDATE", "RECURRENCE-ID", "ATTACH", "ATTENDEE", "ORGANIZER", "CONTACT", "COMMENT", "RELATED-TO", "RESOURCES", "REQUEST-STATUS", "TZID",
  "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "TZURL", "FREEBUSY", "ACTION", "TRIGGER", "REPEAT", "ACKNOWLEDGED", "CONFERENCE", "IMAGE", "COLOR", "SOURCE",
  "REFRESH-INTERVAL", "PERCENT-COMPLETE", "STRUCTURED-DATA", "STYLED-DESCRIPTION", "PARTICIPANT-TYPE", "CALENDAR-ADDRESS", "LOCATION-TYPE",
]);

function isProperty(line: string): boolean {
  const name = /^[A-Za-z0-9-]+(?=[;:])/.exec(line)?.[0].toUpperCase();
  return name !== undefined && (name.startsWith("X-") || PROPERTIES.has(name));
}

/**
 * The content lines of a calendar, unfolded, whatever its encoding and line ends. A line that is no property goes on with the text
 * of the one before, where a program wrote a line break into it. Control characters are left out.
 */
export function contentLines(bytes: Uint8Array): string[] {
  const text = decodeText(Buffer.from(bytes)).replace(/^\uFEFF/, "").toWellFormed();
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const clean = line.replace(/(?!\t)\p{Cc}/gu, "");
    const last = lines.length - 1;
    if (clean.trim() === "") continue;
    if (/^[ \t]/.test(clean) && last >= 0) lines[last] += clean.slice(1);
    else if (isProperty(clean) || last < 0) lines.push(clean);
    else lines[last] += `\\n${clean}`;
  }
  return lines;
}
