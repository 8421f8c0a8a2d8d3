import { sql, type Kysely } from "kysely";

/** When a referral was first confirmed. What was confirmed and has moved on since is not known any more, and stays empty. */
const confirmed = `
alter table referral add column confirmed_at timestamptz;
update referral set confirmed_at = state_at where state = 'confirmed';

create function note_first_confirmed() returns trigger language plpgsql as $$
begin
  new.confirmed_at := new.state_at;
  return new;
end $$;
create trigger note_first_confirmed before insert or update of state on referral for each row
  when (new.state = 'confirmed' and new.confirmed_at is null) execute function note_first_confirmed();
`;

/** What the figures are counted by. */
const indexes = `
create index event_starts_at on event (starts_at);
create index referral_created_at on referral (created_at);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [confirmed, indexes]) await sql.raw(script).execute(db);
}
