const LONGEST = 2_000;

/** An address to fetch from, or why it is none. */
export type AddressReading = { url: URL } | { reason: string };

/** Which addresses a fetch may go to. */
export interface AddressRules {
  protocols: readonly string[];
  /** As in an address: "" is the usual one. */
  ports: readonly string[];
}

export const STRICT: AddressRules = { protocols: ["https:"], ports: [""] };

function check(url: URL, { protocols, ports }: AddressRules): string | undefined {
  if (url.username !== "" || url.password !== "") return "Enter an address without a user name or password in it";
  if (!protocols.includes(url.protocol)) return "Enter an address that starts with https:// or webcal://";
  return ports.includes(url.port) ? undefined : "Enter an address without a port number in it";
}

/** Reads what somebody typed. `webcal` means a calendar over https. */
export function readCalendarAddress(text: string, rules: AddressRules = STRICT): AddressReading {
  const typed = text.trim().replace(/^webcals?:\/\//i, "https://");
  if (typed === "") return { reason: "Enter the address of your calendar" };
  if (typed.length > LONGEST || !URL.canParse(typed)) return { reason: "Enter an address like https://calendar.example.org/events.ics" };
  const url = new URL(typed);
  url.hash = "";
  const reason = check(url, rules);
  return reason === undefined ? { url } : { reason };
}

/** Where a redirect leads (RFC 9110 section 15.4): never from https to http. */
export function readRedirect(from: URL, location: string | undefined, rules: AddressRules = STRICT): AddressReading {
  if (location === undefined || !URL.canParse(location, from)) return { reason: "The calendar moved, and does not say where to" };
  const url = new URL(location, from);
  if (from.protocol === "https:" && url.protocol !== "https:") return { reason: "The calendar moved to an address that is not safe" };
  return check(url, rules) === undefined ? { url } : { reason: "The calendar moved to an address that we do not use" };
}
