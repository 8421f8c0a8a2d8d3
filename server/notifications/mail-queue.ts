import { setTimeout as wait } from "node:timers/promises";
import { sql, type Kysely, type Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import { errorLines } from "../error-lines.ts";
import { isDatabaseAway } from "../failure-line.ts";
import { MissingKeyError } from "../sealing/key-ring.ts";
import { SealBrokenError } from "../sealing/cipher.ts";
import { compose, type MessageRow, type NoMail, type Sender } from "./compose.ts";
import { MailError, type MailTransport } from "./mail.ts";

const LOOK_EVERY_MS = 1_000;
const RETRY_MS = 60_000;
const RETRY_AT_MOST_MS = 6 * 60 * 60 * 1000;
const MAX_ATTEMPTS = 8;
/** A mail server that is away for longer than this is no longer waited for. */
const GIVE_UP_AFTER_MS = 3 * 24 * 60 * 60 * 1000;

export interface MailQueueOptions extends Sender {
  /** As the user that takes referrals. */
  db: Kysely<Database>;
  transport: MailTransport;
  log: (line: string) => void;
  /** How long to wait before the second try; each next one waits four times as long. */
  retryMs?: number;
}

export interface MailQueue {
  /** Waits for the mail under way. */
  close(): Promise<void>;
}

type Tx = Transaction<Database>;

function claim(tx: Tx): Promise<MessageRow | undefined> {
  return tx.selectFrom("message").selectAll().where("sent_at", "is", null).where("failed_at", "is", null).where("send_after", "<=", sql<Date>`now()`)
    .orderBy("send_after").limit(1).forUpdate().skipLocked().executeTakeFirst();
}

async function settle(tx: Tx, { id }: MessageRow, set: Partial<Pick<MessageRow, "sent_at" | "failed_at" | "failure" | "attempts" | "send_after">>): Promise<void> {
  await tx.updateTable("message").set(set).where("id", "=", id).execute();
}

function fail(tx: Tx, message: MessageRow, failure: NoMail | string): Promise<void> {
  return settle(tx, message, { failed_at: new Date(), failure });
}

function tryAgain(tx: Tx, message: MessageRow, { outcome, code }: MailError, retryMs: number): Promise<void> {
  const attempts = outcome === "away" ? message.attempts : message.attempts + 1;
  const isHopeless = attempts >= MAX_ATTEMPTS || Date.now() - message.created_at.getTime() > GIVE_UP_AFTER_MS;
  if (outcome === "refused" || isHopeless) return fail(tx, message, code);
  const delay = Math.min(retryMs * 4 ** Math.max(0, attempts - 1), RETRY_AT_MOST_MS);
  return settle(tx, message, { attempts, failure: code, send_after: new Date(Date.now() + delay) });
}

/** Details that do not open must not hold up the messages behind them: a key may be missing for a while. */
function explainSeal(error: unknown): never {
  throw error instanceof SealBrokenError || error instanceof MissingKeyError ? new MailError("later", "sealed") : error;
}

/**
 * Sends one message, if one is due. It is held by a row lock until it is sent and marked: a worker that is killed gives it back at
 * once, and no other takes it meanwhile. (A queue of jobs that marks them as taken, such as graphile-worker, would keep what a killed
 * worker had for hours.) Killed between the two it is sent again, with the same Message-ID.
 */
async function sendOne(options: MailQueueOptions): Promise<boolean> {
  const { db, transport, retryMs = RETRY_MS } = options;
  return db.transaction().execute(async (tx) => {
    const message = await claim(tx);
    if (!message) return false;
    try {
      const mail = await compose(tx, options, message).catch(explainSeal);
      if (typeof mail === "string") {
        await fail(tx, message, mail);
        return true;
      }
      await transport.send(mail);
      await settle(tx, message, { sent_at: new Date(), failure: null });
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      await tryAgain(tx, message, error, retryMs);
    }
    return true;
  });
}

async function work(options: MailQueueOptions, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const sent = await sendOne(options).catch((error: unknown) => {
      if (!isDatabaseAway(error)) options.log(`A message could not be made: ${errorLines(error)}`);
      return false;
    });
    // An abort ends the wait early, which is all it is for.
    if (!sent) await wait(LOOK_EVERY_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
}

/** Sends what is in the queue, one by one, until it is closed. Any number of services may do so on one database. */
export function startMailQueue(options: MailQueueOptions): MailQueue {
  const stopping = new AbortController();
  const working = work(options, stopping.signal);
  return {
    async close() {
      stopping.abort();
      await working;
      options.transport.close();
    },
  };
}
