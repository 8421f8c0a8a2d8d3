/** An e-mail, ready to be sent. `id` is the message's own: a mail that is sent again after a crash carries the same. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  calendar?: { method: "PUBLISH" | "CANCEL"; content: string };
}

/** Sends mail. Throws `MailError`. */
export interface MailTransport {
  send(mail: Mail): Promise<void>;
  close(): void;
}

/**
 * A mail was not taken. `refused`: this mail will never be. `later`: it may be, on another try. `away`: the server is not there, which
 * says nothing of the mail. `code` is an SMTP status or the name of an error, never what the server wrote.
 */
export class MailError extends Error {
  override name = "MailError";
  readonly outcome: "refused" | "later" | "away";
  readonly code: string;

  constructor(outcome: "refused" | "later" | "away", code: string) {
    super(`The mail was not taken: ${code}`);
    this.outcome = outcome;
    this.code = code;
  }
}
