import { html } from "hono/html";
import type { Context } from "hono";
import { findKeptFile, reportFile, type ImportedFile } from "../../imports/kept-files.ts";
import { newStatusOf } from "../../imports/new-status.ts";
import { importOwn, previewImport, type ImportPreview, type OwnImport, type PreviewRow } from "../../imports/own-import.ts";
import { readTable } from "../../imports/read-table.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { sendNotFound, sendTitled } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import type { OrganiserVisit } from "../visit.ts";
import { previewTables, problemsTable } from "./preview-tables.ts";

const BACK = { href: "/desk/import", text: "Bring in another file" };
const count = (number: number, one: string, many = `${one}s`) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

function countsList(rows: readonly PreviewRow[]): Html {
  const of = (kind: PreviewRow["kind"]) => rows.filter((row) => row.kind === kind).length;
  const counts = [["New", of("new")], ["Changed", of("changed")], ["The same", of("unchanged")], ["Left out", of("wrong")]] as const;
  return html`<dl class="hwbe-counts">${counts.map(([name, number]) => html`<div><dt>${name}</dt><dd>${number.toLocaleString("en-GB")}</dd></div>`)}</dl>`;
}

function confirmForm(rows: readonly PreviewRow[], { token }: OrganiserVisit, status: OwnImport["status"]): Html {
  const good = rows.filter(({ kind }) => kind === "new" || kind === "changed").length;
  if (good === 0) return html`<p>There is nothing to bring in.</p>`;
  const wrong = rows.filter(({ kind }) => kind === "wrong").length;
  return html`${status === "awaiting-moderation" && html`<p>Your cancer alliance looks at new events before they are public.</p>`}
${wrong > 0 && html`<p>You can bring in the others now. Put the rest right in your file and bring it in again: nothing is doubled.</p>`}
<form method="post"><input type="hidden" name="token" value="${token}">
<button class="nhsuk-button" type="submit" data-prevent-double-click="true">Bring in ${count(good, "event")}</button></form>`;
}

function unknownColumns({ unknownColumns: names }: ImportPreview): OptionalHtml {
  if (names.length === 0) return undefined;
  return html`<div class="nhsuk-inset-text"><p>${names.length === 1 ? "We do not know this column" : "We do not know these columns"} and do not use ${names.length === 1 ? "it" : "them"}: ${names.join(", ")}.</p></div>`;
}

function sendPreview(c: Context, visit: OrganiserVisit, preview: ImportPreview, { name, status }: { name: string; status: OwnImport["status"] }): Promise<Response> {
  const { rows } = preview;
  return sendTitled(c, visit, { title: "What your file would do", current: "import", back: BACK, isWide: true }, html`
<p>${name}: nothing is published yet.</p>
${countsList(rows)}
${unknownColumns(preview)}
${confirmForm(rows, visit, status)}
${previewTables(rows)}`);
}

function sendReport(c: Context, visit: OrganiserVisit, { added, changed, unchanged, problems }: ImportedFile): Promise<Response> {
  return sendTitled(c, visit, { title: "Your file is in", current: "import", back: BACK, isWide: true }, html`
<p>${count(added, "event")} added, ${changed} changed, ${unchanged} the same.</p>
<p><a href="/desk/events">See your events</a></p>
${problemsTable(problems)}`);
}

/** A file that was sent: what it would do, the step that does it, and what became of it. */
export function registerFilePage(routes: DeskRoutes, { db, now }: DeskDependencies): void {
  const ownerOf = ({ organisation, staff }: OrganiserVisit) => ({ organisation, staff: staff.id });

  routes.get("organiser", "/desk/import/:id", async (c, visit) => {
    const file = await findKeptFile(db, ownerOf(visit), c.req.param("id") ?? "", { now: now() });
    if (!file) return sendNotFound(c, visit);
    if ("report" in file) return sendReport(c, visit, file.report);
    const status = await newStatusOf(db, visit.organisation);
    const preview = await previewImport(db, await readTable(file.bytes), { organisation: visit.organisation, status, now: now() });
    return sendPreview(c, visit, preview, { name: file.name, status });
  });

  routes.post("organiser", "/desk/import/:id", async (c, visit) => {
    const id = c.req.param("id") ?? "";
    const owner = ownerOf(visit);
    const kept = await findKeptFile(db, owner, id, { now: now() });
    if (!kept) return sendNotFound(c, visit);
    const records = "bytes" in kept ? await readTable(kept.bytes) : [];
    await db.transaction().execute(async (tx) => {
      const file = await findKeptFile(tx, owner, id, { now: now(), lock: true });
      if (!file || "report" in file) return;
      const status = await newStatusOf(tx, visit.organisation);
      await reportFile(tx, id, await importOwn(tx, records, { organisation: visit.organisation, status, now: now() }));
    });
    return routes.finish(c, `/desk/import/${id}`, "Your events are in");
  });
}
