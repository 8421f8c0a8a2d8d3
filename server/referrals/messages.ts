import type { Insertable, Transaction } from "kysely";
import type { Database, MessageTable } from "../../db/schema.ts";

type Kind = MessageTable["kind"];
type Recipient = MessageTable["recipient"];

interface About {
  organisation: string;
  event: string;
  referral: string;
}

export interface NewMessage extends About {
  kind: Kind;
  recipient: Recipient;
  /** Sets messages of one kind apart. The same message of the same occasion is sent once. */
  occasion?: string;
}

function toRow({ organisation, event, referral, kind, recipient, occasion = "" }: NewMessage): Insertable<MessageTable> {
  return { organisation, event_id: event, referral_id: referral, kind, recipient, occasion, sent_at: null, failed_at: null, failure: null };
}

/** An organiser's team is told once an hour that there are new referrals for an event, however many there are. */
export function newReferrals({ organisation, event }: About, now: number): Insertable<MessageTable> {
  const hour = new Date(now).toISOString().slice(0, 13);
  return { ...toRow({ organisation, event, referral: "", kind: "new-referrals", recipient: "organiser", occasion: hour }), referral_id: null };
}

export interface ConcernedPeople extends About {
  bookedBy: string;
  contactKind: string;
}

/** The same word to all whom a referral concerns and an e-mail can reach: the person, and the professional who referred them. */
export function toEveryone({ bookedBy, contactKind, ...about }: ConcernedPeople, kind: Kind, occasion = ""): Insertable<MessageTable>[] {
  const recipients: Recipient[] = [];
  if (contactKind === "email") recipients.push("attendee");
  if (bookedBy === "professional") recipients.push("referrer");
  return recipients.map((recipient) => toRow({ ...about, kind, recipient, occasion }));
}

export function message(about: NewMessage): Insertable<MessageTable> {
  return toRow(about);
}

/** Puts messages into the queue, in the transaction that gives the reason for them. */
export async function queueMessages(tx: Transaction<Database>, messages: Insertable<MessageTable>[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.insertInto("message").values(messages).onConflict((conflict) => conflict.doNothing()).execute();
}
