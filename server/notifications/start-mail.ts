import { connect } from "../../db/connect.ts";
import type { Referrals } from "../referrals/referral.ts";
import { startMailQueue, type MailQueue } from "./mail-queue.ts";
import type { Outbox } from "./outbox.ts";
import { smtpTransport } from "./smtp.ts";

export interface MailOptions {
  referrals: Referrals;
  referralsUrl: string;
  mail: { smtpUrl: string; from: string } | undefined;
  /** Where mails are kept instead, where no mail server is set. */
  outbox: Outbox | undefined;
  /** The service's own public address, without a slash at its end. */
  baseUrl: string;
  log: (line: string) => void;
}

const NOBODY = "events@example.org";

/** Sends messages to the mail server, or into the outbox. With neither they stay in the queue until there is one. */
export function startMail({ referrals, referralsUrl, mail, outbox, baseUrl, log }: MailOptions): MailQueue | undefined {
  const transport = mail ? smtpTransport({ url: mail.smtpUrl, from: mail.from }) : outbox;
  if (!transport) {
    log("No e-mails are sent: set SMTP_URL and MAIL_FROM. Until then they wait in the database.");
    return undefined;
  }
  const db = connect(referralsUrl, { connections: 1 });
  const queue = startMailQueue({ db, ring: referrals.ring, now: referrals.now, transport, baseUrl, from: mail?.from ?? NOBODY, log });
  return {
    async close() {
      await queue.close();
      await db.destroy();
    },
  };
}
