import { randomUUID } from "node:crypto";
import { letterHtml, letterText, type Letter } from "../notifications/letter.ts";
import { MailError, type MailTransport } from "../notifications/mail.ts";

const RETRY_MS = [0, 5_000, 30_000];

export function signInLetter(url: string): Letter {
  return {
    subject: "Your link to sign in",
    before: ["You asked to sign in to the desk of cancer wellbeing events.", "The link works once, for 10 minutes."],
    link: { text: "Sign in", url },
    after: ["If you did not ask for it, do nothing."],
  };
}

export function invitationLetter(url: string): Letter {
  return {
    subject: "You are invited to the events desk",
    before: ["You can publish events and see who comes, at the desk of cancer wellbeing events in London.", "The link works once, for 14 days."],
    link: { text: "Take up the invitation", url },
    after: ["If you do not know what this is, do nothing."],
  };
}

/** Sends letters to staff in the background, so that no answer tells by its time whether there was one to send. */
export class StaffMail {
  readonly #transport: MailTransport | undefined;
  readonly #log: (line: string) => void;
  readonly #stopping = new AbortController();
  readonly #sending = new Set<Promise<void>>();

  constructor(transport: MailTransport | undefined, log: (line: string) => void) {
    this.#transport = transport;
    this.#log = log;
  }

  send(to: string, letter: Letter): void {
    const sending = this.#send(to, letter).finally(() => this.#sending.delete(sending));
    this.#sending.add(sending);
  }

  async #send(to: string, letter: Letter): Promise<void> {
    if (!this.#transport) return this.#log("A letter to a member of staff could not be sent: set SMTP_URL and MAIL_FROM.");
    const mail = { id: randomUUID(), to, subject: letter.subject, text: letterText(letter, { isAboutEvent: false }), html: letterHtml(letter, { isAboutEvent: false }) };
    for (const [attempt, wait] of RETRY_MS.entries()) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        this.#stopping.signal.addEventListener("abort", () => { clearTimeout(timer); resolve(); }, { once: true });
      });
      try {
        return await this.#transport.send(mail);
      } catch (error) {
        if (!(error instanceof MailError)) throw error;
        if (error.outcome === "refused" || attempt === RETRY_MS.length - 1) return this.#log(`A letter to a member of staff was not taken: ${error.code}`);
      }
    }
  }

  /** Waits for the letters under way; those that wait for another try have it now. */
  async close(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#sending);
  }
}
