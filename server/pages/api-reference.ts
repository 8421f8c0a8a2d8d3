import { html } from "hono/html";
import type { Html, OptionalHtml } from "./markup.ts";
import type { FieldDoc, OperationDoc, ParameterDoc, ResponseDoc, SchemaDoc } from "./openapi-reader.ts";

/** Text of the document, in which what stands between backticks is code. */
export function proseWithCode(text: string): Html {
  return html`${text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** A table that scrolls by itself where it is wider than the screen. */
export function docTable(label: string, columns: readonly string[], rows: readonly Html[]): OptionalHtml {
  if (rows.length === 0) return undefined;
  return html`<div class="hwbe-table" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
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

function parameterRow({ name, type, description, example, required }: ParameterDoc): Html {
  return html`<tr><td><code>${name}</code>${required && html`<br>required`}</td><td>${type}</td><td>${proseWithCode(description)}${example !== undefined && html` For example: <code>${example}</code>`}</td></tr>`;
}

function responseRow({ status, description, bodies }: ResponseDoc, known: ReadonlySet<string>): Html {
  return html`<tr><td>${status}</td><td>${bodies.map(({ mediaType, schema }) => html`<code>${mediaType}</code>${schema && html`<br>${schemaLink(schema, known)}`}`)}</td><td>${proseWithCode(description)}</td></tr>`;
}

function operation(doc: OperationDoc, known: ReadonlySet<string>): Html {
  const { method, path, summary, description, parameters, responses } = doc;
  return html`<section>
<h3 class="hwbe-anchor" id="${operationId(doc)}">${summary || path}</h3>
<p><code>${method} ${path}</code></p>
${description && html`<p>${proseWithCode(description)}</p>`}
${docTable(`Parameters of ${method} ${path}`, ["Parameter", "Type", "What it does"], parameters.map(parameterRow))}
${docTable(`Answers of ${method} ${path}`, ["Status", "Body", "Meaning"], responses.map((response) => responseRow(response, known)))}
</section>`;
}

/** Every path, with its parameters and answers. */
export function operationList(operations: readonly OperationDoc[], schemas: readonly SchemaDoc[]): Html {
  const known = new Set(schemas.map(({ name }) => name));
  return html`<ul class="nhsuk-list hwbe-contents">${operations.map((doc) => html`<li><a href="#${operationId(doc)}">${doc.summary || doc.path}</a></li>`)}</ul>
${operations.map((doc) => operation(doc, known))}`;
}

function fieldRow({ name, type, schema, required, description }: FieldDoc, known: ReadonlySet<string>): Html {
  const words = schema && known.has(schema) ? type.split(schema).map((part, index) => html`${index > 0 && schemaLink(schema, known)}${part}`) : type;
  return html`<tr><td><code>${name}</code>${!required && html`<br>optional`}</td><td>${words}</td><td>${proseWithCode(description)}</td></tr>`;
}

/** Every named object of the answers, with its fields. */
export function schemaList(schemas: readonly SchemaDoc[]): Html {
  const known = new Set(schemas.map(({ name }) => name));
  return html`${schemas.map(({ name, description, fields }) => html`<section>
<h3 class="hwbe-anchor" id="${anchor(name)}">${name}</h3>
${description && html`<p>${proseWithCode(description)}</p>`}
${docTable(`Fields of ${name}`, ["Field", "Type", "Meaning"], fields.map((field) => fieldRow(field, known)))}
</section>`)}`;
}
