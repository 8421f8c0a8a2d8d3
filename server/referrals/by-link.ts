import type { ReferralContact, ReferralDetails } from "../contract/referral.ts";
import { appendAudit, type Actor } from "./audit.ts";
import { addressConfirmed, cancelled, changedTo, erased, referrerProved } from "./changes.ts";
import { openRow } from "./open-row.ts";
import { readLinkToken, type Link } from "./link-token.ts";
import { message, queueMessages } from "./messages.ts";
import type { Referrals, ReferralView } from "./referral.ts";
import { setScope } from "./database/referrals-database.ts";
import { findReferral, isSessionsOf, LIVE_STATES, viewOf } from "./repository.ts";
import { changeReferral, type Transition } from "./transition.ts";

const actorOf = ({ purpose }: Link): Actor => `link:${purpose}`;
const isManaging = ({ purpose }: Link) => purpose === "attendee" || purpose === "referrer";

/** What the holder of a link may see: never a name, as links are forwarded and opened by others. */
export async function readByLink({ db, ring }: Referrals, token: string): Promise<{ link: Link; view: ReferralView } | undefined> {
  const link = readLinkToken(ring, token);
  if (!link) return undefined;
  return db.transaction({ referral: link.referral }, async (tx) => {
    const row = await findReferral(tx, { id: link.referral });
    if (!row) return undefined;
    await setScope(tx, { organisation: row.organisation });
    return { link, view: await viewOf(tx, row) };
  });
}

async function change(referrals: Referrals, token: string, may: (link: Link) => boolean, decide: (link: Link) => Transition["decide"]) {
  const link = readLinkToken(referrals.ring, token);
  if (!link || !may(link)) return undefined;
  return changeReferral(referrals, { scope: { referral: link.referral }, by: { id: link.referral }, actor: actorOf(link), decide: decide(link) });
}

/** False when there was nothing left to cancel. */
export async function cancelByLink(referrals: Referrals, token: string): Promise<boolean> {
  const done = await change(referrals, token, isManaging, ({ purpose }) => cancelled(purpose === "referrer" ? "referrer" : "person"));
  return done?.changed ?? false;
}

export interface Wanted {
  companion: boolean;
  sessions: readonly string[] | null;
}

/** `no-place`: there is none for one more. `gone`: the booking no longer stands, or the sessions are not of its event. */
export async function changeByLink(referrals: Referrals, token: string, wanted: Wanted): Promise<"changed" | "no-place" | "gone"> {
  const found = await readByLink(referrals, token);
  if (!found || !isLive(found.view) || !(await areItsSessions(referrals, found.view, wanted))) return "gone";
  const done = await change(referrals, token, isManaging, () => changedTo(wanted));
  if (!done || !isLive(done.view)) return "gone";
  return isAsWanted(done.view, wanted) ? "changed" : "no-place";
}

function isAsWanted({ companion, sessions }: ReferralView, wanted: Wanted): boolean {
  return companion === wanted.companion && JSON.stringify(sessions) === JSON.stringify(wanted.sessions);
}

function isLive({ state, erased }: ReferralView): boolean {
  return !erased && LIVE_STATES.some((live) => live === state);
}

async function areItsSessions({ db }: Referrals, { event, organisation }: ReferralView, { sessions }: Wanted): Promise<boolean> {
  return sessions === null || db.transaction({ organisation }, (tx) => isSessionsOf(tx, event, sessions));
}

/** Following the link again changes nothing more, and is answered alike. */
export async function confirmByLink(referrals: Referrals, token: string): Promise<"confirmed" | "lapsed" | "gone"> {
  const done = await change(referrals, token, ({ purpose }) => purpose === "confirm-address", () => addressConfirmed);
  if (!done) return "gone";
  if (done.changed || (isLive(done.view) && done.view.confirmBy === null)) return "confirmed";
  return done.view.reason === "lapsed" || done.view.confirmBy !== null ? "lapsed" : "gone";
}

export async function proveByLink(referrals: Referrals, token: string): Promise<boolean> {
  const done = await change(referrals, token, ({ purpose }) => purpose === "prove-address", () => referrerProved);
  return done?.view.referrerProved ?? false;
}

/** What is held about the person, for themselves alone. Undefined when it is erased. It stands in the audit. */
export async function detailsByLink(referrals: Referrals, token: string): Promise<ReferralDetails | undefined> {
  const link = readLinkToken(referrals.ring, token);
  if (link?.purpose !== "attendee") return undefined;
  return referrals.db.transaction({ referral: link.referral }, async (tx) => {
    const row = await findReferral(tx, { id: link.referral });
    const details = row && openRow(referrals, row);
    if (details) await appendAudit(tx, [{ organisation: row.organisation, actor: actorOf(link), action: "view", referral: row.id }]);
    return details;
  });
}

/** Noted in the journal first, so that it holds even when the database is put back to an older day. Whether nothing is held any more. */
export async function eraseByLink(referrals: Referrals, token: string): Promise<boolean> {
  const found = await readByLink(referrals, token);
  if (found?.link.purpose !== "attendee") return false;
  if (found.view.erased) return true;
  await referrals.journal.add(found.link.referral);
  const done = await change(referrals, token, () => true, () => erased);
  return done?.view.erased ?? false;
}

const digits = (value: string) => value.replace(/\D/g, "").replace(/^(0044|44)/, "0");

function isSameContact(one: ReferralContact, other: ReferralContact): boolean {
  if (one.kind === "email" || other.kind === "email") return one.kind === other.kind && one.value.toLowerCase() === other.value.toLowerCase();
  return digits(one.value) === digits(other.value);
}

/** Mails the link to the person's own address, when reference and contact belong together. Whoever asks is not told whether they do. */
export async function sendLinkAgain(referrals: Referrals, { reference, contact }: { reference: string; contact: ReferralContact }): Promise<void> {
  const { db, now } = referrals;
  await db.transaction({ reference }, async (tx) => {
    const row = await findReferral(tx, { reference });
    const details = row && openRow(referrals, row);
    if (!details || details.contact.kind !== "email" || !isSameContact(details.contact, contact)) return;
    const about = { organisation: row.organisation, event: row.event_id, referral: row.id };
    await queueMessages(tx, [message({ ...about, kind: "your-link", recipient: "attendee", occasion: String(now()) })]);
    await appendAudit(tx, [{ organisation: row.organisation, actor: "form", action: "send-link", referral: row.id }]);
  });
}
