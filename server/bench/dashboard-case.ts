import assert from "node:assert/strict";
import { Hono } from "hono";
import { connect } from "../../db/connect.ts";
import type { Staff } from "../accounts/staff.ts";
import { registerDashboard } from "../desk/dashboard/routes.ts";
import { allFigures } from "../desk/dashboard/figures/all-figures.ts";
import { readPeriod } from "../desk/dashboard/period.ts";
import { scopesOf } from "../desk/dashboard/scope.ts";
import { HISTORY_NOW, insertHistory, type HistorySize } from "../desk/dashboard/testing/large-history.ts";
import { DeskRoutes } from "../desk/desk-routes.ts";
import { testRing } from "../testing/referrals.ts";

const ROUNDS = 15;
const ADMINISTRATOR: Staff = { id: "bench", name: "Bench", roles: [{ role: "administrator" }], hasSecondFactor: true };

/** In milliseconds; `page` and `counting` of the median round. */
interface DashboardCase {
  first: number;
  page: number;
  counting: number;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await time(work));
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1]!;
}

/** The whole page with all its figures over 12 months, beside the same counts without a page. */
export async function dashboardCase(databaseUrl: string, size: HistorySize): Promise<DashboardCase> {
  const db = connect(databaseUrl);
  try {
    await insertHistory(db, size);
    const app = new Hono();
    const now = () => HISTORY_NOW;
    registerDashboard(new DeskRoutes(app, { signIn: { current: () => Promise.resolve(ADMINISTRATOR) }, ring: testRing(), now }), { db, now });
    const page = async () => {
      const answer = await app.request("https://events.example/desk/dashboard");
      assert.equal((await answer.text()).match(/<svg class="hwbe-chart/g)?.length, 7);
    };
    const [scope] = await scopesOf(db, ADMINISTRATOR);
    const reading = readPeriod(new URLSearchParams(), "2026-06-15");
    assert.ok(scope && "value" in reading);
    const question = { scope, period: reading.value, now: HISTORY_NOW };
    return { first: await time(page), page: await median(page), counting: await median(() => allFigures(db, question)) };
  } finally {
    await db.destroy();
  }
}
