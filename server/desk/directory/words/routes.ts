import { html } from "hono/html";
import type { Context } from "hono";
import type { Filled } from "../../../pages/fields/filled.ts";
import type { Html, OptionalHtml } from "../../../pages/markup.ts";
import { sendNotFound, sendTitled } from "../../desk-page.ts";
import type { DeskRoutes } from "../../desk-routes.ts";
import type { DeskDependencies } from "../../routes.ts";
import { visitAs, type Visit } from "../../visit.ts";
import { sendEdit, stepForm } from "../edit-page.ts";
import { fillTerm, readTerm, readTopic, termFields } from "./term-form.ts";
import { addTopic, changeTerm, changeTopic, deleteTopic, findTerm, findTopic, listTerms, type StoredTerm } from "./term-rows.ts";

const WORDS = "/desk/directory/words";
const BACK = { href: WORDS, text: "Words people search by" };

/** These follow lists of the NHS, so that nobody adds to them here. */
const FIXED = [
  { vocabulary: "tumour_group", path: `${WORDS}/tumour-groups`, heading: "Cancers" },
  { vocabulary: "stage", path: `${WORDS}/stages`, heading: "Stages of treatment" },
] as const;

const SHOWN_SYNONYMS = 5;

function someSynonyms({ synonyms }: StoredTerm): OptionalHtml {
  if (synonyms.length === 0) return undefined;
  const more = synonyms.length - SHOWN_SYNONYMS;
  return html`: <span class="hwbe-quiet">${synonyms.slice(0, SHOWN_SYNONYMS).join(", ")}${more > 0 && ` and ${more} more`}</span>`;
}

function termList(heading: string, terms: readonly StoredTerm[], path: string | undefined): Html {
  return html`<section><h2 class="nhsuk-heading-m">${heading}</h2><ul>
${terms.map((term) => html`<li>${path === undefined ? term.label : html`<a href="${path}/${term.slug}">${term.label}</a>`}${someSynonyms(term)}</li>`)}
</ul></section>`;
}

function registerTopics(routes: DeskRoutes, { db }: DeskDependencies): void {
  const topics = `${WORDS}/topics`;
  const ADD = "Add a topic";

  function sendForm(c: Context, visit: Visit, title: string, filled: Filled, more?: Html): Promise<Response> {
    return sendEdit(c, visit, { title, back: BACK, filled, fields: termFields(filled, { isTopic: true }), more });
  }

  function sendTopic(c: Context, visit: Visit, topic: NonNullable<Awaited<ReturnType<typeof findTopic>>>, filled: Filled): Promise<Response> {
    const more = topic.events === 0
      ? stepForm(visit, { action: `${topics}/${topic.slug}/delete`, text: "Delete this topic" })
      : html`<p>${topic.events === 1 ? "1 event has" : `${topic.events} events have`} this topic, so it cannot be deleted.</p>`;
    return sendForm(c, visit, topic.label, filled, more);
  }

  routes.get("coordinator", `${topics}/new`, (c, visit) => sendForm(c, visit, ADD, { form: new URLSearchParams(), errors: [] }));

  routes.post("coordinator", `${topics}/new`, async (c, visit, form) => {
    const read = readTopic(form);
    const written = "errors" in read ? read : await addTopic(db, read.value);
    return "errors" in written ? sendForm(c, visit, ADD, { form, errors: written.errors }) : routes.finish(c, WORDS, "Topic added");
  });

  routes.get("coordinator", `${topics}/:slug`, async (c, visit) => {
    const topic = await findTopic(db, c.req.param("slug") ?? "");
    return topic ? sendTopic(c, visit, topic, { form: fillTerm(topic), errors: [] }) : sendNotFound(c, visit);
  });

  routes.post("coordinator", `${topics}/:slug`, async (c, visit, form) => {
    const topic = await findTopic(db, c.req.param("slug") ?? "");
    if (!topic) return sendNotFound(c, visit);
    const read = readTopic(form);
    const written = "errors" in read ? read : await changeTopic(db, topic.slug, read.value);
    return "errors" in written ? sendTopic(c, visit, topic, { form, errors: written.errors }) : routes.finish(c, WORDS, "Topic saved");
  });

  routes.post("coordinator", `${topics}/:slug/delete`, async (c, visit) => {
    const topic = await findTopic(db, c.req.param("slug") ?? "");
    if (!topic) return sendNotFound(c, visit);
    const written = await deleteTopic(db, topic.slug);
    if ("errors" in written) return sendTopic(c, visit, topic, { form: fillTerm(topic), errors: written.errors });
    return routes.finish(c, WORDS, "Topic deleted");
  });
}

function registerFixed(routes: DeskRoutes, { db }: DeskDependencies, { vocabulary, path }: (typeof FIXED)[number]): void {
  function sendForm(c: Context, visit: Visit, term: StoredTerm, filled: Filled): Promise<Response> {
    return sendEdit(c, visit, { title: term.label, back: BACK, filled, fields: termFields(filled, { isTopic: false }) });
  }

  routes.get("administrator", `${path}/:slug`, async (c, visit) => {
    const term = await findTerm(db, vocabulary, c.req.param("slug") ?? "");
    return term ? sendForm(c, visit, term, { form: fillTerm(term), errors: [] }) : sendNotFound(c, visit);
  });

  routes.post("administrator", `${path}/:slug`, async (c, visit, form) => {
    const term = await findTerm(db, vocabulary, c.req.param("slug") ?? "");
    if (!term) return sendNotFound(c, visit);
    const read = readTerm(form);
    const written = "errors" in read ? read : await changeTerm(db, vocabulary, term.slug, read.value);
    return "errors" in written ? sendForm(c, visit, term, { form, errors: written.errors }) : routes.finish(c, WORDS, "Words saved");
  });
}

/** What people call things. The finder's search follows within seconds. */
export function registerWords(routes: DeskRoutes, desk: DeskDependencies): void {
  const { db } = desk;
  routes.get("coordinator", WORDS, async (c, visit) => {
    const isAdministrator = visitAs("administrator", visit) !== undefined;
    const fixed = await Promise.all(FIXED.map(async ({ vocabulary, path, heading }) =>
      termList(heading, await listTerms(db, vocabulary), isAdministrator ? path : undefined)));
    const desk = { title: "Words people search by", current: "directory", back: { href: "/desk/directory", text: "Directory" } } as const;
    return sendTitled(c, visit, desk, html`
<p>People find events by these words. Add what you hear them say.</p>
<p><a class="nhsuk-button" href="${WORDS}/topics/new">Add a topic</a></p>
${termList("Topics", await listTerms(db, "topic"), `${WORDS}/topics`)}
${fixed}
${!isAdministrator && html`<p>Cancers and stages are the same for all alliances. Ask an administrator to change them.</p>`}`);
  });
  registerTopics(routes, desk);
  for (const one of FIXED) registerFixed(routes, desk, one);
}
