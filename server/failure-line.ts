import { EmbeddedPostgresError } from "../db/embedded.ts";
import { ConfigError } from "./config.ts";
import { UnreadableFileError } from "./imports/unreadable-file.ts";
import { ListenError } from "./listen.ts";
import { KeysError } from "./sealing/read-keys.ts";

const AWAY = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "ECONNRESET", "EHOSTUNREACH", "ENETUNREACH"]);
/**
 * invalid_password, invalid_authorization, invalid_catalog_name, too_many_connections, cannot_connect_now; and those that end a
 * connection in use: admin_shutdown, crash_shutdown, connection_failure and their like (PostgreSQL, appendix A).
 */
const REFUSED = new Set(["28P01", "28000", "3D000", "53300", "57P01", "57P02", "57P03", "08000", "08003", "08006"]);
/** Raised by our own migration. */
const ROLE_MISSING = "HW001";

/** Whether an error says that a database cannot be reached, rather than that something in it is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: unknown[] };
  if (Array.isArray(errors) && errors.some(isDatabaseAway)) return true;
  return AWAY.has(code ?? "") || REFUSED.has(code ?? "") || /timeout|terminated|not queryable/i.test(message ?? "");
}

/** Errors whose message is such a line already. */
const TOLD = [ConfigError, ListenError, EmbeddedPostgresError, UnreadableFileError, KeysError];

/** One line that says what is wrong and what to change; undefined for a fault that is ours. */
export function failureLine(error: unknown): string | undefined {
  if (TOLD.some((known) => error instanceof known)) return (error as Error).message;
  if ((error as { code?: string }).code === ROLE_MISSING) {
    return 'The database has no role hwbe_referrals, and the user of DATABASE_URL may not create one: run "create role hwbe_referrals nologin" as one who may.';
  }
  if (!isDatabaseAway(error)) return undefined;
  const { code, message } = error as { code?: string; message: string };
  return `The database of DATABASE_URL cannot be reached (${message || code}): check the address and that it runs, or leave DATABASE_URL out.`;
}
