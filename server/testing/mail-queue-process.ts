import { once } from "node:events";
import { connect } from "../../db/connect.ts";
import { KeyRing } from "../sealing/key-ring.ts";
import { startMailQueue } from "../notifications/mail-queue.ts";
import { smtpTransport } from "../notifications/smtp.ts";

interface Setup {
  referralsUrl: string;
  smtpUrl: string;
  key: Buffer;
  secret: Buffer;
}

const [{ referralsUrl, smtpUrl, key, secret }] = (await once(process, "message")) as [Setup];
const from = "events@example.org";
startMailQueue({
  db: connect(referralsUrl, { connections: 2 }),
  ring: new KeyRing(() => ({ current: "one", byId: new Map([["one", Buffer.from(key)]]) }), Buffer.from(secret)),
  transport: smtpTransport({ url: smtpUrl, from }),
  baseUrl: "https://events.example",
  from,
  now: Date.now,
  log: (line) => process.stderr.write(`${line}\n`),
  retryMs: 100,
});
