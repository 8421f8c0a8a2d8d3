import {
  isRecord, list, literal, readFields, record, resolve, schemaIn, text, typeWords, type FieldDoc, type Fields,
} from "./openapi-schema.ts";

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
  /** One of these, as a scope of a key, is needed. Empty: everybody may. */
  scopes: string[];
  parameters: ParameterDoc[];
  /** The name of the schema of what is sent. */
  body: string | undefined;
  responses: ResponseDoc[];
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

const METHODS = ["get", "put", "post", "delete", "patch", "head", "options"];

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

function readScopes(operation: Fields): string[] {
  return list(operation.security).flatMap((needs) => Object.values(record(needs)).flatMap(list)).map(text);
}

function readBody(operation: Fields, document: Fields): string | undefined {
  const content = record(resolve(operation.requestBody, document).content);
  return schemaIn(record(record(content["application/json"]).schema));
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
        scopes: readScopes(operation),
        body: readBody(operation, document),
        parameters: [...list(item.parameters), ...list(operation.parameters)].map((one) => readParameter(one, document)),
        responses: Object.entries(record(operation.responses)).map((entry) => readResponse(entry, document)),
      };
    });
  });
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
