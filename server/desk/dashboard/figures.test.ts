import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { createTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { countLastConfirmed } from "./counts/last-confirmed.ts";
import { countPlacesByMonth, countTotals } from "./counts/places.ts";
import { countByBorough, countByGroupAndStage, countOutsideBoroughs } from "./counts/provision.ts";
import type { Question } from "./counts/question.ts";
import { countByOrganisation, countByRoute } from "./counts/referrals.ts";
import { countTimes } from "./counts/times.ts";
import { readPeriod } from "./period.ts";
import type { Scope } from "./scope.ts";
import { HISTORY_NOW, insertHistory } from "./testing/large-history.ts";

const SIZE = { events: 10_000, referrals: 50_000 };

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
  await insertHistory(database.db, SIZE);
});
after(() => database?.drop());

const base = { key: "", name: "", tellsOrganisations: true };

/** Each scope, with the same said in plain SQL of an event `e`. The trust and the alliance are real ones of the reference data. */
const SCOPES: Record<string, { scope: Scope; plain: string }> = {
  London: { scope: { ...base, kind: "london", slug: "" }, plain: "true" },
  "an alliance": {
    scope: { ...base, kind: "alliance", slug: "selca" },
    plain: `(exists (select from organisation o where o.slug = e.organisation and o.alliance = 'selca') or exists (
      select from venue v where v.slug = e.venue and v.borough_gss in ('E09000004', 'E09000006', 'E09000011', 'E09000022', 'E09000023', 'E09000028')))`,
  },
  "an organisation": { scope: { ...base, kind: "organisation", slug: "leukaemia-care" }, plain: "e.organisation = 'leukaemia-care'" },
};

const YEAR = "'2025-07-01 00:00+01' and '2026-06-30 23:59:59.999+01'";
const BEFORE = "'2024-07-01 00:00+01' and '2025-06-30 23:59:59.999+01'";
const PUBLIC = "e.status <> 'draft' and e.status <> 'cancelled' and e.status <> 'awaiting-moderation'";

function question(scope: Scope): Question {
  const reading = readPeriod(new URLSearchParams(), "2026-06-15");
  assert.ok("value" in reading);
  return { scope, period: reading.value, now: HISTORY_NOW };
}

async function plainly(text: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`${sql.raw(text)}`.execute(database.db);
  return rows;
}

const byJson = (a: unknown, b: unknown) => JSON.stringify(a).localeCompare(JSON.stringify(b));
function sameRows(ours: readonly object[], plain: readonly object[]): void {
  assert.ok(plain.length > 0);
  assert.deepEqual(ours.map((row) => ({ ...row })).toSorted(byJson), plain.map((row) => ({ ...row })).toSorted(byJson));
}

for (const [name, { scope, plain }] of Object.entries(SCOPES)) {
  const asked = question(scope);

  test(`${name}: events by borough are what plain SQL counts`, async () => {
    const ours = await countByBorough(database.db, asked);
    const held = `with held as materialized (select e.starts_at, v.borough_gss as gss from event e join venue v on v.slug = e.venue where ${PUBLIC} and ${plain})`;
    const inBorough = (days: string) => `(select count(*) from held where held.gss = b.gss and starts_at between ${days})`;
    const plainRows = await plainly(`${held} select b.name as borough, ${inBorough(YEAR)} as events, ${inBorough(BEFORE)} as earlier from borough b`);
    const listed = plainRows.filter((row) => ours.some((borough) => borough.name === row["borough"]) || row["events"] !== 0 || row["earlier"] !== 0);
    sameRows(ours.map(({ name: borough, events, before: earlier }) => ({ borough, events, earlier })), listed);
    const outside = await countOutsideBoroughs(database.db, asked);
    const [all] = await plainly(`select count(*) as n from event e where ${PUBLIC} and ${plain} and e.starts_at between ${YEAR}`);
    assert.equal(ours.reduce((sum, { events }) => sum + events, outside.online + outside.elsewhere), all?.["n"]);
  });

  test(`${name}: events by tumour group and stage are what plain SQL counts`, async () => {
    const listed = `select e.id from event e where ${PUBLIC} and ${plain} and e.starts_at between ${YEAR}`;
    sameRows(await countByGroupAndStage(database.db, asked), await plainly(`
      with pairs as (
        select e.id, g.top as "group", s.stage from (${listed}) e
        left join (select event_id, case when t.parent is null then t.slug else t.parent end as top from event_tumour_group g, tumour_group t where t.slug = g.tumour_group) g on g.event_id = e.id
        left join event_stage s on s.event_id = e.id)
      select "group", stage, count(distinct id) as events from pairs group by "group", stage`));
  });

  test(`${name}: places by month are what plain SQL counts`, async () => {
    sameRows(await countPlacesByMonth(database.db, asked), await plainly(`
      select to_char(e.starts_at at time zone 'Europe/London', 'YYYY-MM') as month, coalesce(sum(e.capacity), 0)::int as offered, sum(e.places_taken)::int as taken, sum(e.waiting_count)::int as waiting,
        sum((select coalesce(sum(r.party_size), 0) from referral r where r.event_id = e.id and r.state = 'attended'))::int as attended
      from event e where ${PUBLIC} and ${plain} and e.starts_at between ${YEAR} group by 1`));
  });

  test(`${name}: the totals of both periods are what plain SQL counts`, async () => {
    for (const [days, between] of [[asked.period, YEAR], [asked.period.before, BEFORE]] as const) {
      const [counted] = await plainly(`
        select count(*) as events, coalesce(sum(capacity), 0) as offered, coalesce(sum(places_taken), 0) as taken, coalesce(sum(waiting_count), 0) as waiting,
          (select coalesce(sum(party_size), 0) from referral r, event e where r.event_id = e.id and r.state = 'attended' and ${PUBLIC} and ${plain} and e.starts_at between ${between}) as attended,
          (select count(*) from referral r, event e where r.event_id = e.id and ${plain} and r.created_at between ${between}) as referrals
        from event e where ${PUBLIC} and ${plain} and e.starts_at between ${between}`);
      assert.deepEqual({ ...(await countTotals(database.db, asked, days)) }, { ...counted });
    }
  });

  test(`${name}: referrals by route and by organisation are what plain SQL counts`, async () => {
    const counts = `count(*) filter (where r.created_at between ${YEAR}) as referrals, count(*) filter (where r.created_at between ${BEFORE}) as before`;
    const from = `from referral r, event e, organisation o where r.event_id = e.id and o.slug = e.organisation and ${plain} and (r.created_at between ${YEAR} or r.created_at between ${BEFORE})`;
    sameRows(await countByOrganisation(database.db, asked), await plainly(`select o.name, ${counts} ${from} group by o.name`));
    const routes = [["patient", "r.booked_by = 'patient' and r.api_key is null"], ["carer", "r.booked_by like 'carer%' and r.api_key is null"],
      ["professional", "r.booked_by = 'professional' and r.api_key is null"], ["system", "r.api_key is not null"]];
    const byRoute = await Promise.all(routes.map(([route, where]) => plainly(`select '${route}' as name, ${counts} ${from} and ${where}`)));
    sameRows(await countByRoute(database.db, asked), byRoute.flat());
  });

  test(`${name}: how long referrals waited is what a sorted list says`, async () => {
    const ours = await countTimes(database.db, asked, asked.period);
    const rows = await plainly(`select extract(epoch from r.seen_at - r.created_at)::float8 as seen, extract(epoch from r.confirmed_at - r.created_at)::float8 as confirmed
      from referral r, event e where r.event_id = e.id and ${plain} and r.created_at between ${YEAR}`) as { seen: number | null; confirmed: number | null }[];
    const [seen, confirmed] = (["seen", "confirmed"] as const).map((key) => rows.flatMap((row) => row[key] ?? []).toSorted((a, b) => a - b)) as [number[], number[]];
    const later = confirmed.filter((seconds) => seconds > 0);
    const at = (list: number[], share: number) => {
      const place = share * (list.length - 1);
      const [low, high] = [list[Math.floor(place)]!, list[Math.ceil(place)]!];
      return Math.round(low + (high - low) * (place % 1));
    };
    const spread = (list: number[]) => ({ median: at(list, 0.5), ninetieth: at(list, 0.9) });
    const rounded = (pair: { median: number; ninetieth: number } | undefined) => pair && { median: Math.round(pair.median), ninetieth: Math.round(pair.ninetieth) };
    assert.deepEqual({ ...ours, untilSeen: rounded(ours.untilSeen), untilConfirmed: rounded(ours.untilConfirmed) }, {
      referrals: rows.length, seen: seen.length, confirmedAtOnce: confirmed.length - later.length, confirmedLater: later.length, untilSeen: spread(seen), untilConfirmed: spread(later),
    });
  });

  test(`${name}: when events to come were last confirmed is what plain SQL counts`, async () => {
    sameRows(await countLastConfirmed(database.db, asked), await plainly(`
      select o.name, sum((date '2026-06-15' - e.last_confirmed <= 60)::int) as fresh, sum((date '2026-06-15' - e.last_confirmed between 61 and 90)::int) as asked,
        sum((date '2026-06-15' - e.last_confirmed > 90)::int) as stale, sum((e.last_confirmed is null)::int) as never
      from event e, organisation o where o.slug = e.organisation and ${PUBLIC} and ${plain} and e.ends_at > '2026-06-15 12:00Z' group by o.name`)
      .then((rows) => rows.map((row) => ({ ...row, fresh: row["fresh"] ?? 0, asked: row["asked"] ?? 0, stale: row["stale"] ?? 0 }))));
  });
}
