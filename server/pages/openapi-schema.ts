export interface FieldDoc {
  name: string;
  type: string;
  /** The named schema that it is made of, if any. */
  schema: string | undefined;
  required: boolean;
  description: string;
}

/** Part of a document: any object. */
export type Fields = Record<string, unknown>;

export const isRecord = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
/** These read any JSON: what is of another shape than expected counts as empty. */
export const record = (value: unknown): Fields => (isRecord(value) ? value : {});
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The last part of a reference such as `#/components/schemas/Event`. */
function refName(schema: Fields): string | undefined {
  return text(schema.$ref).split("/").at(-1) || undefined;
}

/** What a `$ref` within the document points to (RFC 6901), or the thing itself. */
export function resolve(value: unknown, document: Fields): Fields {
  const here = record(value);
  const path = text(here.$ref);
  if (!path.startsWith("#/")) return here;
  const keys = path.slice(2).split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return record(keys.reduce<unknown>((at, key) => record(at)[key], document));
}

/** The named schema in a schema: itself, the items of a list, or the one alternative beside null. */
export function schemaIn(schema: Fields): string | undefined {
  const inner = [...list(schema.anyOf), ...list(schema.oneOf), ...list(schema.allOf)].map(record);
  return refName(schema) ?? inner.map(schemaIn).find(Boolean) ?? (isRecord(schema.items) ? schemaIn(schema.items) : undefined);
}

export const literal = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** A type in words: `string (date)`, `list of TermRef`, `"open" or "full"`. */
export function typeWords(schema: Fields): string {
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

type NamedFields = Map<string, FieldDoc>;

const byName = (fields: readonly FieldDoc[]): NamedFields => new Map(fields.map((field) => [field.name, field]));

/** A field that differs between the alternatives of a schema, or is in some of them alone. */
function mergeField(name: string, alternatives: readonly NamedFields[]): FieldDoc {
  const found = alternatives.flatMap((fields) => fields.get(name) ?? []);
  const type = [...new Set(found.map((field) => field.type))].join(" or ");
  return { ...found[0]!, type, required: found.length === alternatives.length && found.every(({ required }) => required) };
}

function mergeAlternatives(alternatives: readonly NamedFields[]): FieldDoc[] {
  const names = new Set(alternatives.flatMap((fields) => [...fields.keys()]));
  return [...names].map((name) => mergeField(name, alternatives));
}

const MOST_LEVELS = 4;

/** The fields of an object, of what it is put together from, and of its alternatives. */
export function readFields(schema: Fields, document: Fields, depth = 0): FieldDoc[] {
  const inner = (part: unknown) => (depth > MOST_LEVELS ? [] : readFields(resolve(part, document), document, depth + 1));
  const alternatives = list(schema.oneOf).map((one) => byName(inner(one)));
  const required = list(schema.required);
  const own = Object.entries(record(schema.properties)).map(([name, value]) => {
    const field = record(value);
    const isRequired = required.includes(name);
    return { name, type: typeWords(field), schema: schemaIn(field), required: isRequired, description: text(field.description) };
  });
  return [...byName([...list(schema.allOf).flatMap(inner), ...mergeAlternatives(alternatives), ...own]).values()];
}
