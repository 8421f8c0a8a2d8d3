import { dirname, join, normalize, relative, sep } from "node:path";

/** May be imported as types by all who are listed with it; its values only where it stands without "type". */
const CONTRACT_TYPES = ["type server/contract", "server/contract/values.ts"];

/**
 * Who may import whom: a folder, and what it may import besides its own files. A folder stands for the files that lie in it,
 * not for those of its subfolders; a name without a slash at its end is a package with all its parts. What is not here is denied.
 */
const MAY_IMPORT = {
  "": ["vite", "node:"],
  "server/contract": ["zod"],
  "server/wording": ["type server/contract"],
  "server/search": [...CONTRACT_TYPES, "fuse.js"],
  "server/feeds/ical": ["server/contract", "server/wording"],
  "server/feeds": ["server/feeds/ical", "server/contract", "server/wording", "server/events", "server/http", "hono"],
  "server/http": ["type server/contract", "server/sealing", "hono", "@hono/node-server", "type zod", "node:"],
  "server/events": [
    "server/contract", "server/wording", "server/search", "server/feeds/ical", "server/http", "server/imports/attribution.ts",
    "db/connect.ts", "db/schema.ts", "hono", "kysely", "pg", "zod", "node:",
  ],
  "server/isolated": ["node:"],
  "server/calendars": [
    "server/contract", "server/wording", "server/isolated", "server/imports", "server/error-lines.ts", "server/failure-line.ts", "db/connect.ts", "db/schema.ts",
    "ical.js", "kysely", "zod", "node:",
  ],
  "server/imports": [
    "server/contract", "server/wording", "server/search", "server/isolated", "server/command.ts", "server/config.ts",
    "db/open.ts", "db/migrate.ts", "db/schema.ts", "kysely", "csv-parse", "read-excel-file", "node:",
  ],
  "server/pages": [
    "server/contract", "server/wording", "server/search", "server/events", "server/feeds", "server/http",
    "server/imports/attribution.ts", "hono", "uqr",
  ],
  "server/pages/fields": ["server/imports/dates-and-times.ts", "server/pages", "hono", "zod"],
  "server/referrals": [
    "server/sealing", "server/referrals/database", "server/referrals/visitors", "server/contract", "server/wording", "server/command.ts", "server/config.ts",
    "server/error-lines.ts", "db/migrate.ts", "db/open.ts", "db/schema.ts", "kysely", "zod", "node:",
  ],
  "server/referrals/database": ["server/failure-line.ts", "db/connect.ts", "db/schema.ts", "kysely", "pg"],
  "server/referrals/visitors": [
    "server/sealing", "server/referrals", "server/referrals/database", "type server/contract", "db/schema.ts", "altcha-lib", "hono", "kysely",
    "rate-limiter-flexible", "zod",
  ],
  "server/referrals/api": [
    "server/referrals", "server/referrals/database", "server/referrals/visitors", "server/contract", "server/http", "server/wording",
    "server/command.ts", "server/config.ts", "db/migrate.ts", "db/open.ts", "db/schema.ts", "hono", "kysely", "zod", "node:",
  ],
  "server/notifications": [
    "server/feeds/ical", "server/http/this-machine.ts", "server/pages", "server/referrals", "server/sealing", "server/suggestions", "server/wording", "server/error-lines.ts", "server/failure-line.ts",
    "db/connect.ts", "db/schema.ts", "hono", "kysely", "nodemailer", "node:",
  ],
  "server/referrals/pages/fields": ["server/contract", "server/pages", "server/pages/fields", "server/wording", "hono", "zod"],
  "server/referrals/pages/questions": ["server/contract", "server/pages", "server/pages/fields", "server/referrals/pages/fields", "hono"],
  "server/referrals/pages/refer": [
    "server/contract", "server/http", "server/pages", "server/pages/fields", "server/wording", "server/referrals", "server/referrals/database", "server/referrals/visitors",
    "server/referrals/pages", "server/referrals/pages/fields", "server/referrals/pages/questions", "hono", "zod", "node:",
  ],
  "server/referrals/pages/links": [
    "server/contract", "server/http", "server/pages", "server/pages/fields", "server/wording", "server/referrals", "server/referrals/visitors", "server/referrals/pages",
    "server/referrals/pages/fields", "hono",
  ],
  "server/referrals/pages": [
    "server/contract", "server/events", "server/http", "server/pages", "server/pages/fields", "server/referrals", "server/referrals/database", "server/referrals/visitors",
    "server/referrals/pages/fields",
    "server/referrals/pages/questions", "server/referrals/pages/refer", "server/referrals/pages/links", "hono", "zod", "node:",
  ],
  "server/suggestions": [
    "server/sealing", "server/contract", "server/referrals", "server/referrals/visitors", "server/wording", "db/schema.ts", "kysely", "zod",
  ],
  "server/suggestions/pages": [
    "server/suggestions", "server/contract", "server/events", "server/http", "server/pages", "server/pages/fields", "server/referrals",
    "server/referrals/pages", "server/referrals/visitors", "server/wording", "hono", "zod", "node:",
  ],
  "server/accounts": [
    "server/accounts/pages", "server/contract", "server/desk", "server/http", "server/notifications", "server/pages", "server/referrals", "server/referrals/visitors", "server/sealing", "server/command.ts",
    "server/config.ts", "db/migrate.ts", "db/open.ts", "db/schema.ts", "@better-auth/utils", "better-auth", "hono", "kysely", "node:",
  ],
  "server/accounts/pages": [
    "server/accounts", "server/contract", "server/desk", "server/http", "server/pages", "server/pages/fields", "server/referrals/visitors", "db/schema.ts", "hono", "kysely", "uqr", "zod",
  ],
  "server/desk/events/form": ["server/contract", "server/imports", "server/pages", "server/pages/fields", "server/wording", "db/schema.ts", "hono", "kysely"],
  "server/desk/queue": [
    "server/desk", "server/desk/events", "server/desk/events/form", "server/contract", "server/pages", "server/pages/fields", "server/sealing", "server/suggestions", "server/wording",
    "db/schema.ts", "hono", "kysely",
  ],
  "server/desk/events": [
    "server/desk", "server/desk/events/form", "type server/contract", "server/events", "server/failure-line.ts", "server/imports", "server/notifications", "server/pages", "server/pages/fields", "server/wording",
    "db/schema.ts", "hono", "kysely", "node:",
  ],
  "server/desk/people": [
    "server/desk", "server/desk/directory", "server/contract", "server/pages", "server/pages/fields", "server/referrals", "server/referrals/pages/links", "server/wording",
    "db/schema.ts", "hono", "kysely", "node:",
  ],
  "server/desk/directory": [
    "server/desk", "server/desk/directory/organisations", "server/desk/directory/venues", "server/desk/directory/words", "server/desk/directory/pages",
    "server/desk/directory/sites", "server/pages", "server/pages/fields", "hono",
  ],
  "server/desk/directory/organisations": [
    "server/desk", "server/desk/directory", "server/contract", "server/imports", "server/pages", "server/pages/fields", "db/schema.ts", "hono", "kysely",
  ],
  "server/desk/directory/venues": [
    "server/desk", "server/desk/directory", "server/imports", "server/pages", "server/pages/fields", "server/wording", "db/schema.ts", "hono", "kysely",
  ],
  "server/desk/directory/words": [
    "server/desk", "server/desk/directory", "server/imports", "server/pages", "server/pages/fields", "db/schema.ts", "hono", "kysely",
  ],
  "server/desk/directory/pages": [
    "server/desk", "server/desk/directory", "server/events", "server/imports", "server/pages", "server/pages/fields", "db/schema.ts", "hono", "kysely",
  ],
  "server/desk/directory/sites": ["server/desk", "server/desk/directory", "server/sites", "server/wording", "hono"],
  "server/sites": ["server/wording", "server/error-lines.ts", "server/failure-line.ts", "db/connect.ts", "db/schema.ts", "kysely", "node:"],
  "server/desk/dashboard/charts": ["server/desk/dashboard", "type server/desk/dashboard/figures", "vega"],
  "server/desk/dashboard/counts": ["server/desk/dashboard", "server/desk/events/still-right.ts", "server/wording", "db/schema.ts", "kysely"],
  "server/desk/dashboard/figures": [
    "server/desk/dashboard", "server/desk/dashboard/counts", "type server/desk/dashboard/charts", "server/desk/events/still-right.ts", "server/pages", "server/wording",
    "db/schema.ts", "kysely",
  ],
  "server/desk/dashboard": [
    "server/desk", "server/desk/dashboard/charts", "server/desk/dashboard/counts", "server/desk/dashboard/figures", "type server/accounts", "server/imports/dates-and-times.ts",
    "server/pages", "server/pages/fields", "server/wording", "db/schema.ts", "hono", "kysely",
  ],
  "server/desk/calendars": [
    "server/desk", "server/desk/events/form", "server/desk/directory", "server/calendars", "server/contract", "server/imports", "server/pages", "server/pages/fields", "server/wording", "hono",
  ],
  "server/desk/imports": ["server/desk", "server/desk/directory", "server/contract", "server/http", "server/imports", "server/pages", "server/pages/fields", "server/wording", "hono"],
  "server/desk": [
    "server/accounts", "type server/calendars", "server/desk/calendars", "server/desk/people", "server/desk/directory", "server/desk/dashboard", "server/desk/events", "server/desk/imports", "server/desk/queue", "server/events", "server/http", "server/pages", "server/pages/fields", "server/referrals", "server/sealing", "db/schema.ts", "hono",
    "kysely", "zod",
  ],
  "server/widget": [
    "type server/contract", "server/events", "server/http", "server/pages", "server/pages/fields", "db/schema.ts", "hono", "kysely", "node:",
  ],
  "server/sealing": ["zod", "node:"],
  "server/pages/scripts": ["altcha-lib"],
  "server/assets": ["vite", "node:"],
  "server": [
    "server/accounts", "server/assets", "server/calendars", "server/desk", "server/desk/events/ask-organisers.ts", "type db/schema.ts", "type kysely", "server/contract", "server/events", "server/feeds", "server/http", "server/imports", "server/notifications", "server/pages", "server/referrals",
    "server/referrals/api", "server/referrals/pages", "server/sealing", "server/suggestions", "server/suggestions/pages", "server/sites", "server/widget", "demo",
    "db/connect.ts", "db/embedded.ts", "db/migrate.ts", "db/open.ts", "db/reference/insert.ts", "db/seed.ts", "hono", "zod", "node:",
  ],
  "db/migrations": ["kysely"],
  "db/reference": ["db/schema.ts", "kysely", "csv-parse", "node:"],
  "db/sample": ["db/reference", "db/schema.ts", "server/wording", "kysely", "csv-parse", "node:"],
  "db/embedded": ["db/embedded.ts", "node:"],
  "db": ["db/embedded", "db/migrations", "db/reference", "db/sample", "server/command.ts", "kysely", "pg", "node:"],
  "demo/apps": ["hwbe-finder", "react", "react-dom", "vue"],
  "demo": ["hono", "@hono/node-server", "node:"],
  "widget/package": ["widget", "vite", "node:"],
  "widget/languages": ["type widget", ...CONTRACT_TYPES, "server/wording"],
  "widget/styles": ["lit"],
  "widget/views": ["widget", ...CONTRACT_TYPES, "server/wording", "lit"],
  "widget": ["widget/languages", "widget/views", "widget/styles", ...CONTRACT_TYPES, "server/search", "server/wording", "lit", "@lit/task"],
};

const root = import.meta.dirname;
const inProject = (path) => relative(root, path).split(sep).join("/");
const folderOf = (path) => (path.includes("/") ? dirname(path) : "");
const isOf = (name, entry) => name === entry || (entry.endsWith(":") ? name.startsWith(entry) : name.startsWith(`${entry}/`));

/** Whether an entry of the table covers what is imported: a path in the project, or the name of a package. */
function covers(entry, { target, isOurs, isType }) {
  const allowed = entry.replace(/^type /, "");
  if (allowed !== entry && !isType) return false;
  return isOurs ? target === allowed || folderOf(target) === allowed : isOf(target, allowed);
}

/** ESLint rule: holds `MAY_IMPORT`. Tests, and what only tests and measurements use, are exempt where the rule is switched on. */
const mayImport = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const folder = folderOf(inProject(context.filename));
    function check(node) {
      if (typeof node.source?.value !== "string") return;
      const isType = node.type === "TSImportType" || (node.importKind ?? node.exportKind) === "type";
      const isOurs = node.source.value.startsWith(".");
      const target = isOurs ? normalize(inProject(join(dirname(context.filename), node.source.value))) : node.source.value;
      if (isOurs && folderOf(target) === folder) return;
      if ((MAY_IMPORT[folder] ?? []).some((entry) => covers(entry, { target, isOurs, isType }))) return;
      context.report({ node, message: `${folder || "This folder"} may not import ${target}${isType ? "" : " as a value"}: see eslint.imports.js.` });
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check, TSImportType: check };
  },
};

export default { rules: { "may-import": mayImport } };
