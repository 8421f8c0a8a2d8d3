import { html } from "hono/html";
import type { Context } from "hono";
import { toForm } from "../../pages/fields/to-form.ts";
import type { Html } from "../../pages/markup.ts";
import { londonDate } from "../../wording/london-time.ts";
import { sendNotFound, sendTitled } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import type { Visit } from "../visit.ts";
import { drawPicture } from "./charts/draw-picture.ts";
import type { Question } from "./counts/question.ts";
import { spreadsheetCsv } from "../spreadsheet-csv.ts";
import { figureSection } from "./figure-section.ts";
import { allFigures, oneFigure } from "./figures/all-figures.ts";
import { daysInWords, readPeriod } from "./period.ts";
import { periodForm } from "./period-form.ts";
import { scopesOf, type Scope } from "./scope.ts";

type Dependencies = Pick<DeskDependencies, "db" | "now">;

const PAGE = { title: "Dashboard", current: "dashboard", isWide: true } as const;

/** What was asked, with what stands for an empty field. */
function askedFor(c: Context): URLSearchParams {
  const { searchParams } = new URL(c.req.url);
  return toForm({ period: searchParams.get("period") ?? "year", scope: searchParams.get("scope") ?? "", from: searchParams.get("from") ?? "", to: searchParams.get("to") ?? "" });
}

/** The scope of that key, the first without one; undefined for one that is not theirs. */
function choose(scopes: readonly Scope[], key: string | null): Scope | undefined {
  return key === "" ? scopes[0] : scopes.find((scope) => scope.key === key);
}

/** The address of the same figures: what is empty is left out. */
function queryOf(form: URLSearchParams): string {
  return new URLSearchParams([...form].filter(([, value]) => value !== "")).toString();
}

async function sections({ db }: Dependencies, question: Question, query: string): Promise<Html[]> {
  const figures = await allFigures(db, question);
  return Promise.all(figures.map(async (figure) => figureSection(figure, figure.picture && await drawPicture(figure.picture), query)));
}

async function answerPage(desk: Dependencies, c: Context, visit: Visit): Promise<Response> {
  const form = askedFor(c);
  const scopes = await scopesOf(desk.db, visit.staff);
  const scope = choose(scopes, form.get("scope"));
  if (!scope) return sendNotFound(c, visit);
  const reading = readPeriod(form, londonDate(desk.now()));
  if ("errors" in reading) return sendTitled(c, visit, { ...PAGE, hasErrors: true }, periodForm(scopes, { form, errors: reading.errors }), 422);
  const period = reading.value;
  return sendTitled(c, visit, PAGE, html`${periodForm(scopes, { form, errors: [] })}
<p><strong>${scope.name}</strong>, ${daysInWords(period)}. The period before: ${daysInWords(period.before)}.</p>
<p class="nhsuk-body-s">Numbers of people from 1 to 4 are not shown, so that nobody can be recognised. Some others are left out with them, so that they cannot be worked out.</p>
<div class="hwbe-figures">${await sections(desk, { scope, period, now: desk.now() }, queryOf(form))}</div>`);
}

async function answerFile(desk: Dependencies, c: Context, visit: Visit): Promise<Response> {
  const form = askedFor(c);
  const scope = choose(await scopesOf(desk.db, visit.staff), form.get("scope"));
  const reading = readPeriod(form, londonDate(desk.now()));
  const [, key] = /^([a-z-]+)\.csv$/.exec(c.req.param("file") ?? "") ?? [];
  if (!scope || key === undefined || "errors" in reading) return sendNotFound(c, visit);
  const figure = await oneFigure(desk.db, key, { scope, period: reading.value, now: desk.now() });
  if (!figure) return sendNotFound(c, visit);
  const { from, to } = reading.value;
  return c.body(spreadsheetCsv([figure.table.columns, ...figure.table.rows].map((cells) => cells.map(String))), 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${key}-${from}-to-${to}.csv"` });
}

/** Figures of what is offered and how it is used. Whose figures somebody may see is decided here, by their roles. */
export function registerDashboard(routes: DeskRoutes, desk: Dependencies): void {
  routes.get("member", "/desk/dashboard", (c, visit) => answerPage(desk, c, visit));
  routes.get("member", "/desk/dashboard/:file", (c, visit) => answerFile(desk, c, visit));
}
