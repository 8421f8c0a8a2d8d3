import { sql, type Kysely } from "kysely";

/** Events of an organisation that is not trusted yet wait until its alliance has looked at them. */
const trust = `
alter table organisation add column if not exists trusted boolean not null default true;
`;

/** An event that somebody has begun: the form as it stands, which may lack anything. */
const drafts = `
create table event_draft (
  id uuid primary key default gen_random_uuid(),
  organisation text not null references organisation,
  title text not null check (length(title) <= 200),
  form text not null check (length(form) <= 70000),
  updated_at timestamptz not null default now()
);
create index event_draft_organisation on event_draft (organisation, updated_at);
`;

/** Kinds of messages come with each part of the service: the words for them say which there are. */
const messages = `
alter table message drop constraint message_kind_check, add constraint message_kind_check check (kind ~ '^[a-z-]{1,40}$');
create index message_still_right on message (organisation, created_at) where kind = 'still-right';
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [trust, drafts, messages]) await sql.raw(script).execute(db);
}
