import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  to: string[];
  /** The whole mail as it came, headers first. */
  source: string;
  messageId: string;
}

/** A mail server that keeps what it gets, and refuses what it is told to. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  /** Gives the SMTP status with which a recipient is refused. */
  refuse: (to: string) => number | undefined = () => undefined;
  #port: number;
  #server: SMTPServer | undefined;

  private constructor(port: number) {
    this.#port = port;
  }

  static async start(): Promise<MailServer> {
    const server = new MailServer(0);
    await server.up();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** At the same port each time. */
  async up(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onRcptTo: ({ address }, _session, done) => {
        const status = this.refuse(address);
        done(status === undefined ? null : Object.assign(new Error("No"), { responseCode: status }));
      },
      onData: (stream, session, done) => {
        void text(stream).then((source) => {
          const messageId = /^message-id: <([^>]+)>/im.exec(source)?.[1] ?? "";
          this.mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), source, messageId });
          done();
        }, done);
      },
    });
    server.on("error", () => undefined);
    server.listen(this.#port, "127.0.0.1");
    await once(server.server, "listening");
    this.#port = (server.server.address() as AddressInfo).port;
    this.#server = server;
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

function undoPart(part: string): string {
  const [head = "", ...body] = part.split(/\r?\n\r?\n/);
  const text = body.join("\n\n");
  if (/base64/i.test(head)) return `${head}\n${Buffer.from(text, "base64").toString()}`;
  if (!/quoted-printable/i.test(head)) return part;
  return `${head}\n${text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
}

/** What a mail says in all of its parts, with their encodings undone. */
export function mailText({ source }: Pick<ReceivedMail, "source">): string {
  return source.split(/^--[^\n]*\r?\n/m).map(undoPart).join("\n");
}
