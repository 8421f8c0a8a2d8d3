import { html } from "hono/html";
import { OTHER_HOSTS } from "../../../sites/site-counter.ts";
import { readSiteDays, readSiteLoads } from "../../../sites/site-rows.ts";
import { longDate } from "../../../wording/dates.ts";
import { addDays, londonDate } from "../../../wording/london-time.ts";
import { sendTitled } from "../../desk-page.ts";
import type { DeskRoutes } from "../../desk-routes.ts";
import type { DeskDependencies } from "../../routes.ts";
import { spreadsheetCsv } from "../../spreadsheet-csv.ts";
import { responsiveTable } from "../responsive-table.ts";

const SITES = "/desk/directory/sites";
const DAYS = 30;

const hostWords = (host: string) => (host === OTHER_HOSTS ? "Other websites" : host);

/** Which websites show the finder, and how often it was opened there. */
export function registerSites(routes: DeskRoutes, { db, now }: DeskDependencies): void {
  const firstDay = () => addDays(londonDate(now()), 1 - DAYS);

  routes.get("coordinator", SITES, async (c, visit) => {
    const rows = await readSiteLoads(db, firstDay());
    return sendTitled(c, visit, { title: "Websites with the finder", current: "directory", isWide: true, back: { href: "/desk/directory", text: "Directory" } }, html`
<p>The last ${DAYS} days. We count how often the finder was opened on each website. We keep nothing about who opened it.</p>
<p>The counts are about right: who comes back within a minute may not be counted, and who changes a filter may be counted twice.</p>
${rows.length === 0 ? html`<p>No website has shown the finder yet.</p>` : html`${responsiveTable({
      caption: `Websites with the finder in the last ${DAYS} days`, headings: ["Website", "Times opened", "Days", "Last opened"],
      rows: rows.map(({ host, loads, days, last_day }) => [hostWords(host), loads.toLocaleString("en-GB"), String(days), longDate(Date.parse(last_day))]),
    })}
<p><a href="${SITES}.csv">Download each day as a CSV file</a></p>`}`);
  });

  routes.get("coordinator", `${SITES}.csv`, async (c) => {
    const rows = await readSiteDays(db, firstDay());
    const lines = [["website", "day", "times opened"], ...rows.map(({ host, day, loads }) => [host, day, String(loads)])];
    return c.body(spreadsheetCsv(lines), 200, {
      "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="websites-with-the-finder.csv"',
    });
  });
}
