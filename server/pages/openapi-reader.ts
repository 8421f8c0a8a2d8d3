/** One thing that a path takes. */
export interface ParameterDoc {
  name: string;
  in: string;
  required: boolean;
  type: string;
  description: string;
  example: string | undefined;
}

export interface ResponseDoc {
  status: string;
  description: string;
  /** Media types, each with the name of its schema when it has one. */
  bodies: { mediaType: string; schema: string | undefined }[];
}

export interface OperationDoc {
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: ParameterDoc[];
  responses: ResponseDoc[];
}

export interface FieldDoc {
  name: string;
  type: string;
  /** The named schema that it is made of, if any. */
  schema: string | undefined;
  required: boolean;
  description: string;
}

export interface SchemaDoc {
  name: string;
  description: string;
  fields: FieldDoc[];
}

export interface ApiDoc {
  title: string;
  description: string;
  licence: { name: string; url: string | undefined } | undefined;
  operations: OperationDoc[];
  schemas: SchemaDoc[];
}

type Fields = Record<string, unknown>;

const METHODS = ["get", "put", "post", "delete", "patch", "head", "options"];

const isRecord = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const record = (value: unknown): Fields => (isRecord(value) ? value : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The last part of a reference such as `#/components/schemas/Event`. */
function refName(schema: Fields): string | undefined {
  return text(schema.$ref).split("/").at(-1) || undefined;
}

/** What a `$ref` within the document points to (RFC 6901), or the thing itself. */
function resolve(value: unknown, document: Fields): Fields {
  const here = record(value);
  const path = text(here.$ref);
  if (!path.startsWith("#/")) return here;
  const keys = path.slice(2).split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return record(keys.reduce<unknown>((at, key) => record(at)[key], document));
}

/** The named schema in a schema: itself, the items of a list, or the one alternative beside null. */
function schemaIn(schema: Fields): string | undefined {
  const inner = [...list(schema.anyOf), ...list(schema.oneOf), ...list(schema.allOf)].map(record);
  return refName(schema) ?? inner.map(schemaIn).find(Boolean) ?? (isRecord(schema.items) ? schemaIn(schema.items) : undefined);
}

const literal = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** A type in words: `string (date)`, `list of TermRef`, `"open" or "full"`. */
function typeWords(schema: Fields): string {
  const name = refName(schema);
  if (name) return name;
  if ("const" in schema) return literal(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map(literal).join(", ");
  const alternatives = [...list(schema.anyOf), ...list(schema.oneOf)].map((one) => typeWords(record(one)));
  if (alternatives.length > 0) return [...new Set(alternatives)].join(" or ");
  const parts = list(schema.allOf).map((one) => typeWords(record(one)));
  if (parts.length > 0) return parts.join(" and ");
  const types = Array.isArray(schema.type) ? schema.type.map(text) : [text(schema.type)];
  return types.map((type) => plainType(type, schema)).join(" or ") || "any";
}

function plainType(type: string, schema: Fields): string {
  if (type === "array") return `list of ${typeWords(record(schema.items))}`;
  const format = text(schema.format);
  return format && type !== "null" ? `${type} (${format})` : type;
}

function readParameter(value: unknown, document: Fields): ParameterDoc {
  const parameter = resolve(value, document);
  const schema = record(parameter.schema);
  const examples = list(schema.examples);
  const example = parameter.example ?? schema.example ?? examples[0];
  return {
    name: text(parameter.name),
    in: text(parameter.in),
    required: parameter.required === true,
    type: typeWords(schema),
    description: text(parameter.description) || text(schema.description),
    example: example === undefined ? undefined : literal(example),
  };
}

function readResponse([status, value]: [string, unknown], document: Fields): ResponseDoc {
  const response = resolve(value, document);
  const bodies = Object.entries(record(response.content)).map(([mediaType, body]) => ({
    mediaType,
    schema: schemaIn(record(record(body).schema)),
  }));
  return { status, description: text(response.description), bodies };
}

function readOperations(document: Fields): OperationDoc[] {
  return Object.entries(record(document.paths)).flatMap(([path, value]) => {
    const item = resolve(value, document);
    return METHODS.filter((method) => isRecord(item[method])).map((method) => {
      const operation = record(item[method]);
      return {
        method: method.toUpperCase(),
        path,
        summary: text(operation.summary),
        description: text(operation.description),
        parameters: [...list(item.parameters), ...list(operation.parameters)].map((one) => readParameter(one, document)),
        responses: Object.entries(record(operation.responses)).map((entry) => readResponse(entry, document)),
      };
    });
  });
}

/** The fields of an object, and of what it is put together from. */
function readFields(schema: Fields, document: Fields, depth = 0): FieldDoc[] {
  const inherited = depth > 4 ? [] : list(schema.allOf).flatMap((part) => readFields(resolve(part, document), document, depth + 1));
  const required = list(schema.required);
  const own = Object.entries(record(schema.properties)).map(([name, value]) => {
    const field = record(value);
    return { name, type: typeWords(field), schema: schemaIn(field), required: required.includes(name), description: text(field.description) };
  });
  return [...new Map([...inherited, ...own].map((field) => [field.name, field])).values()];
}

/** Reads an OpenAPI 3.1 document as far as people need it. What is missing or of another shape than expected is left out. */
export function readOpenApi(value: unknown): ApiDoc {
  const document = record(value);
  const info = record(document.info);
  const licence = record(info.license);
  const schemas = Object.entries(record(record(document.components).schemas)).map(([name, schema]) => ({
    name, description: text(record(schema).description), fields: readFields(record(schema), document),
  }));
  return {
    title: text(info.title),
    description: text(info.description),
    licence: text(licence.name) ? { name: text(licence.name), url: text(licence.url) || undefined } : undefined,
    operations: readOperations(document),
    schemas: schemas.filter(({ fields }) => fields.length > 0),
  };
}
