import { html } from "hono/html";
import type { Html, OptionalHtml } from "./markup.ts";
import type { OperationDoc, ParameterDoc, ResponseDoc, SchemaDoc } from "./openapi-reader.ts";
import type { FieldDoc } from "./openapi-schema.ts";

/** Text of the document, in which what stands between backticks is code. */
export function proseWithCode(text: string): Html {
  return html`${text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

type Cell = Html | string;

/** A table that scrolls by itself where it is wider than the screen. Columns with nothing in them are left out. */
export function docTable(label: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): OptionalHtml {
  if (rows.length === 0) return undefined;
  const shown = columns.map((_, column) => rows.some((row) => row[column]?.toString() !== ""));
  return html`<div class="hwbe-table" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${columns.map((column, index) => shown[index] && html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => shown[index] && html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`;
}

/** Code that scrolls by itself. */
export function codeBlock(label: string, code: string): Html {
  return html`<pre class="hwbe-code" role="region" aria-label="${label}" tabindex="0"><code>${code}</code></pre>`;
}

const anchor = (name: string) => `schema-${name}`;
const operationId = ({ method, path }: OperationDoc) => `${method}${path}`.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/-$/, "");

function schemaLink(name: string, known: ReadonlySet<string>): Html | string {
  return known.has(name) ? html`<a href="#${anchor(name)}">${name}</a>` : name;
}

function parameterRow({ name, type, description, example, required }: ParameterDoc): Cell[] {
  return [
    html`<code>${name}</code>${required && html`<br>required`}`,
    type,
    html`${proseWithCode(description)}${example !== undefined && html` For example: <code>${example}</code>`}`,
  ];
}

function responseRow({ status, description, bodies }: ResponseDoc, known: ReadonlySet<string>): Cell[] {
  const body = html`${bodies.map(({ mediaType, schema }) => html`<code>${mediaType}</code>${schema && html`<br>${schemaLink(schema, known)}`}`)}`;
  return [status, body, proseWithCode(description)];
}

const MANY_PARAMETERS = 5;

function parameterTable({ method, path, parameters }: OperationDoc, before: readonly OperationDoc[]): OptionalHtml {
  const same = before.find((other) => JSON.stringify(other.parameters) === JSON.stringify(parameters));
  if (same && parameters.length > MANY_PARAMETERS) {
    return html`<p>It takes the parameters of <a href="#${operationId(same)}">${same.summary || same.path}</a>.</p>`;
  }
  return docTable(`Parameters of ${method} ${path}`, ["Parameter", "Type", "What it does"], parameters.map(parameterRow));
}

function needs({ scopes, body }: OperationDoc, known: ReadonlySet<string>): OptionalHtml {
  if (scopes.length === 0 && body === undefined) return undefined;
  const names = scopes.map((scope, index) => html`${index > 0 && " or "}<code>${scope}</code>`);
  return html`<p>${scopes.length > 0 && html`It needs a key with the scope ${names}. `}${body !== undefined && html`Send ${schemaLink(body, known)} as JSON.`}</p>`;
}

function operation(doc: OperationDoc, before: readonly OperationDoc[], known: ReadonlySet<string>): Html {
  const { method, path, summary, description, responses } = doc;
  return html`<section>
<h3 class="hwbe-anchor" id="${operationId(doc)}">${summary || path}</h3>
<p><code>${method} ${path}</code></p>
${description && html`<p>${proseWithCode(description)}</p>`}
${needs(doc, known)}
${parameterTable(doc, before)}
${docTable(`Answers of ${method} ${path}`, ["Status", "Body", "Meaning"], responses.map((response) => responseRow(response, known)))}
</section>`;
}

/** Every path, with its parameters and answers. */
export function operationList(operations: readonly OperationDoc[], schemas: readonly SchemaDoc[]): Html {
  const known = new Set(schemas.map(({ name }) => name));
  return html`<ul class="nhsuk-list hwbe-contents">${operations.map((doc) => html`<li><a href="#${operationId(doc)}">${doc.summary || doc.path}</a></li>`)}</ul>
${operations.map((doc, index) => operation(doc, operations.slice(0, index), known))}`;
}

function fieldRow({ name, type, schema, required, description }: FieldDoc, known: ReadonlySet<string>): Cell[] {
  const words = schema && known.has(schema) ? type.split(schema).map((part, index) => html`${index > 0 && schemaLink(schema, known)}${part}`) : type;
  return [html`<code>${name}</code>${!required && html`<br>optional`}`, html`${words}`, proseWithCode(description)];
}

const fieldsOf = ({ fields }: SchemaDoc) => fields.map(({ name, type }) => `${name} ${type}`);

/** The largest other schema whose fields are all in this one too, so that they need not be told twice. */
function baseOf(schema: SchemaDoc, all: readonly SchemaDoc[]): SchemaDoc | undefined {
  const own = new Set(fieldsOf(schema));
  return all
    .filter((other) => other.fields.length > 1 && other.fields.length < schema.fields.length && fieldsOf(other).every((field) => own.has(field)))
    .sort((a, b) => b.fields.length - a.fields.length)[0];
}

function schemaSection(schema: SchemaDoc, all: readonly SchemaDoc[], known: ReadonlySet<string>): Html {
  const { name, description, fields } = schema;
  const base = baseOf(schema, all);
  const inherited = new Set(base?.fields.map((field) => field.name));
  const own = fields.filter((field) => !inherited.has(field.name));
  return html`<section>
<h3 class="hwbe-anchor" id="${anchor(name)}">${name}</h3>
${description && html`<p>${proseWithCode(description)}</p>`}
${base && html`<p>All fields of ${schemaLink(base.name, known)}, and:</p>`}
${docTable(`Fields of ${name}`, ["Field", "Type", "Meaning"], own.map((field) => fieldRow(field, known)))}
</section>`;
}

/** Every named object of the answers, with its fields. */
export function schemaList(schemas: readonly SchemaDoc[]): Html {
  const known = new Set(schemas.map(({ name }) => name));
  return html`${schemas.map((schema) => schemaSection(schema, schemas, known))}`;
}
