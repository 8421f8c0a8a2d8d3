/** What people pass on of an event. The texts are whole words for people, in one language; `startsAt` and `endsAt` are instants (ISO 8601). */
export interface SharedEvent {
  readonly title: string;
  readonly when: string;
  readonly where: string;
  /** The event's own page, absolute. */
  readonly url: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface EventAddresses {
  /** Title, time, place and link, a line each. */
  readonly text: string;
  /** A text message to nobody yet (RFC 5724; `?&` is what both kinds of phones read). */
  readonly sms: string;
  /** An email to nobody yet (RFC 6068: its lines end in CRLF). */
  readonly mail: string;
  readonly google: string;
  readonly outlook: string;
}

/** Spaces as `%20`: neither messages nor Outlook take a `+` for one. */
function query(values: Readonly<Record<string, string>>): string {
  return Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
}

/** `20260303T140000Z` */
const compact = (instant: string) => new Date(instant).toISOString().replace(/\.\d+|[-:]/g, "");

/** The ways to pass an event on, and to put it into a calendar on the web. Nothing is sent before the person sends it. */
export function shareEvent({ title, when, where, url, startsAt, endsAt }: SharedEvent): EventAddresses {
  const lines = [title, when, where, url];
  const text = lines.join("\n");
  const dates = `${compact(startsAt)}/${compact(endsAt)}`;
  const [startdt, enddt] = [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
  return {
    text,
    sms: `sms:?&${query({ body: text })}`,
    mail: `mailto:?${query({ subject: title, body: lines.join("\r\n") })}`,
    google: `https://calendar.google.com/calendar/render?${query({ action: "TEMPLATE", text: title, dates, location: where, details: url })}`,
    outlook: `https://outlook.live.com/calendar/0/deeplink/compose?${query({
      path: "/calendar/action/compose", rru: "addevent", subject: title, startdt, enddt, location: where, body: url,
    })}`,
  };
}
