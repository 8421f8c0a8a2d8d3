import pg from "pg";

const TIMES = 5;

async function changeNumber(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/events?limit=1`);
  return ((await answer.json()) as { changeNumber: number }).changeNumber;
}

/** The longest of some times from a committed change to a feed that shows it, in milliseconds. */
export async function changeVisible(port: number, databaseUrl: string): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  let longest = 0;
  try {
    for (let time = 0; time < TIMES; time++) {
      const before = await changeNumber(port);
      await client.query("update event set title = title || '.' where id = (select min(id::text)::uuid from event where status = 'published')");
      const committed = performance.now();
      while ((await changeNumber(port)) === before);
      longest = Math.max(longest, performance.now() - committed);
    }
  } finally {
    await client.end();
  }
  return longest;
}
