import { z } from "zod";
import { Problem } from "./problem.ts";

export type JsonSchema = Record<string, unknown>;

const SCHEMAS = "#/components/schemas/";

/** Names of fields that have a default, and so may be left out of what is sent. */
function withDefault(properties: unknown): string[] {
  return Object.entries(properties ?? {}).flatMap(([name, field]) => ("default" in (field as JsonSchema) ? [name] : []));
}

/** Readers need the name of a format, not how it is checked; and a later version may add fields. */
function simplify({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema["format"] !== undefined) delete jsonSchema["pattern"];
  if (jsonSchema["additionalProperties"] === false) delete jsonSchema["additionalProperties"];
  const optional = withDefault(jsonSchema["properties"]);
  if (optional.length > 0) jsonSchema["required"] = (jsonSchema["required"] as string[]).filter((name) => !optional.includes(name));
}

/** Every named schema of the wire format, as JSON Schema 2020-12, which is what OpenAPI 3.1 takes. */
function namedSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => `${SCHEMAS}${id}`, override: simplify });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: _id, ...schema }]) => [id, schema as JsonSchema]));
}

const namesIn = (value: unknown) => [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);

/** The named schemas that the paths speak of, and those that these are made of. */
export function schemasOf(paths: object): Record<string, JsonSchema> {
  const all = namedSchemas();
  const needed = new Set(namesIn(paths));
  for (const name of needed) for (const part of namesIn(all[name])) needed.add(part);
  return Object.fromEntries(Object.entries(all).filter(([name]) => needed.has(name)));
}

function reference(schema: z.ZodType): JsonSchema {
  return { $ref: `${SCHEMAS}${z.globalRegistry.get(schema)?.id}` };
}

/** What is sent or answered as JSON, of a schema with an `id`. */
export function json(description: string, schema: z.ZodType) {
  return { description, content: { "application/json": { schema: reference(schema) } } };
}

export function problem(description: string) {
  return { description, content: { "application/problem+json": { schema: reference(Problem) } } };
}

/** One parameter of the query for each field of the schema, which names it. */
export function queryParameters({ shape }: z.ZodObject, describe: (name: string) => string | undefined = () => undefined): JsonSchema[] {
  return Object.entries(shape).map(([name, field]) => {
    const { $schema: _, description, ...schema } = z.toJSONSchema(field as z.ZodType, { override: simplify }) as JsonSchema;
    return { name, in: "query", required: false, description: describe(name) ?? description, schema };
  });
}
