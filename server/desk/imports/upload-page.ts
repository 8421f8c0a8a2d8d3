import { html } from "hono/html";
import type { Context } from "hono";
import { MAX_FILE_BYTES } from "../../http/upload.ts";
import { OPTIONAL_COLUMNS, readHeader, REQUIRED_COLUMNS } from "../../imports/columns.ts";
import { keepFile } from "../../imports/kept-files.ts";
import { readTable } from "../../imports/read-table.ts";
import { UnreadableFileError } from "../../imports/unreadable-file.ts";
import { errorMessage, errorSummary } from "../../pages/fields/error-summary.ts";
import type { Html } from "../../pages/markup.ts";
import { sendDesk } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import type { OrganiserVisit } from "../visit.ts";
import { columnsHelp } from "./columns-help.ts";

const FIELD = "file";
const TYPES = ".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function fileField(error: string | undefined): Html {
  return html`<div class="nhsuk-form-group${error !== undefined && " nhsuk-form-group--error"}">
<label class="nhsuk-label nhsuk-label--s" for="${FIELD}">Your file</label>
<div class="nhsuk-hint" id="${FIELD}-hint">A CSV file or an Excel workbook (.xlsx), up to ${MAX_FILE_BYTES / 1024 / 1024} MB and 5,000 rows</div>
${errorMessage(FIELD, error)}
<input class="hwbe-file" id="${FIELD}" name="${FIELD}" type="file" accept="${TYPES}" aria-describedby="${FIELD}-hint${error !== undefined && ` ${FIELD}-error`}">
</div>`;
}

function sendUpload(c: Context, visit: OrganiserVisit, error?: string): Promise<Response> {
  const hasErrors = error !== undefined;
  return sendDesk(c, visit, { title: "Bring events in", current: "import", hasErrors }, html`${errorSummary(hasErrors ? [{ field: FIELD, message: error }] : [])}
<h1 class="nhsuk-heading-l">Bring events in</h1>
<h2 class="nhsuk-heading-m" id="spreadsheet">From a spreadsheet</h2>
<p>Each row is one event. You see what each row would do before anything is published.</p>
<p><a href="/desk/import/template.csv" download>Download an empty file with all columns</a></p>
<form method="post" action="/desk/import" enctype="multipart/form-data" novalidate><input type="hidden" name="token" value="${visit.token}">
${fileField(error)}
<button class="nhsuk-button" type="submit" data-prevent-double-click="true">Look at the rows</button>
</form>
${columnsHelp()}
<h2 class="nhsuk-heading-m" id="calendar">From a calendar</h2>
<p>Do you keep your events in Outlook, Google or another calendar? We can follow it. A change there shows here within the hour.</p>
<p><a href="/desk/calendars">Follow a calendar</a></p>`, hasErrors ? 422 : 200);
}

/** Why a file cannot be read; undefined when it can. */
async function findFault(bytes: Buffer): Promise<string | undefined> {
  try {
    const records = await readTable(bytes);
    readHeader(records[0], ["organiser"]);
    return records.length > 1 ? undefined : "The file has no rows below its first one. Fill in a row for each event";
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.message;
    throw error;
  }
}

const TEMPLATE = `\uFEFF${[...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS].filter((column) => column !== "organiser").join(",")}\r\n`;

export function registerUploadPage(routes: DeskRoutes, { db, now }: DeskDependencies): void {
  routes.get("organiser", "/desk/import", (c, visit) => sendUpload(c, visit));

  routes.get("organiser", "/desk/import/template.csv", (c) =>
    c.body(TEMPLATE, 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="events.csv"' }));

  routes.upload("organiser", "/desk/import", async (c, visit, upload) => {
    if (upload === "too large") return sendUpload(c, visit, "The file is larger than 5 MB. Split it into smaller files");
    const { file } = upload;
    if (!file) return sendUpload(c, visit, "Choose a file");
    const fault = await findFault(file.bytes);
    if (fault !== undefined) return sendUpload(c, visit, fault);
    const id = await keepFile(db, { organisation: visit.organisation, staff: visit.staff.id }, file, now());
    return c.redirect(`/desk/import/${id}`, 303);
  });
}
