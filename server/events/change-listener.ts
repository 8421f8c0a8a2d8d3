import pg from "pg";

export interface Listener {
  close(): Promise<void>;
}

const RETRY_MS = 1_000;

/** Calls back when the database announces a change, and each time that listening begins (again). It reconnects for ever. */
export function listen(databaseUrl: string, onChange: () => void): Listener {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  function lost(from: pg.Client): void {
    if (closed || client !== from) return;
    client = undefined;
    from.end().catch(() => undefined);
    retry = setTimeout(() => void start(), RETRY_MS);
    onChange();
  }

  async function start(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: 5_000, application_name: "hwbe-follow" });
    client = next;
    next.on("error", () => lost(next));
    next.on("end", () => lost(next));
    next.on("notification", onChange);
    try {
      await next.connect();
      await next.query("listen directory_change");
      onChange();
    } catch {
      lost(next);
    }
  }

  void start();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
