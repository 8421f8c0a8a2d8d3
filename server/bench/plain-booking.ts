import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";

const EVENT = `select id, organisation, status, ends_at, capacity, places_taken, waiting_list, waiting_count,
  set_config('hwbe.organisation', organisation, true) from event where id = $1 for update`;
const SAME = "select id from referral where event_id = $1 and person_index = $2 and state in ('received', 'waiting', 'confirmed') order by created_at limit 1";
const REFERRAL = `insert into referral (id, reference, event_id, organisation, booked_by, contact_kind, state, party_size, same_person_as,
  created_at, state_at, sealed, sealed_key, key_id, person_index)
  values ($1, $2, $3, $4, 'patient', 'email', 'confirmed', 1, $5, $6, $6, $7, $8, 'one', $9) returning *`;
const MESSAGES = `insert into message (organisation, event_id, referral_id, kind, recipient, occasion)
  values ($1, $2, $3, 'booked', 'attendee', ''), ($1, $2, null, 'new-referrals', 'organiser', $4) on conflict do nothing`;

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const letters = (bytes: Buffer) => Array.from(bytes, (byte) => ALPHABET[byte & 31]).join("");

/** What a booking writes, as the statements that a person would type, with nothing sealed and nothing in between. */
export async function bookPlainly(pool: pg.Pool, event: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const key = randomBytes(32);
    await client.query("insert into referral_request (scope, key, fingerprint) values ('form', $1, $2) on conflict do nothing returning scope", [key, randomBytes(32)]);
    const { rows: [row] } = await client.query<{ organisation: string; places_taken: number; waiting_count: number }>(EVENT, [event]);
    await client.query("update event set places_taken = $2, waiting_count = $3 where id = $1", [event, row!.places_taken + 1, row!.waiting_count]);
    const [id, index, now] = [randomUUID(), randomBytes(32), new Date()];
    const reference = `HWB-${letters(randomBytes(4))}-${letters(randomBytes(4))}`;
    const { rows: same } = await client.query<{ id: string }>(SAME, [event, index]);
    await client.query(REFERRAL, [id, reference, event, row!.organisation, same[0]?.id ?? null, now, randomBytes(200), randomBytes(60), index]);
    await client.query(MESSAGES, [row!.organisation, event, id, now.toISOString().slice(0, 13)]);
    await client.query("update referral_request set answer = $2 where scope = 'form' and key = $1", [key, JSON.stringify({ reference })]);
    await client.query("select append_audit($1, 'form', 'create', $2)", [row!.organisation, id]);
    await client.query("commit");
  } finally {
    client.release();
  }
}
