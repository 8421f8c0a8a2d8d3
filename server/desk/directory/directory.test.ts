import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { insertPageTexts, insertReference } from "../../../db/reference/insert.ts";
import { createApp } from "../../app.ts";
import { openLiveDirectory, type LiveDirectory } from "../../events/live-directory.ts";
import { until } from "../../testing/until.ts";
import { openTestDesk, type TestDesk } from "../testing/desk-service.ts";

const NOW = Date.parse("2026-11-23T09:00:00Z");

let desk: TestDesk;
let live: LiveDirectory;
let folder: string;
before(async () => {
  desk = await openTestDesk({ now: () => NOW });
  await insertReference(desk.database.db);
  folder = await mkdtemp(join(tmpdir(), "hwbe-directory-"));
  live = await openLiveDirectory({ databaseUrl: desk.database.url, copyFile: join(folder, "directory.json"), baseUrl: "https://events.example", log: () => undefined });
});
after(async () => {
  await live?.close();
  await desk?.close();
  await rm(folder, { recursive: true, force: true });
});

const coordinator = () => desk.coordinator("selca");
const administrator = () => desk.person([{ role: "administrator" }]);
const organisation = (slug: string) => desk.database.db.selectFrom("organisation").selectAll().where("slug", "=", slug).executeTakeFirst();

const FORM = {
  name: "Example Charity", "short-name": "Example", kind: "charity", scope: "london", trusted: "no", "team-email": "team@example.org", "unseen-days": "3", "keep-days": "60",
};

test("the first page leads to each part of the directory, and to invitations", async () => {
  const { html } = await coordinator().get("/desk/directory");
  for (const part of ["organisations", "venues", "words", "pages", "sites"]) assert.match(html, new RegExp(`href="/desk/directory/${part}"`));
  assert.match(html, /href="\/desk\/team"/);
});

test("a coordinator adds an organisation, which belongs to their alliance, and changes it with its settings for referrals", async () => {
  const person = coordinator();
  await person.get("/desk/directory/organisations/new");
  const added = await person.submit({ ...FORM, alliance: "rm-partners" });
  assert.match(added.text, /Organisation added/);
  const stored = await organisation("example-charity");
  assert.deepEqual([stored?.alliance, stored?.trusted, stored?.ods_code], ["selca", false, null]);
  const page = await person.get("/desk/directory/organisations/example-charity");
  assert.match(page.html, /value="team@example.org"/);
  await person.submit({ ...FORM, name: "Example Charity UK", trusted: "yes", "ods-code": "zz 9x", website: "https://charity.example/", "keep-days": "30" });
  const settings = await desk.database.db.selectFrom("referral_settings").selectAll().where("organisation", "=", "example-charity").executeTakeFirst();
  assert.deepEqual(settings, { organisation: "example-charity", team_email: "team@example.org", unseen_after_working_days: 3, keep_days: 30 });
  const changed = await organisation("example-charity");
  assert.deepEqual([changed?.name, changed?.trusted, changed?.ods_code, changed?.website], ["Example Charity UK", true, "ZZ9X", "https://charity.example/"]);
});

test("what is wrong with an organisation is told at each field, and nothing of what was typed is lost", async () => {
  const person = coordinator();
  await person.get("/desk/directory/organisations/new");
  const page = await person.submit({ ...FORM, name: "", "ods-code": "???", website: "charity.example", "keep-days": "0", "team-email": "no address" });
  assert.equal(page.status, 422);
  assert.match(page.title, /^Error: /);
  for (const field of ["name", "ods-code", "website", "keep-days", "team-email"]) assert.match(page.html, new RegExp(`href="#${field}"`));
  assert.match(page.html, /value="charity\.example"/);
});

test("two organisations have neither one name nor one ODS code", async () => {
  const person = coordinator();
  await person.get("/desk/directory/organisations/new");
  assert.match((await person.submit({ ...FORM, name: "Oxleas" })).text, /There is an organisation with this name already/);
  assert.match((await person.submit({ ...FORM, name: "Another", "ods-code": "RJ1" })).text, /Another organisation has this ODS code/);
  assert.equal(await organisation("another"), undefined);
});

test("a coordinator sees and changes no organisation of another alliance, an administrator all", async () => {
  const person = coordinator();
  const list = (await person.get("/desk/directory/organisations")).html;
  assert.match(list, /organisations\/oxleas"/);
  assert.doesNotMatch(list, /organisations\/royal-marsden"/);
  const other = await desk.database.db.selectFrom("organisation").select(["slug", "name"]).where("alliance", "=", "rm-partners").executeTakeFirstOrThrow();
  assert.equal((await person.get(`/desk/directory/organisations/${other.slug}`)).status, 404);
  assert.equal((await person.submit(FORM, `/desk/directory/organisations/${other.slug}`)).status, 404);
  const all = administrator();
  assert.equal((await all.get(`/desk/directory/organisations/${other.slug}`)).status, 200);
  await all.submit({ ...FORM, name: other.name, alliance: "selca" });
  assert.equal((await organisation(other.slug))?.alliance, "selca");
});

test("a synonym that is saved finds events within seconds", async () => {
  await desk.publish("oxleas", "tai-chi", { title: "Gentle movement", starts_at: new Date(NOW + 86_400_000), ends_at: new Date(NOW + 90_000_000) });
  const { id } = await desk.database.db.selectFrom("event").select("id").where("slug", "=", "tai-chi").executeTakeFirstOrThrow();
  await desk.database.db.insertInto("event_topic").values({ event_id: id, topic: "physical-activity" }).execute();
  const search = () => live.current().query({ filters: {}, limit: 10, facets: false, q: "qigong" }, NOW).total;
  await until(() => live.current().byId(id) !== undefined, "the event is in the directory");
  assert.equal(search(), 0);
  const person = coordinator();
  const { html } = await person.get("/desk/directory/words/topics/physical-activity");
  const synonyms = /name="synonyms"[^>]*>\n?([^<]*)</.exec(html)?.[1] ?? "";
  await person.submit({ label: "Being active", theme: "body", definition: "", synonyms: `${synonyms}\r\nqigong\r\nqigong`, misspellings: "" });
  await until(() => search() === 1, "the synonym finds the event");
});

test("a topic is added at the end, and deleted only while no event has it", async () => {
  const person = coordinator();
  await person.get("/desk/directory/words/topics/new");
  assert.equal((await person.submit({ label: "Being active", synonyms: "x" })).status, 422);
  assert.match((await person.submit({ label: "Being active", theme: "body" })).text, /There is an entry with this name already/);
  assert.match((await person.submit({ label: "Gardening together", theme: "people", synonyms: "allotment" })).text, /Topic added/);
  const last = await desk.database.db.selectFrom("topic").select(["slug", "synonyms"]).orderBy("position", "desc").executeTakeFirst();
  assert.deepEqual(last, { slug: "gardening-together", synonyms: ["allotment"] });
  await person.get("/desk/directory/words/topics/physical-activity");
  assert.equal((await person.submit({}, "/desk/directory/words/topics/physical-activity/delete")).status, 422);
  await person.get("/desk/directory/words/topics/gardening-together");
  assert.match((await person.submit({}, "/desk/directory/words/topics/gardening-together/delete")).text, /Topic deleted/);
});

test("two topics that are added at once both get a place", async () => {
  const people = [coordinator(), administrator()];
  for (const person of people) await person.get("/desk/directory/words/topics/new");
  const pages = await Promise.all(people.map((person, index) => person.submit({ label: `At once ${index}`, theme: "mind" })));
  for (const page of pages) assert.match(page.text, /Topic added/);
});

test("cancers and stages are an administrator's to change", async () => {
  const person = coordinator();
  assert.equal((await person.get("/desk/directory/words/tumour-groups/breast")).status, 403);
  assert.doesNotMatch((await person.get("/desk/directory/words")).html, /tumour-groups\/breast/);
  const all = administrator();
  await all.get("/desk/directory/words/stages/newly-diagnosed");
  assert.match((await all.submit({ label: "Just found out", synonyms: "new diagnosis" })).text, /Words saved/);
  const { synonyms } = await desk.database.db.selectFrom("stage").select("synonyms").where("slug", "=", "newly-diagnosed").executeTakeFirstOrThrow();
  assert.deepEqual(synonyms, ["new diagnosis"]);
});

const about = async () => {
  const { app } = createApp({ directory: live, baseUrl: "https://events.example", assetsDir: "/nowhere", log: assert.fail, now: () => NOW });
  return (await app.request("https://events.example/about")).text();
};

test("a text is shown before it is published, and then stands on the public page", async () => {
  const person = coordinator();
  await person.get("/desk/directory/pages/about/carers");
  const text = { title: "For carers", body: "Come along.\n\n- bring a friend\n- [see events](/events?audience=carers)\n\n<b>No tags</b>" };
  const preview = await person.submit({ ...text, then: "preview" });
  assert.match(preview.html, /<ul>\s*<li>bring a friend<\/li>\s*<li><a href="\/events\?audience=carers">see events<\/a>/);
  assert.match(preview.html, /&lt;b&gt;No tags/);
  assert.doesNotMatch(await about(), /bring a friend/);
  assert.match((await person.submit({ ...text, then: "publish" })).text, /Text published/);
  await until(async () => (await about()).includes("bring a friend"), "the page has the text");
  const page = await about();
  for (const anchor of ["what", "ask-to-go", "carers", "what-to-expect", "support", "run-events", "tell-us"]) assert.match(page, new RegExp(`<h2 class="hwbe-anchor" id="${anchor}">`));
});

test("other support is added, put in order, taken off the page and put back", async () => {
  const person = coordinator();
  await person.get("/desk/directory/pages/signposts/new");
  assert.equal((await person.submit({ title: "Helpline", body: "", phone: "call us", then: "publish" })).status, 422);
  const post = { title: "Helpline", body: "Somebody listens.", phone: "020 7946 0100", website: "https://help.example/" };
  assert.match((await person.submit({ ...post, then: "preview" })).html, /<a href="tel:02079460100">020 7946 0100<\/a>/);
  await person.submit({ ...post, then: "publish" });
  const order = async () => (await desk.database.db.selectFrom("signpost").select("slug").orderBy("position").execute()).map(({ slug }) => slug);
  assert.deepEqual((await order()).slice(-2), ["nhs-111", "helpline"]);
  await person.submit({}, "/desk/directory/pages/signposts/helpline/up");
  assert.deepEqual((await order()).slice(-2), ["helpline", "nhs-111"]);
  await until(async () => (await about()).includes("Somebody listens"), "the page has it");
  assert.match((await person.submit({}, "/desk/directory/pages/signposts/helpline/shown")).text, /Taken off the page/);
  await until(async () => !(await about()).includes("Somebody listens"), "the page is without it");
  await person.submit({}, "/desk/directory/pages/signposts/helpline/shown");
  await until(async () => (await about()).includes("Somebody listens"), "the page has it again");
});

test("what was edited stays when the service starts again, and nothing that was taken off comes back", async () => {
  const person = coordinator();
  await person.get("/desk/directory/pages");
  await person.submit({}, "/desk/directory/pages/signposts/maggies/shown");
  const texts = () => Promise.all([desk.database.db.selectFrom("page_section").selectAll().orderBy("slug").execute(), desk.database.db.selectFrom("signpost").selectAll().orderBy("slug").execute()]);
  const stored = await texts();
  const { number } = await desk.database.db.selectFrom("change_counter").select("number").executeTakeFirstOrThrow();
  await insertPageTexts(desk.database.db);
  await insertReference(desk.database.db);
  assert.deepEqual(await texts(), stored);
  assert.equal((await desk.database.db.selectFrom("change_counter").select("number").executeTakeFirstOrThrow()).number, number);
});

test("websites with the finder are listed by how often it was opened, with a file of each day", async () => {
  await desk.database.db.insertInto("embedding_site").values([
    { host: "trust.example", day: "2026-11-20", loads: 1_200 }, { host: "trust.example", day: "2026-11-23", loads: 1 },
    { host: "charity.example", day: "2026-11-01", loads: 4 }, { host: "old.example", day: "2026-10-01", loads: 9 }, { host: "other", day: "2026-11-23", loads: 2 },
  ]).execute();
  const person = coordinator();
  const { text } = await person.get("/desk/directory/sites");
  assert.match(text, /trust\.example Times opened 1,201 Days 2 Last opened Monday 23 November 2026.*charity\.example.*Other websites/);
  assert.doesNotMatch(text, /old\.example/);
  const file = await person.get("/desk/directory/sites.csv");
  assert.match(file.headers.get("content-type") ?? "", /^text\/csv/);
  assert.equal(file.html, "website,day,times opened\r\ncharity.example,2026-11-01,4\r\ntrust.example,2026-11-20,1200\r\nother,2026-11-23,2\r\ntrust.example,2026-11-23,1\r\n");
});
