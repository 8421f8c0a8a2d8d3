import { createTransport } from "nodemailer";
import { MailError, type Mail, type MailTransport } from "./mail.ts";

const TIMEOUT_MS = 20_000;
const AWAY = new Set(["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "ETLS", "EAUTH", "ENOAUTH", "EPROTOCOL", "ECONNREFUSED", "ECONNRESET"]);

function explain(error: unknown): MailError {
  const { responseCode, code = "" } = error as { responseCode?: number; code?: string };
  if (code === "EAUTH" || (responseCode === undefined && AWAY.has(code))) return new MailError("away", code);
  if (responseCode !== undefined) return new MailError(responseCode >= 500 ? "refused" : "later", String(responseCode));
  return new MailError("later", /^[A-Z]{1,20}$/.test(code) ? code : "unknown");
}

/** Sends by SMTP (RFC 5321), over connections that are kept. `url` is such as `smtps://user:password@host`. */
export function smtpTransport({ url, from }: { url: string; from: string }): MailTransport {
  const { hostname } = new URL(url);
  // These mails carry links to health data: they never go over a network unencrypted.
  const requireTLS = !["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  const transport = createTransport({ url, requireTLS, pool: true, maxConnections: 2, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS });
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    async send({ id, to, subject, text, html, calendar }: Mail): Promise<void> {
      try {
        await transport.sendMail({
          from: { name: "Events in London", address: from },
          to: { name: "", address: to },
          messageId: `<${id}@${domain}>`,
          subject,
          text,
          html,
          headers: { "Auto-Submitted": "auto-generated" },
          ...(calendar && { icalEvent: { method: calendar.method, filename: "booking.ics", content: calendar.content } }),
        });
      } catch (error) {
        throw explain(error);
      }
    },
    close: () => transport.close(),
  };
}
