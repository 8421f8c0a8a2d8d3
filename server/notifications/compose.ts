import { sql, type Selectable, type Transaction } from "kysely";
import type { Database, MessageTable } from "../../db/schema.ts";
import { linkToken, type LinkPurpose } from "../referrals/link-token.ts";
import type { KeyRing } from "../sealing/key-ring.ts";
import { openRow } from "../referrals/open-row.ts";
import { findReferral, waitingPosition, type ReferralRow } from "../referrals/repository.ts";
import { bookingCalendar } from "./booking-calendar.ts";
import { bookingEntries } from "./booking-entries.ts";
import { letterHtml, letterText } from "./letter.ts";
import type { Mail } from "./mail.ts";
import { stillRightToken } from "./still-right-link.ts";
import { composeSuggestionLetter } from "./suggestion-letter.ts";
import { letterFor, type LetterFacts, type MessageKind } from "./words.ts";

export type MessageRow = Selectable<MessageTable>;

/** Why there is no mail: nobody to send it to, or nothing to say any more. */
export type NoMail = "no-address" | "not-needed";

export interface Sender {
  ring: KeyRing;
  /** The service's own public address, without a slash at its end. */
  baseUrl: string;
  /** The address that mails come from. */
  from: string;
  now: () => number;
}

type Tx = Transaction<Database>;

/** What a message says holds only while the referral stands so. */
const ONLY_WHILE: Partial<Record<MessageKind, readonly string[]>> = {
  booked: ["confirmed"], promoted: ["confirmed"], confirmed: ["confirmed"], reminder: ["confirmed"], received: ["received"], waiting: ["waiting"],
  changed: ["received", "waiting", "confirmed"], "confirm-address": ["received", "waiting"], "second-booking": ["received", "waiting", "confirmed"],
  moved: ["confirmed"], "organiser-wrote": ["received", "waiting", "confirmed"],
  "event-changed": ["received", "waiting", "confirmed"], "event-cancelled": ["received", "waiting", "confirmed"],
};
const EVEN_WHEN_OVER = new Set<MessageKind>(["cancelled", "declined", "your-link"]);
const WITH_ENTRY = new Set<MessageKind>(["booked", "promoted", "confirmed", "changed", "reminder", "event-changed", "moved"]);
const WITH_CANCELLED_ENTRY = new Set<MessageKind>(["cancelled", "declined", "event-cancelled"]);
const LINKS: Partial<Record<MessageKind, LinkPurpose>> = { "confirm-address": "confirm-address", "prove-address": "prove-address" };

function readEvent(tx: Tx, id: string) {
  return tx.selectFrom("event").select(["starts_at", "ends_at", "status", "revision", "contact_phone", "contact_email"]).where("id", "=", id).executeTakeFirstOrThrow();
}
type EventRow = Awaited<ReturnType<typeof readEvent>>;

/** A message about an event. */
type EventMessage = MessageRow & { organisation: string; event_id: string };

const isAboutEvent = (message: MessageRow): message is EventMessage => message.event_id !== null && message.organisation !== null;

function isNeeded(message: EventMessage, event: EventRow, referral: ReferralRow | undefined, now: number): boolean {
  const { kind } = message;
  if (event.ends_at.getTime() <= now && !EVEN_WHEN_OVER.has(kind)) return false;
  if (kind === "reminder" && event.status === "cancelled") return false;
  if (kind === "confirm-address" && referral?.confirm_by === null) return false;
  if (!referral) return true;
  // It may have been moved since to another event, of which this message knows nothing.
  return referral.event_id === message.event_id && (ONLY_WHILE[kind]?.includes(referral.state) ?? true);
}

async function teamAddress(tx: Tx, { organisation, recipient }: EventMessage, event: EventRow): Promise<string | undefined> {
  if (recipient === "organiser") {
    const settings = await tx.selectFrom("referral_settings").select("team_email").where("organisation", "=", organisation).executeTakeFirst();
    return settings?.team_email ?? event.contact_email ?? undefined;
  }
  const contact = await tx.selectFrom("organisation").innerJoin("alliance_contact", "alliance_contact.alliance", "organisation.alliance")
    .select("alliance_contact.email").where("organisation.slug", "=", organisation).executeTakeFirst();
  return contact?.email;
}

function personAddress({ ring }: Sender, { kind, recipient }: MessageRow, referral: ReferralRow | undefined): string | undefined {
  const details = referral && openRow({ ring }, referral);
  if (recipient === "referrer") return details?.referrer?.email;
  if (kind === "confirm-address" && details?.email !== undefined) return details.email;
  return details?.contact.kind === "email" ? details.contact.value : undefined;
}

function urlFor({ ring, baseUrl, now }: Sender, { kind, organisation, recipient }: EventMessage, referral: ReferralRow | undefined): string {
  if (kind === "still-right") return `${baseUrl}/desk/still-right/${stillRightToken(ring, organisation, now())}`;
  if (kind === "event-approved" || kind === "event-sent-back") return `${baseUrl}/desk/events`;
  if (!referral) return recipient === "organiser" ? `${baseUrl}/desk/referrals` : `${baseUrl}/desk`;
  const purpose = LINKS[kind] ?? (recipient === "referrer" ? "referrer" : "attendee");
  return `${baseUrl}/referrals/${linkToken(ring, { purpose, referral: referral.id })}`;
}

/** Rises with each change of the event, and above all that the event before had when a booking is moved. */
async function sequenceOf(tx: Tx, event: EventRow, referral: ReferralRow): Promise<number> {
  const { moves } = await tx.selectFrom("message").select(({ fn }) => fn.countAll<string>().as("moves"))
    .where("referral_id", "=", referral.id).where("kind", "=", "moved").where("recipient", "=", "attendee").executeTakeFirstOrThrow();
  return event.revision + 1_000 * Number(moves);
}

async function calendarFor(tx: Tx, sender: Sender, message: MessageRow, event: EventRow, referral: ReferralRow, url: string): Promise<Pick<Mail, "calendar">> {
  const isCancelled = WITH_CANCELLED_ENTRY.has(message.kind);
  const isWanted = message.recipient === "attendee" && (isCancelled || (WITH_ENTRY.has(message.kind) && referral.state === "confirmed"));
  if (!isWanted) return {};
  const entries = await bookingEntries(tx, referral, event);
  const at = message.created_at.getTime();
  const content = bookingCalendar({ reference: referral.reference, entries, sequence: await sequenceOf(tx, event, referral), at, url, organizer: sender.from, isCancelled });
  return { calendar: { method: isCancelled ? "CANCEL" : "PUBLISH", content } };
}

/** The mail of a message, as things stand now; or why there is none. Runs while the message is held. */
export async function compose(tx: Tx, sender: Sender, message: MessageRow): Promise<Mail | NoMail> {
  if (!isAboutEvent(message)) return composeSuggestionLetter(tx, sender, message);
  await sql`select set_config('hwbe.organisation', ${message.organisation}, true)`.execute(tx);
  const event = await readEvent(tx, message.event_id);
  const referral = message.referral_id === null ? undefined : await findReferral(tx, { id: message.referral_id });
  if (!isNeeded(message, event, referral, sender.now())) return "not-needed";
  const isToTeam = message.recipient === "organiser" || message.recipient === "alliance";
  const to = isToTeam ? await teamAddress(tx, message, event) : personAddress(sender, message, referral);
  if (to === undefined) return "no-address";
  const url = urlFor(sender, message, referral);
  const facts: LetterFacts = {
    kind: message.kind,
    recipient: message.recipient,
    reference: referral?.reference ?? null,
    startsAt: event.starts_at.getTime(),
    endsAt: event.ends_at.getTime(),
    state: referral?.state ?? "",
    waitingPosition: referral ? await waitingPosition(tx, referral) : null,
    companion: (referral?.party_size ?? 1) > 1,
    mustConfirm: referral ? referral.confirm_by !== null : false,
    url,
    phone: event.contact_phone,
  };
  const letter = letterFor(facts);
  if (!letter) return "not-needed";
  const calendar = referral ? await calendarFor(tx, sender, message, event, referral, url) : {};
  return { id: message.id, to, subject: letter.subject, text: letterText(letter), html: letterHtml(letter), ...calendar };
}
