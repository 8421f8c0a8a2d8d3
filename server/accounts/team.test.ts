import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { Person } from "../referrals/pages/testing/person.ts";
import type { StaffRole } from "./staff.ts";
import { openTestAccounts, type TestAccounts } from "./testing/test-accounts.ts";

const DAY_MS = 86_400_000;

let accounts: TestAccounts;
before(async () => {
  accounts = await openTestAccounts();
  for (const slug of ["one", "two"]) await accounts.database.db.insertInto("alliance").values({ slug, name: `Alliance ${slug}`, short_name: slug, ons_code: null, website: null, valid_from: null, valid_to: null }).execute();
  await accounts.organisation("north", "one");
  await accounts.organisation("near", "one");
  await accounts.organisation("south", "two");
});
after(() => accounts?.close());
beforeEach(() => accounts.empty());

const WHO: Record<string, StaffRole> = {
  organiser: { role: "organiser", organisation: "north" },
  lead: { role: "lead", organisation: "north" },
  coordinator: { role: "coordinator", alliance: "one" },
  administrator: { role: "administrator" },
};
const GIVEN = [
  "organiser north", "lead north", "organiser near", "lead near", "organiser south", "lead south", "coordinator one", "coordinator two", "administrator",
] as const;
const MAY: Record<string, readonly (typeof GIVEN)[number][]> = {
  organiser: [],
  lead: ["organiser north", "lead north"],
  coordinator: ["organiser north", "lead north", "organiser near", "lead near", "coordinator one"],
  administrator: GIVEN,
};

function roleFrom(text: string): StaffRole {
  const [role, of = ""] = text.split(" ");
  if (role === "administrator") return { role };
  return role === "coordinator" ? { role, alliance: of } : { role: role as "organiser" | "lead", organisation: of };
}

/** Somebody signed in, who has proved a second factor. */
async function come(name: string, ...roles: StaffRole[]): Promise<Person> {
  await accounts.staff(name, ...roles);
  const person = await accounts.signIn(name);
  await accounts.setUpApp(person);
  return person;
}

async function inviteAs(person: Person, email: string, role: string): Promise<string> {
  await person.get("/desk/team");
  await person.submit({ email, role }, "/desk/team");
  return accounts.linkTo(email);
}

const roleIdOf = async (staff: string, role: string) =>
  (await accounts.database.db.selectFrom("staff_role").select("id").where("staff", "=", staff).where("role", "=", role as "lead").executeTakeFirstOrThrow()).id;

/** Sends the form of a button that may not be on the page. */
async function press(person: Person, path: string): Promise<number> {
  await person.get("/desk/second-factor");
  return (await person.submit({}, path)).status;
}

for (const [who, role] of Object.entries(WHO)) {
  test(`${who}: gives the roles that are theirs to give, and no other`, async () => {
    const person = await come("ada", role);
    for (const given of GIVEN) {
      await person.get("/desk/second-factor");
      await person.submit({ email: "new@example.org", role: given }, "/desk/team");
      const invited = await accounts.database.db.deleteFrom("invitation").returning("role").execute();
      assert.equal(invited.length, MAY[who]!.includes(given) ? 1 : 0, given);
    }
  });

  test(`${who}: takes away the roles that are theirs to give, and no other`, async () => {
    const person = await come("ada", role);
    for (const [index, given] of GIVEN.entries()) {
      const name = `member-${index}`;
      await accounts.staff(name, roleFrom(given));
      await press(person, `/desk/team/${await roleIdOf(name, given.split(" ")[0]!)}/remove`);
      const left = await accounts.database.db.selectFrom("staff_role").select("id").where("staff", "=", name).execute();
      assert.equal(left.length, MAY[who]!.includes(given) ? 0 : 1, given);
    }
  });
}

test("inviting and removing take a second factor", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const person = await accounts.signIn("ada");
  await person.get("/desk/second-factor");
  await person.submit({ email: "new@example.org", role: "administrator" }, "/desk/team");
  assert.deepEqual(await accounts.database.db.selectFrom("invitation").select("id").execute(), []);
});

test("an invitation is taken up once, by its button, with a name", async () => {
  const path = await inviteAs(await come("ada", WHO["lead"]!), "new@example.org", "organiser north");
  const [first, second] = [new Person(accounts.app), new Person(accounts.app)];
  await second.get(path);
  await first.get(path);
  assert.equal((await first.submit({ name: "  " })).status, 422);
  assert.match((await first.submit({ name: "Sample New" })).text, /Desk of Sample New: .*organiser.*north/);
  assert.equal((await second.submit({ name: "Sample Other" })).status, 410);
  assert.equal((await second.get(path)).status, 410);
});

test("an invitation is good for 14 days", async () => {
  const path = await inviteAs(await come("ada", WHO["lead"]!), "new@example.org", "organiser north");
  accounts.now += 14 * DAY_MS - 1000;
  assert.equal((await new Person(accounts.app).get(path)).status, 200);
  accounts.now += 2000;
  assert.equal((await new Person(accounts.app).get(path)).status, 410);
  accounts.now = Date.now();
});

test("the address of an invitation whose time is over is forgotten when somebody else is invited", async () => {
  const lead = await come("ada", WHO["lead"]!);
  await inviteAs(lead, "old@example.org", "organiser north");
  accounts.now += 14 * DAY_MS;
  await inviteAs(lead, "new@example.org", "organiser north");
  accounts.now = Date.now();
  const kept = await accounts.database.db.selectFrom("invitation").select("email").execute();
  assert.deepEqual(kept, [{ email: "new@example.org" }]);
});

test("an invitation that was taken back leads nowhere", async () => {
  const lead = await come("ada", WHO["lead"]!);
  const path = await inviteAs(lead, "new@example.org", "organiser north");
  await lead.get("/desk/team");
  const withdraw = /action="(\/desk\/team\/invitations\/[^"]+\/withdraw)"/.exec(lead.page!.html)![1]!;
  await lead.submit({}, withdraw);
  assert.equal((await new Person(accounts.app).get(path)).status, 410);
});

test("who is signed in takes up an invitation as themselves", async () => {
  const path = await inviteAs(await come("ada", WHO["lead"]!), "other-address@example.org", "lead north");
  await accounts.staff("ben", { role: "organiser", organisation: "south" });
  const ben = await accounts.signIn("ben");
  await ben.get(path);
  assert.match((await ben.submit({})).text, /Desk of ben: .*south.*north/);
});

test("of an invitation’s link the database has no more than a hash, and the log nothing", async () => {
  const path = await inviteAs(await come("ada", WHO["lead"]!), "new@example.org", "organiser north");
  const token = path.split("/").at(-1)!;
  const rows = await accounts.database.db.selectFrom("invitation").selectAll().execute();
  assert.ok(!JSON.stringify(rows.map((row) => ({ ...row, token_hash: row.token_hash.toString("base64url") }))).includes(token));
  assert.doesNotMatch(accounts.lines.join("\n"), /example\.org/);
});

test("a role that is taken away is gone at once, and so is the session", async () => {
  const [lead, member] = [await come("ada", WHO["lead"]!), await come("ben", WHO["organiser"]!)];
  assert.match((await member.get("/desk")).text, /Desk of ben/);
  await press(lead, `/desk/team/${await roleIdOf("ben", "organiser")}/remove`);
  assert.match((await member.get("/desk")).text, /Sign in to the desk/);
});

test("the last administrator stays, also when two remove each other at once", async () => {
  const [one, two] = [await come("ada", WHO["administrator"]!), await come("ben", WHO["administrator"]!)];
  const [idOfOne, idOfTwo] = [await roleIdOf("ada", "administrator"), await roleIdOf("ben", "administrator")];
  await Promise.all([press(one, `/desk/team/${idOfTwo}/remove`), press(two, `/desk/team/${idOfOne}/remove`)]);
  const left = await accounts.database.db.selectFrom("staff_role").selectAll().where("role", "=", "administrator").execute();
  assert.equal(left.length, 1);
  const [last, id] = left[0]!.staff === "ada" ? [one, idOfOne] : [two, idOfTwo];
  assert.equal(await press(last, `/desk/team/${id}/remove`), 422);
});

test("a lead resets the second factor of a member, who sets up another", async () => {
  const [lead, member] = [await come("ada", WHO["lead"]!), await come("ben", WHO["organiser"]!)];
  await press(lead, `/desk/team/${await roleIdOf("ben", "organiser")}/reset`);
  assert.match((await member.get("/desk")).text, /Sign in to the desk/);
  const again = await accounts.signIn("ben");
  await again.get("/desk/second-factor");
  assert.match(again.page!.title, /Set up/);
});

test("nobody resets the second factor of somebody who has a role beyond theirs too", async () => {
  const lead = await come("ada", WHO["lead"]!);
  await come("ben", WHO["organiser"]!, WHO["administrator"]!);
  await press(lead, `/desk/team/${await roleIdOf("ben", "organiser")}/reset`);
  assert.equal((await accounts.database.db.selectFrom("staff_second_factor").select("staff").where("staff", "=", "ben").execute()).length, 1);
});

test("a lead sees who is in their organisation, and nobody else’s name or address", async () => {
  const lead = await come("ada", WHO["lead"]!);
  await accounts.staff("ben", { role: "organiser", organisation: "south" });
  await accounts.staff("cat", { role: "organiser", organisation: "north" });
  await accounts.database.db.insertInto("invitation").values({ email: "invited@example.org", role: "lead", organisation: "south", alliance: null, token_hash: Buffer.alloc(32), expires_at: new Date(Date.now() + DAY_MS), accepted_at: null }).execute();
  const { text } = await lead.get("/desk/team");
  assert.match(text, /cat/);
  assert.doesNotMatch(text, /ben|invited@example\.org/);
});

test("a role, a person or an invitation that there is not, or an address that is none, is answered and not failed on", async () => {
  const lead = await come("ada", WHO["lead"]!);
  for (const id of ["00000000-0000-4000-8000-000000000000", "a", "------------------------------------"]) {
    for (const path of [`/desk/team/${id}/remove`, `/desk/team/${id}/reset`, `/desk/team/invitations/${id}/withdraw`]) assert.equal(await press(lead, path), 404, path);
  }
  for (const token of ["a", "%00", "a".repeat(43)]) assert.equal((await new Person(accounts.app).get(`/desk/invitations/${token}`)).status, 410, token);
});
