import { sql, type Kysely } from "kysely";

/** Each version of the finder's single file, as it was first published, so that every later service can serve it unchanged. */
const releases = `
create table widget_release (
  version text primary key check (version ~ '^[0-9]+\\.[0-9]+\\.[0-9]+$'),
  script bytea not null,
  released_at timestamptz not null default now()
);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(releases).execute(db);
}
