import { html } from "hono/html";
import type { Context, Hono } from "hono";
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import { isThisMachine } from "../http/this-machine.ts";
import { readForm } from "../http/body.ts";
import { hasFormToken } from "../http/form-token.ts";
import { forbiddenPage, notFoundPage } from "../pages/error-pages.ts";
import type { Html } from "../pages/markup.ts";
import type { Accounts } from "./accounts.ts";
import { nextOf } from "./pages/sign-in-routes.ts";
import { addRole } from "./roles.ts";
import type { StaffRole } from "./staff.ts";

const SAMPLES = ["organiser", "lead", "coordinator", "administrator"] as const;
type Sample = (typeof SAMPLES)[number];

/** The organisation with most events to come, whose desk has most to show. */
async function busiest(db: Kysely<Database>): Promise<{ organisation: string; alliance: string | null }> {
  const row = await db.selectFrom("event").innerJoin("organisation", "organisation.slug", "event.organisation")
    .select(({ fn }) => ["organisation.slug", "organisation.alliance", fn.countAll().as("events")]).where("alliance", "is not", null).where("ends_at", ">", new Date())
    .groupBy(["organisation.slug", "organisation.alliance"]).orderBy("events", "desc").limit(1).executeTakeFirstOrThrow();
  return { organisation: row.slug, alliance: row.alliance };
}

async function sampleRole(db: Kysely<Database>, sample: Sample): Promise<StaffRole> {
  const { organisation, alliance } = await busiest(db);
  if (sample === "administrator") return { role: sample };
  return sample === "coordinator" ? { role: sample, alliance: alliance ?? "" } : { role: sample, organisation };
}

/** A sample person of a role, made when somebody first wants to be them. Gives their address, which no mail reaches (RFC 2606). */
async function ensureSample(db: Kysely<Database>, sample: Sample): Promise<string> {
  const [id, email] = [`sample-${sample}`, `sample-${sample}@example.org`];
  await db.insertInto("staff").values({ id, name: `Sample ${sample}`, email, email_verified: true, image: null }).onConflict((conflict) => conflict.doNothing()).execute();
  const hasRole = await db.selectFrom("staff_role").select("id").where("staff", "=", id).executeTakeFirst();
  const role = await sampleRole(db, sample);
  if (!hasRole) await db.transaction().execute((tx) => addRole(tx, id, role));
  return email;
}

/** What the page to sign in shows in the demonstration, to this machine. */
export function sampleButtons(token: string, next: string): Html {
  return html`<section class="hwbe-samples" aria-labelledby="samples"><h2 id="samples" class="nhsuk-heading-m">Or be a sample person</h2>
<p class="nhsuk-hint">This is a demonstration, on this computer alone.</p>
<form method="post" action="/desk/sign-in/sample"><input type="hidden" name="token" value="${token}"><input type="hidden" name="next" value="${next}">
<div class="nhsuk-button-group">${SAMPLES.map((sample) => html`<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="sample" value="${sample}">Sample ${sample}</button>`)}</div></form></section>`;
}

/** Lets somebody at this machine be a sample person of a role, with one click. Only a demonstration registers it. */
export function registerSamples(app: Hono, accounts: Accounts): void {
  const { db, referrals } = accounts.options;
  app.post("/desk/sign-in/sample", async (c: Context) => {
    if (!isThisMachine(c)) return notFoundPage(c);
    const form = await readForm(c);
    if (!hasFormToken(c, referrals.ring.keyFor("form"), form)) return forbiddenPage(c);
    const sample = SAMPLES.find((one) => one === form.get("sample"));
    if (!sample) return notFoundPage(c);
    await accounts.signInAs(c, await ensureSample(db, sample), { withSecondFactor: true });
    return c.redirect(nextOf(form.get("next")), 303);
  });
}
