import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../../db/embedded.ts";

export interface TestServer {
  /** The server as its superuser. */
  adminUrl: string;
  close(): Promise<void>;
}

/** The address, as superuser, of a server that serves all test files of a run. */
export const TEST_SERVER = "TEST_DATABASE_URL";

/** A PostgreSQL that lives in a folder for temporary files and is gone, with the folder, when it is closed. */
export async function startTestServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "hwbe-test-"));
  // As root the server runs as another user, who has to come here.
  await chmod(dataDir, 0o755);
  const { adminUrl, stop } = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  return {
    adminUrl,
    async close() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

let own: Promise<TestServer> | undefined;
let users = 0;

/** The server of the run, or one of this process's own, which ends when nobody uses it any more. */
export async function openTestServer(): Promise<TestServer> {
  const given = process.env[TEST_SERVER];
  if (given) return { adminUrl: given, close: () => Promise.resolve() };
  users++;
  const { adminUrl, close } = await (own ??= startTestServer());
  return {
    adminUrl,
    async close() {
      if (--users > 0) return;
      own = undefined;
      await close();
    },
  };
}
