import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Hono } from "hono";
import { openApiDocument } from "./openapi.ts";
import { revokeApiKey } from "./referrals/api/api-keys.ts";
import { newReferral, openApiService, type ApiService } from "./testing/api-service.ts";
import { forgedToken, missing, ROLES, tokenTo, type Organisation, type Role, type Target } from "./testing/roles.ts";
import { ROUTE_ACCESS, type Access } from "./testing/route-access.ts";

let service: ApiService;
let organisations: Organisation[];
before(async () => {
  service = await openApiService();
  organisations = [await addOrganisation("north"), await addOrganisation("east"), await addOrganisation("west")];
});
after(() => service?.close());

async function addOrganisation(slug: string): Promise<Organisation> {
  const event = await service.publish(slug, `${slug}-event`, { capacity: null, booking_approval: true });
  const hidden = await service.publish(slug, `${slug}-draft`, { status: "draft" });
  const [refer, receive] = [await service.key(slug, "refer"), await service.key(slug, "receive")];
  const revoked = await service.key(slug, "refer", "receive");
  await revokeApiKey(service.database.db, revoked.id);
  return { slug, event, hidden, keys: { refer, receive, revoked } };
}

const routesOf = ({ routes }: Pick<Hono, "routes">) => [...new Set(routes.map(({ method, path }) => `${method} ${path}`))].sort();
const withoutRow = (app: Pick<Hono, "routes">) => routesOf(app).filter((route) => !(route in ROUTE_ACCESS));
const guarded = Object.entries(ROUTE_ACCESS).filter(([, access]) => typeof access === "object" && !("desk" in access));

describe("who may use which route", () => {
  test("is said for each route of the service, and for nothing else", () => {
    assert.deepEqual(routesOf(service.app), Object.keys(ROUTE_ACCESS).sort());
    assert.deepEqual(withoutRow(service.appWith(undefined)), []);
  });

  test("would be missed for a new route", () => {
    const app = new Hono();
    app.get("/v1/people", (c) => c.text(""));
    assert.deepEqual(withoutRow(app), ["GET /v1/people"]);
  });

  test("is what the OpenAPI document says", () => {
    const { paths } = openApiDocument("https://events.example", { takesReferrals: true });
    const said = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, operation]) => {
      const { security = [] } = operation as { security?: { apiKey: string[] }[] };
      const scopes = security.flatMap(({ apiKey }) => apiKey);
      return scopes.length > 0 ? [[`${method.toUpperCase()} ${path.replace("{reference}", ":reference")}`, { key: scopes }]] : [];
    }));
    const byKey = guarded.filter(([, access]) => typeof access === "object" && "key" in access);
    assert.deepEqual(Object.fromEntries(said), Object.fromEntries(byKey));
  });

  test("holds for the e-mails of a demonstration: whoever is elsewhere finds nothing", async () => {
    const textOf = async (path: string) => (await service.call("GET", path)).text();
    const [nothing, ...answers] = await Promise.all(["/nothing", "/outbox", "/outbox/1"].map(textOf));
    assert.deepEqual(answers, [nothing, nothing]);
    assert.match(nothing ?? "", /Page not found/);
  });
});

interface Asked {
  route: string;
  role: Role;
  organisation: Organisation;
  target: Target;
  token: string;
}

function bodyOf({ route, target }: Asked): string | object | undefined {
  if (route === "POST /v1/referrals") return newReferral(target.event);
  if (route.endsWith("/decision")) return { decision: "confirm" };
  return route.startsWith("POST /referrals/") ? "companion=no" : undefined;
}

/** All that whoever asks can see of the answer. */
async function ask(asked: Asked) {
  const { route, role, organisation, target, token } = asked;
  const [method = "", path = ""] = route.split(" ");
  const query = route === "GET /v1/referrals" ? `?event=${target.event}` : "";
  const form = path.startsWith("/referrals/") && { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" };
  const answer = await service.call(method, path.replace(":reference", target.reference).replace(":token", token) + query, {
    key: role.key?.(organisation) ?? (role.link && token),
    body: bodyOf(asked),
    headers: { "idempotency-key": target.id, ...form },
  });
  return { status: answer.status, headers: [...answer.headers].sort(), body: await answer.text() };
}

/** What a role gets for what is not its own. The lists are there for whoever has the scope, with nothing of others in them. */
function refusalOf(route: string, access: Access, role: Role): number {
  if (typeof access === "string" || "link" in access) return 404;
  if (role.key === undefined || role.name === "revoked key") return 401;
  if (!role.mayUse(access)) return 403;
  return route === "GET /v1/referrals" || route === "GET /v1/messages/undelivered" ? 200 : 404;
}

interface Cell {
  route: string;
  access: Access;
  role: Role;
  organisation: Organisation;
}

/** Every answer about what is not theirs is the same; gives it. */
async function askForOthers({ route, access, role, organisation }: Cell, own: Target, others: readonly Target[]) {
  const gone = missing();
  const answer = await ask({ route, role, organisation, target: gone, token: tokenTo(service, role, gone) });
  assert.equal(answer.status, refusalOf(route, access, role), `${route}, a missing one`);
  for (const other of others) {
    // Everybody may refer to a public event: what is another's are events that are not public.
    const target = route === "POST /v1/referrals" ? { ...other, event: other.hidden } : other;
    const token = forgedToken(service, role, own, other);
    assert.deepEqual(await ask({ route, role, organisation, target, token }), answer, `${route}, another's`);
  }
  return answer;
}

/** Those who are let in get a referral of their own for it, as it may be changed by that. */
async function askForOwn({ route, access, role, organisation }: Cell, own: Target, refusal: object): Promise<void> {
  const isLetIn = role.mayUse(access);
  const target = isLetIn ? await role.make(service, organisation, nextOf(organisation)) : own;
  const answer = await ask({ route, role, organisation, target, token: tokenTo(service, role, target) });
  if (isLetIn) assert.ok([200, 201, 303].includes(answer.status), `${route}, their own: ${answer.status}`);
  else assert.deepEqual(answer, refusal, `${route}, their own`);
}

const nextOf = (organisation: Organisation) => organisations[(organisations.indexOf(organisation) + 1) % organisations.length]!;

function standingOf(targets: readonly Target[]) {
  const ids = targets.map(({ id }) => id);
  const columns = ["id", "state", "reason", "seen_at", "erased_at", "confirm_by", "referrer_proved_at", "party_size"] as const;
  return service.database.db.selectFrom("referral").select(columns).where("id", "in", ids).orderBy("id").execute();
}

describe("in three organisations, on each route of referrals,", () => {
  for (const role of ROLES) {
    test(`${role.name}: their own as the table says; another's and a missing one alike, and nothing of them changes`, async () => {
      const targets = await Promise.all(organisations.map((organisation) => role.make(service, organisation, nextOf(organisation))));
      const standing = await standingOf(targets);
      for (const [index, organisation] of organisations.entries()) {
        const own = targets[index]!;
        const others = targets.filter((target) => target !== own);
        for (const [route, access] of guarded) {
          const cell = { route, access, role, organisation };
          await askForOwn(cell, own, await askForOthers(cell, own, others));
        }
      }
      assert.deepEqual(await standingOf(targets), standing);
    });
  }

  test("each list has an organisation's own alone", async () => {
    const { db } = service.database;
    await db.updateTable("message").set({ failed_at: new Date(), failure: "550" }).where("recipient", "=", "attendee").execute();
    for (const { event, keys } of organisations) {
      for (const path of ["/v1/referrals", "/v1/messages/undelivered"]) {
        const answer = await service.call("GET", path, { key: keys.receive.key });
        const { referrals, messages } = (await answer.json()) as Partial<Record<"referrals" | "messages", { event: string }[]>>;
        assert.deepEqual(new Set((referrals ?? messages)?.map((one) => one.event)), new Set([event]), path);
      }
    }
  });
});
