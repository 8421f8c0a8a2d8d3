import { html } from "hono/html";
import type { Context } from "hono";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { textField } from "../../pages/fields/text-field.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import type { OptionalHtml } from "../../pages/markup.ts";
import { longDate } from "../../wording/dates.ts";
import type { SuggestionRow } from "../../suggestions/suggestion.ts";
import { sendDesk, sendNotFound, sendTitled } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import { FormReader } from "../../pages/fields/form-reader.ts";
import type { DeskDependencies } from "../routes.ts";
import type { OrganiserVisit } from "../visit.ts";
import { decide } from "./decide.ts";
import { KIND_WORDS } from "./queue-page.ts";
import type { Decision } from "./queue-action.ts";
import { ALREADY, UUID, viewOf } from "./suggestion-page.ts";
import { suggestionFacts, type SuggestionView } from "./suggestion-view.ts";

const PATH = "/desk/questions";
const LONG = 4_000;

/** An answer, or none where the person gave no address. Undefined after noting what is missing. */
function readAnswer(reader: FormReader, { has_email }: SuggestionRow): Decision | undefined {
  if (!has_email) return { kind: "note" };
  const text = reader.required("answer", reader.text("answer", "your answer", LONG), "Enter your answer");
  return text === undefined ? undefined : { kind: "answer", text };
}

function answerForm({ row }: SuggestionView, filled: Filled, token: string): OptionalHtml {
  if (row.state !== "passed") return undefined;
  const field = textField({ name: "answer", label: "Your answer", hint: "They read it on our website. The email to them only has a link.", rows: 5, autocomplete: "off" }, filled);
  return html`<form method="post" novalidate><input type="hidden" name="token" value="${token}">
${row.has_email ? field : html`<p>They gave no email address, so nobody can answer.</p>`}
<button class="nhsuk-button" type="submit" data-prevent-double-click="true">${row.has_email ? "Send your answer" : "I have read it"}</button></form>`;
}

/** How many questions wait for an organiser's answer. */
export async function countQuestions(db: Kysely<Database>, organisation: string): Promise<number> {
  const { count } = await db.selectFrom("suggestion").select(({ fn }) => fn.countAll<number>().as("count"))
    .where("organisation", "=", organisation).where("state", "=", "passed").executeTakeFirstOrThrow();
  return Number(count);
}

/** What an alliance passed to an organiser: questions to answer, and drafts of events that somebody told of. */
export function registerOrganiserQuestions(routes: DeskRoutes, { db, referrals }: DeskDependencies): void {
  const rowsOf = ({ organisation }: OrganiserVisit) => db.selectFrom("suggestion").selectAll().where("organisation", "=", organisation)
    .where("erased_at", "is", null).orderBy("state_at", "desc").limit(100);

  async function find(c: Context, visit: OrganiserVisit): Promise<SuggestionView | undefined> {
    const id = c.req.param("id") ?? "";
    return UUID.test(id) ? viewOf(db, referrals, await rowsOf(visit).where("id", "=", id).executeTakeFirst()) : undefined;
  }

  function show(c: Context, visit: OrganiserVisit, view: SuggestionView, filled: Filled): Promise<Response> {
    const { row } = view;
    const title = KIND_WORDS[row.kind].words;
    const hasErrors = filled.errors.length > 0;
    return sendDesk(c, visit, { title, current: "home", hasErrors, back: { href: PATH, text: "From your alliance" } }, html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l">${title}</h1>
${suggestionFacts(view)}
${row.draft !== null && html`<p><a class="nhsuk-button" href="/desk/events/drafts/${row.draft}">Open the draft</a></p><p>If the draft is gone, somebody has published or deleted it.</p>`}
${answerForm(view, filled, visit.token)}`, hasErrors ? 422 : 200);
  }

  routes.get("people", PATH, async (c, visit) => {
    const rows = await rowsOf(visit).execute();
    return sendTitled(c, visit, { title: "From your alliance", current: "home" }, html`
<p>Questions, and events that somebody told us about.</p>
${rows.length === 0 ? html`<p>Nothing is here.</p>` : html`<ul class="nhsuk-list">${rows.map(({ id, kind, state, reference, state_at }) => html`<li>
<a href="${PATH}/${id}">${KIND_WORDS[kind].words} ${reference}</a>, ${longDate(state_at.getTime())}${state === "passed" && html` <strong class="nhsuk-tag nhsuk-tag--yellow">To answer</strong>`}</li>`)}</ul>`}`);
  });

  routes.get("people", `${PATH}/:id`, async (c, visit) => {
    const view = await find(c, visit);
    return view ? show(c, visit, view, { form: toForm({}), errors: [] }) : sendNotFound(c, visit);
  });

  routes.post("people", `${PATH}/:id`, async (c, visit, form) => {
    const view = await find(c, visit);
    if (!view) return sendNotFound(c, visit);
    const reader = new FormReader(form);
    const decision = readAnswer(reader, view.row);
    if (!decision) return show(c, visit, view, { form, errors: reader.errors });
    const isDone = await decide({ db, referrals }, view.row.id, decision, visit.organisation);
    return routes.finish(c, PATH, isDone ? "Thank you. It is answered." : ALREADY);
  });
}
