import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { expectAccessible, expectNoSideways } from "../../../demo/testing/axe.ts";
import { openDeskInBrowser, type DeskInBrowser } from "../testing/desk-in-browser.ts";

let desk: DeskInBrowser;
let organisation: string;
before(async () => {
  desk = await openDeskInBrowser();
  ({ organisation } = await desk.database.db.selectFrom("event").select("organisation").orderBy("organisation").executeTakeFirstOrThrow());
});
after(() => desk?.stop());

const HEADINGS = "reference,title,for whom,summary,date,start time,end time,format,kind,audience,booking,who can book,capacity,notes";
const row = (reference: string, title: string, date: string, capacity = "20") => `${reference},${title},Everyone,How to rest.,${date},2pm,3.30pm,online,group-session,patients|carers,here,self,${capacity},x`;
const file = (...rows: string[]) => ({ name: "our-events.csv", mimeType: "text/csv", buffer: Buffer.from([HEADINGS, ...rows].join("\n")) });

const CALENDAR = ["BEGIN:VCALENDAR",
  ...["Relax and breathe", "Walk in the park"].flatMap((title, day) => ["BEGIN:VEVENT", `UID:${day}`, `SUMMARY:${title}`, `DTSTART:20991103T1${day}0000`, "DURATION:PT1H", "LOCATION:Sample Street Studio", "END:VEVENT"]),
  "BEGIN:VEVENT", "UID:w", "SUMMARY:Coffee", "DTSTART:20991103T100000", "END:VEVENT", "END:VCALENDAR"];

async function send(page: Page, ...rows: string[]): Promise<void> {
  await page.goto(`${desk.url}/desk/import`);
  await page.getByLabel("Your file").setInputFiles(file(...rows));
  await page.getByRole("button", { name: "Look at the rows" }).click();
}

async function keepCalendar(): Promise<string> {
  const year = new Date().getUTCFullYear() + (new Date().getUTCMonth() > 9 ? 1 : 0);
  const { id } = await desk.database.db.insertInto("calendar")
    .values({ organisation, address: `https://calendar.example/${crypto.randomUUID()}.ics`, body: Buffer.from(CALENDAR.join("\r\n").replaceAll("2099", String(year))), fetched_at: new Date() })
    .returning("id").executeTakeFirstOrThrow();
  return id;
}

for (const width of [360, 1024, 1440]) {
  test(`at ${width} pixels bringing in a file and a calendar has no fault that axe finds, and does not scroll sideways`, async () => {
    const page = await desk.page({ roles: [{ role: "organiser", organisation }], width });
    const look = async (name: string) => {
      await expectAccessible(page, name);
      await expectNoSideways(page, name);
    };
    await page.goto(`${desk.url}/desk/import`);
    await page.getByText("What stands in each column").click();
    await look("the upload");
    await page.getByRole("button", { name: "Look at the rows" }).click();
    await look("the upload with an error");
    await send(page, row(`A${width}`, "Rest well", "3/11/2099"), row(`B${width}`, "Sleep", "31/11/2099"));
    await look("the preview");
    await page.getByRole("button", { name: "Bring in 1 event" }).click();
    await look("the report");
    await send(page, row(`A${width}`, "Rest better", "3/11/2099", "30"));
    await look("the preview of a change");

    const id = await keepCalendar();
    await page.goto(`${desk.url}/desk/calendars`);
    await look("the calendars");
    await page.goto(`${desk.url}/desk/calendars/${id}`);
    await look("the mapping");
    await page.getByRole("button", { name: "Show what it brings" }).click();
    await look("the mapping with errors");
    await page.getByLabel("Who are these events for?").fill("Everyone");
    await page.getByLabel("They just come").check();
    await page.getByLabel("Place", { exact: true }).selectOption({ index: 1 });
    await page.getByRole("button", { name: "Show what it brings" }).click();
    await look("what the calendar brings");
  });
}

test("with scripts off, a file is chosen, looked at and brought in, and what it published is open to the public", async () => {
  const page = await desk.page({ roles: [{ role: "organiser", organisation }], width: 360, scripts: false });
  await send(page, row("Z1", "Rest without scripts", "3/11/2099"));
  await page.getByRole("button", { name: "Bring in 1 event" }).click();
  await page.getByRole("link", { name: "See your events" }).click();
  await page.getByRole("link", { name: "Rest without scripts", exact: true }).click();
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Rest without scripts");
});
