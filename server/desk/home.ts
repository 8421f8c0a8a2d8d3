import { html } from "hono/html";
import { setCookie } from "hono/cookie";
import { errorSummary } from "../pages/fields/error-summary.ts";
import { choices } from "../pages/fields/choices.ts";
import { toForm } from "../pages/fields/to-form.ts";
import type { OptionalHtml } from "../pages/markup.ts";
import { CHOSEN_ORGANISATION, type DeskRoutes } from "./desk-routes.ts";
import { sendTitled } from "./desk-page.ts";
import { countStale } from "./events/still-right.ts";
import { countQuestions } from "./queue/organiser-questions.ts";
import type { DeskDependencies } from "./routes.ts";
import { organisationsOf, visitAs, type Visit } from "./visit.ts";

async function namesOf({ db }: DeskDependencies, slugs: readonly string[]): Promise<{ slug: string; name: string }[]> {
  if (slugs.length === 0) return [];
  return db.selectFrom("organisation").select(["slug", "name"]).where("slug", "in", slugs).orderBy("name").execute();
}

async function chooseOrganisation(desk: DeskDependencies, visit: Visit): Promise<OptionalHtml> {
  const theirs = await namesOf(desk, organisationsOf(visit.staff));
  if (theirs.length === 0) return undefined;
  const current = visitAs("organiser", visit)?.organisation ?? "";
  if (theirs.length === 1) return html`<p>You act for <strong>${theirs[0]!.name}</strong>.</p>`;
  return html`<form method="post" action="/desk/organisation"><input type="hidden" name="token" value="${visit.token}">
${choices({ kind: "radios", name: "organisation", legend: "Which organisation do you act for now?", options: theirs.map(({ slug, name }) => ({ value: slug, label: name })) },
    { form: toForm({ organisation: current }), errors: [] })}
<button class="nhsuk-button nhsuk-button--secondary" type="submit">Act for this organisation</button></form>`;
}

const CARDS = [
  { access: "organiser", href: "/desk/events/new", text: "Publish an event", hint: "New, or a copy of an earlier one." },
  { access: "organiser", href: "/desk/events", text: "Your events", hint: "Change, cancel, say that they are still right." },
  { access: "people", href: "/desk/referrals", text: "Referrals", hint: "Who wants to come, new ones first." },
  { access: "organiser", href: "/desk/import", text: "Bring events in", hint: "From a spreadsheet or a calendar that you keep already." },
  { access: "coordinator", href: "/desk/queue", text: "Queue", hint: "Suggestions, questions, and events that wait for you." },
  { access: "coordinator", href: "/desk/directory", text: "Directory", hint: "Organisations, venues, words and pages." },
  { access: "member", href: "/desk/dashboard", text: "Dashboard", hint: "What is offered where, and how it is used." },
] as const;

/** How many referrals to events to come nobody has opened yet. */
async function countUnseen({ referrals }: DeskDependencies, organisation: string): Promise<number> {
  const { count } = await referrals.db.transaction({ organisation }, (tx) => tx.selectFrom("referral").innerJoin("event", "event.id", "referral.event_id")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("seen_at", "is", null).where("referral.state", "in", ["received", "waiting", "confirmed"]).where("event.ends_at", ">", new Date(referrals.now())).executeTakeFirstOrThrow());
  return Number(count);
}

async function todos(desk: DeskDependencies, visit: Visit): Promise<OptionalHtml> {
  const { organisation } = visitAs("organiser", visit) ?? {};
  if (organisation === undefined) return undefined;
  const unseen = await countUnseen(desk, organisation);
  const stale = await countStale(desk.db, { organisation, now: desk.now() });
  const questions = await countQuestions(desk.db, organisation);
  if (unseen + stale + questions === 0) return html`<p>Nothing waits for you.</p>`;
  return html`<ul>
${unseen > 0 && html`<li><a href="/desk/referrals">${unseen === 1 ? "1 new referral" : `${unseen} new referrals`}</a></li>`}
${questions > 0 && html`<li><a href="/desk/questions">${questions === 1 ? "1 question" : `${questions} questions`} to answer</a></li>`}
${stale > 0 && html`<li><a href="/desk/events">${stale === 1 ? "1 event" : `${stale} events`} to confirm</a></li>`}
</ul>`;
}

/** Somebody who came by their organisation's own sign-in, and whom nobody has invited yet. */
const WITHOUT_ROLE = html`<p>You are signed in, and have no role here yet.</p>
<p>Ask the lead of your organisation, or your cancer alliance, for an invitation. Open its link in this browser while you are signed in.</p>`;

/** The first page of the desk: what there is to do. */
export function registerHome(routes: DeskRoutes, desk: DeskDependencies): void {
  routes.get("staff", "/desk", async (c, visit) => {
    const cards = CARDS.filter(({ access }) => visitAs(access, visit) !== undefined);
    return sendTitled(c, visit, { title: "Your desk", current: "home" }, html`
${await chooseOrganisation(desk, visit)}
${visit.staff.roles.length === 0 && WITHOUT_ROLE}
${await todos(desk, visit)}
<ul class="nhsuk-list hwbe-desk-cards">
${cards.map(({ href, text, hint }) => html`<li><a class="hwbe-desk-cards__link" href="${href}">${text}</a><br>${hint}</li>`)}
</ul>`);
  });

  routes.post("staff", "/desk/organisation", async (c, visit, form) => {
    const chosen = organisationsOf(visit.staff).find((slug) => slug === form.get("organisation"));
    if (chosen === undefined) {
      const errors = [{ field: "organisation", message: "Choose an organisation" }];
      return sendTitled(c, visit, { title: "Your desk", current: "home", hasErrors: true }, html`${errorSummary(errors)}${await chooseOrganisation(desk, visit)}`, 422);
    }
    setCookie(c, CHOSEN_ORGANISATION, chosen, { path: "/", secure: true, httpOnly: true, sameSite: "Lax" });
    return c.redirect("/desk", 303);
  });
}
