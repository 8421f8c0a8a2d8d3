import type { Mail, MailTransport } from "./mail.ts";

const KEPT = 200;

export interface OutboxMail extends Mail {
  /** Milliseconds since 1970. */
  at: number;
}

/** Keeps the last mails in memory, for a demonstration without a mail server. They are gone when the service stops. */
export class Outbox implements MailTransport {
  readonly #mails: OutboxMail[] = [];
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  send(mail: Mail): Promise<void> {
    this.#mails.unshift({ ...mail, at: this.#now() });
    this.#mails.splice(KEPT);
    return Promise.resolve();
  }

  /** Newest first. */
  mails(): readonly OutboxMail[] {
    return this.#mails;
  }

  find(id: string): OutboxMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  close(): void {
    this.#mails.length = 0;
  }
}
