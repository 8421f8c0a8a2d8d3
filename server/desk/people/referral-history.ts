import { html } from "hono/html";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema.ts";
import type { Html } from "../../pages/markup.ts";
import type { AuditAction } from "../../referrals/audit.ts";
import { longDate, time } from "../../wording/dates.ts";

/** What is told of the audit. That somebody looked is told of the first time alone. */
const WORDS: Partial<Record<AuditAction, string>> = {
  create: "Asked for a place", view: "Opened", change: "Changed", cancel: "Cancelled", confirm: "Confirmed", decline: "Declined", promote: "Got a place from the waiting list",
  move: "Moved to another event", attended: "Noted as having come", "did-not-attend": "Noted as not having come", "confirm-address": "Email address confirmed",
  "prove-address": "Email address of the referrer confirmed", lapse: "Ended, as the email address was not confirmed", erase: "Details deleted", "send-link": "Link sent again",
};

function whoDid(actor: string): string {
  const [kind = "", rest = ""] = actor.split(":");
  if (kind === "staff") return "by your organisation";
  if (kind === "api") return "by a system";
  if (kind === "link") return rest === "referrer" || rest === "prove-address" ? "by who referred them" : "by the person";
  return kind === "form" ? "on the web page" : "by this service";
}

interface Line {
  at: Date;
  actor: string;
  words: string;
}

/** The lines of the audit about one referral that change something, and the first look at it, in the order of time. */
async function readHistory(db: Kysely<Database>, referral: string): Promise<Line[]> {
  const rows = await db.selectFrom("audit").select(["at", "actor", "action"]).where("referral_id", "=", referral).orderBy("at").orderBy("number").execute();
  const firstLook = rows.find(({ action, actor }) => action === "view" && !actor.startsWith("link:"));
  return rows.flatMap((row) => {
    const words = WORDS[row.action as AuditAction];
    return words === undefined || (row.action === "view" && row !== firstLook) ? [] : { at: row.at, actor: row.actor, words };
  });
}

/** What became of a referral, and when. */
export async function historySection(db: Kysely<Database>, referral: string): Promise<Html> {
  const lines = await readHistory(db, referral);
  return html`<section aria-labelledby="history"><h2 class="nhsuk-heading-m" id="history">History</h2>
<ol class="nhsuk-list">${lines.map(({ at, actor, words }) => html`<li><strong>${words}</strong> ${whoDid(actor)}, ${time(at.getTime())} on ${longDate(at.getTime())}</li>`)}</ol></section>`;
}
