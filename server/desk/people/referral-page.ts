import type { Context } from "hono";
import { html } from "hono/html";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import { viewForOrganiser } from "../../referrals/for-organiser.ts";
import { readReference } from "../../referrals/reference.ts";
import { undeliveredOf } from "../../referrals/register.ts";
import { sendDesk, sendNotFound } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import type { OrganiserVisit } from "../visit.ts";
import { decisionForm, openDecisions } from "./decision-form.ts";
import { carryOut, readDecision, type Decision } from "./decisions.ts";
import { findPeopleEvent, hasEnded, hasStarted, listTargets, readPartTitles, type PeopleEvent } from "./event-for-people.ts";
import { nameOf } from "./person-words.ts";
import { referralFacts, ringSection, type Opened } from "./referral-facts.ts";
import { historySection } from "./referral-history.ts";

const DONE: Record<Decision["kind"], string> = {
  confirm: "The place is confirmed", decline: "Declined", cancel: "Cancelled", move: "Moved to the other event", attended: "Noted that they came",
  "did-not-attend": "Noted that they did not come",
};

/** What the clock forbids, whatever the page offered when it was opened. */
function tooEarlyOrLate({ kind }: Decision, event: PeopleEvent, now: number): string | undefined {
  const isAttendance = kind === "attended" || kind === "did-not-attend";
  if (isAttendance) return hasStarted(event, now) ? undefined : "The event has not started yet.";
  return hasEnded(event, now) ? "The event is over." : undefined;
}

/** One person's referral. Opening it tells the referrer that it was seen, and each time stands in the audit. */
export function registerReferralPage(routes: DeskRoutes, desk: DeskDependencies): void {
  const { db, referrals, now } = desk;

  async function open(c: Context, { organisation, staff }: OrganiserVisit): Promise<Opened | undefined> {
    const reference = readReference(c.req.param("reference") ?? "");
    const found = reference === undefined ? undefined : await viewForOrganiser(referrals, { organisation, reference, actor: `staff:${staff.id}` });
    const event = found && (await findPeopleEvent(db, organisation, found.view.event));
    return found && event && { ...found, event, parts: await readPartTitles(db, event.id) };
  }

  async function show(c: Context, visit: OrganiserVisit, opened: Opened, filled: Filled, status: 200 | 409 | 422): Promise<Response> {
    const { view, details, event } = opened;
    const { organisation, token } = visit;
    const decisions = openDecisions(view, event, now());
    const targets = decisions.includes("move") ? await listTargets(desk, { organisation, from: event.id, partySize: view.companion ? 2 : 1 }) : [];
    const back = { href: `/desk/events/${event.id}/people`, text: "People" };
    return sendDesk(c, visit, { title: `Referral ${view.reference}`, current: "people", back, hasErrors: status !== 200 }, html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l hwbe-text">${nameOf(details)}</h1>
${referralFacts(opened)}
${ringSection(opened, await undeliveredOf(referrals, organisation, view.id))}
${decisionForm({ open: decisions, targets, filled, token })}
${await historySection(db, view.id)}`, status);
  }

  routes.get("people", "/desk/referrals/:reference", async (c, visit) => {
    const opened = await open(c, visit);
    return opened ? show(c, visit, opened, { form: toForm({}), errors: [] }, 200) : sendNotFound(c, visit);
  });

  routes.post("people", "/desk/referrals/:reference", async (c, visit, form) => {
    const opened = await open(c, visit);
    if (!opened) return sendNotFound(c, visit);
    const { event, view: { reference } } = opened;
    const read = readDecision(form);
    if ("errors" in read) return show(c, visit, opened, { form, errors: read.errors }, 422);
    const unchanged = async (why: string) => show(c, visit, (await open(c, visit)) ?? opened, { form, errors: [{ field: "main", message: `Nothing was changed. ${why}` }] }, 409);
    const wrongTime = tooEarlyOrLate(read.value, event, now());
    if (wrongTime !== undefined) return unchanged(wrongTime);
    const outcome = await carryOut(referrals, { organisation: visit.organisation, reference, staff: visit.staff.id }, read.value);
    if (!outcome) return sendNotFound(c, visit);
    return outcome.done ? routes.finish(c, `/desk/events/${event.id}/people`, DONE[read.value.kind]) : unchanged(outcome.why);
  });
}
