import { html } from "hono/html";
import type { Context } from "hono";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import { openSuggestion } from "../../suggestions/sealed-suggestion.ts";
import type { SuggestionRow } from "../../suggestions/suggestion.ts";
import { sendDesk, sendNotFound } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import type { CoordinatorVisit } from "../visit.ts";
import { actionForm } from "./action-form.ts";
import { decide } from "./decide.ts";
import { readDecision, type Decision } from "./queue-action.ts";
import { KIND_WORDS } from "./queue-page.ts";
import { isOfAlliance } from "./read-queue.ts";
import { suggestionFacts, type SuggestionView } from "./suggestion-view.ts";

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const ALREADY = "Somebody has dealt with this already";

const DONE: Record<Decision["kind"], string> = {
  publish: "The organiser has a draft now. We write to them.",
  merge: "Merged with the event",
  answer: "Answer sent",
  pass: "Passed to the organiser. We write to them.",
  ask: "Question sent. It waits for their answer.",
  note: "Closed",
  refuse: "It will not be listed",
};

const STANDING = { asked: "It waits for an answer from the person.", passed: "It is with the organiser.", closed: "It is dealt with." } as const;

/** Gives the view of a row, without the part that is erased. */
export async function viewOf(db: Kysely<Database>, { ring }: DeskDependencies["referrals"], row: SuggestionRow | undefined): Promise<SuggestionView | undefined> {
  const details = row && openSuggestion(ring, row);
  if (!details) return undefined;
  const event = row.event_id === null ? undefined : await db.selectFrom("event").select(["slug", "title"]).where("id", "=", row.event_id).executeTakeFirst();
  return { row, details, event };
}

/** The page of one suggestion or question, and what is done with it. */
export function registerSuggestionPage(routes: DeskRoutes, desk: DeskDependencies): void {
  const { db, referrals } = desk;

  async function find(c: Context, visit: CoordinatorVisit): Promise<SuggestionView | undefined> {
    const id = c.req.param("id") ?? "";
    if (!UUID.test(id)) return undefined;
    return viewOf(db, referrals, await db.selectFrom("suggestion").selectAll().where("id", "=", id).where(isOfAlliance("suggestion.alliance", visit)).executeTakeFirst());
  }

  const readOrganisations = () => db.selectFrom("organisation").select(["slug", "name"]).orderBy("name").execute();

  async function show(c: Context, visit: CoordinatorVisit, view: SuggestionView, filled: Filled): Promise<Response> {
    const { row } = view;
    const title = KIND_WORDS[row.kind].words;
    const hasErrors = filled.errors.length > 0;
    const page = { title, current: "queue", hasErrors, back: { href: "/desk/queue", text: "Queue" } } as const;
    const form = actionForm({ row, filled, organisations: await readOrganisations(), token: visit.token });
    return sendDesk(c, visit, page, html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l">${title}</h1>
${suggestionFacts(view)}
${row.state !== "open" && html`<p><strong>${STANDING[row.state]}</strong></p>`}
${row.state !== "closed" && form}`, hasErrors ? 422 : 200);
  }

  async function organiserOf({ row }: SuggestionView): Promise<string> {
    if (row.event_id === null) return "";
    const event = await db.selectFrom("event").select("organisation").where("id", "=", row.event_id).executeTakeFirst();
    return event?.organisation ?? "";
  }

  routes.get("coordinator", "/desk/queue/:id", async (c, visit) => {
    const view = await find(c, visit);
    return view ? show(c, visit, view, { form: toForm({ "pass-organisation": await organiserOf(view) }), errors: [] }) : sendNotFound(c, visit);
  });

  routes.post("coordinator", "/desk/queue/:id", async (c, visit, form) => {
    const view = await find(c, visit);
    if (!view) return sendNotFound(c, visit);
    const organisations = (await readOrganisations()).map(({ slug }) => slug);
    const read = await readDecision(db, form, { row: view.row, organisations });
    if ("errors" in read) return show(c, visit, view, { form, errors: read.errors });
    const isDone = await decide({ db, referrals }, view.row.id, read.value);
    return routes.finish(c, "/desk/queue", isDone ? DONE[read.value.kind] : ALREADY);
  });
}
