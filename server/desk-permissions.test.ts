import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Staff, StaffRole } from "./accounts/staff.ts";
import { needsSecondFactor, type Access } from "./desk/visit.ts";
import { openApiService, staffHeader, type ApiService } from "./testing/api-service.ts";
import { ROUTE_ACCESS } from "./testing/route-access.ts";

let service: ApiService;
/** An event of another organisation than that for which people act here. */
let others: string;
before(async () => {
  service = await openApiService();
  others = await service.publish("south", "south-event");
  await service.publish("north", "north-event");
});
after(() => service?.close());

const ROLES: Record<string, { roles: StaffRole[]; may: readonly Access[] }> = {
  "nobody's staff": { roles: [], may: ["staff"] },
  organiser: { roles: [{ role: "organiser", organisation: "north" }], may: ["staff", "member", "organiser", "people"] },
  lead: { roles: [{ role: "lead", organisation: "north" }], may: ["staff", "member", "organiser", "people", "team"] },
  coordinator: { roles: [{ role: "coordinator", alliance: "north-central-london" }], may: ["staff", "member", "coordinator", "team"] },
  administrator: { roles: [{ role: "administrator" }], may: ["staff", "member", "coordinator", "administrator", "team"] },
};

const ROUTES = Object.entries(ROUTE_ACCESS).flatMap(([route, access]) => {
  const [method = "", path = ""] = route.split(" ");
  return typeof access === "object" && "desk" in access ? [{ method, path, access: access.desk }] : [];
});

const UPLOAD = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n';

interface Asked {
  method: string;
  path: string;
  staff?: Staff;
  id?: string;
}

/** A form is sent without the token of a browser, so that nothing is changed by whoever gets as far as that. */
async function ask({ method, path, staff, id = "00000000-0000-4000-8000-000000000000" }: Asked) {
  const address = path.replace(":reference", "HWB-0000-0000").replaceAll(/:\w+(\{[^}]*\})?/g, id);
  const forms = method === "POST" ? [["application/x-www-form-urlencoded", "a=b"], ["multipart/form-data; boundary=x", UPLOAD]] as const : [[undefined, undefined]] as const;
  const send = (type?: string, body?: string) => service.call(method, address, { body, headers: { ...(type !== undefined && { "content-type": type, "sec-fetch-site": "same-origin" }), ...(staff && staffHeader(staff)) } });
  const [plain, upload] = forms;
  const first = await send(...plain);
  const answer = first.status === 415 && upload ? await send(...upload) : first;
  const text = (await answer.text()).replaceAll(/(name="(?:token|id)" value=")[^"]*/g, "$1");
  return { status: answer.status, location: answer.headers.get("location") ?? "", text };
}

/** `in` when the page itself answered: whatever it made of the request, it was not turned away at the door. */
function outcomeOf({ status, location, text }: Awaited<ReturnType<typeof ask>>): "sign-in" | "second-factor" | "not-for-role" | "in" {
  if (status === 303 && location.startsWith("/desk/sign-in")) return "sign-in";
  if (status === 303 && location.startsWith("/desk/second-factor")) return "second-factor";
  return status === 403 && text.includes("This page is not for your role") ? "not-for-role" : "in";
}

test("the table has each kind of page of the desk", () => {
  assert.ok(ROUTES.length >= 14);
});

test("a stranger is sent to sign in, from every page and every form of the desk", async () => {
  for (const { method, path } of ROUTES) assert.equal(outcomeOf(await ask({ method, path })), "sign-in", `${method} ${path}`);
});

for (const [name, { roles, may }] of Object.entries(ROLES)) {
  test(`${name}: each page and form of the desk lets in whom it should`, async () => {
    for (const hasSecondFactor of [true, false]) {
      const staff: Staff = { id: name, name, roles, hasSecondFactor };
      for (const { method, path, access } of ROUTES) {
        const expected = !may.includes(access) ? "not-for-role" : needsSecondFactor(access) && !hasSecondFactor ? "second-factor" : "in";
        assert.equal(outcomeOf(await ask({ method, path, staff })), expected, `${method} ${path}, second factor ${hasSecondFactor}`);
      }
    }
  });
}

test("an address that names nothing is answered, whatever it holds", async () => {
  const administrator: Staff = { id: "ada", name: "Ada", roles: [{ role: "administrator" }, { role: "lead", organisation: "north" }], hasSecondFactor: true };
  for (const { method, path } of ROUTES.filter((route) => route.method === "GET" && route.path.includes(":"))) {
    for (const id of ["%00", "a%00b", "x", "%E2%80%AE", "'"]) assert.ok((await ask({ method, path, staff: administrator, id })).status < 500, `${path} with ${id}`);
  }
});

test("no form of the desk is taken without the token of the browser that has the page", async () => {
  const all = Object.values(ROLES).flatMap(({ roles }) => roles);
  for (const { method, path } of ROUTES.filter((route) => route.method === "POST")) {
    const answer = await ask({ method, path, staff: { id: "all", name: "All", roles: all, hasSecondFactor: true } });
    assert.deepEqual([answer.status, /We could not take this form/.test(answer.text)], [403, true], `${method} ${path}`);
  }
});

test("what is another organisation's is answered as what does not exist", async () => {
  const staff: Staff = { id: "north", name: "North", roles: [{ role: "lead", organisation: "north" }], hasSecondFactor: true };
  const withId = ROUTES.filter(({ method, path, access }) => method === "GET" && /:id\b/.test(path) && ["organiser", "people"].includes(access));
  assert.ok(withId.length > 0);
  for (const { method, path } of withId) {
    const [missing, other] = [await ask({ method, path, staff, id: randomUUID() }), await ask({ method, path, staff, id: others })];
    assert.deepEqual([other.status, other.text], [404, missing.text], `${method} ${path}`);
  }
});
