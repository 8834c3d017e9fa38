import { Ajv2019, type AnySchemaObject } from "ajv/dist/2019.js";
import addFormats from "ajv-formats";
import type { Request, RequestHandler } from "express";

type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => string | null;

interface Operation {
  readonly path: RegExp;
  readonly method: string;
  readonly query: Check;
  readonly requestBody: Check | null;
  readonly answers: ReadonlyMap<string, Check | null>;
}

export interface Leniency {
  /** In front of every path. */
  readonly prefix?: string;
  /** Parameters that the description forgot. */
  readonly query?: readonly string[];
  /** Answers that the description has wrong, by the end of their path. */
  readonly answers?: Readonly<Record<string, AnySchemaObject>>;
}

/**
 * Holds a stand-in to a vendor's description, both ways: what the client sends and what the stand-in answers. A request
 * that is against it is answered with status 599, so that no adapter can take it for anything; all are kept as faults.
 */
export class Contract {
  readonly faults: string[] = [];
  readonly #operations: readonly Operation[];

  constructor(document: Json, leniency: Leniency = {}) {
    this.#operations = operationsOf(document, leniency);
  }

  readonly middleware: RequestHandler = (request, response, next) => {
    const operation = this.#operations.find(
      ({ method, path }) => method === request.method.toLowerCase() && path.test(request.path),
    );
    const wrong = operation ? wrongRequest(operation, request) : "is not in the description";
    const name = `${request.method} ${request.path}`;
    if (!operation || wrong !== null) {
      this.faults.push(`${name} ${wrong}`);
      response.status(599).end();
      return;
    }
    const send = response.json.bind(response);
    response.json = (body: unknown) => {
      const status = String(response.statusCode);
      const answer = operation.answers.get(status) ?? operation.answers.get(`${status[0]}XX`);
      const told = answer?.(body) ?? null;
      if (told !== null) this.faults.push(`${name} answered ${status}: ${told}`);
      return send(body);
    };
    next();
  };
}

function wrongRequest(operation: Operation, request: Request): string | null {
  const query = operation.query({ ...request.query });
  if (query !== null) return `has a wrong query: ${query}`;
  const { body } = request;
  const isEmpty = body === undefined || (typeof body === "object" && body !== null && Object.keys(body).length === 0);
  if (operation.requestBody === null) return isEmpty ? null : "has a body where none belongs";
  const wrong = operation.requestBody(body);
  return wrong === null ? null : `has a wrong body: ${wrong}`;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectAt(value: unknown, ...keys: readonly string[]): Json {
  let found: unknown = value;
  for (const key of keys) found = isObject(found) ? found[key] : undefined;
  return isObject(found) ? found : {};
}

function operationsOf(document: Json, { prefix = "", query = [], answers = {} }: Leniency): Operation[] {
  const strict = new Ajv2019({ strict: false, allErrors: false });
  const loose = new Ajv2019({ strict: false, coerceTypes: "array" });
  for (const ajv of [strict, loose]) {
    addFormats.default(ajv);
    for (const [name, format] of Object.entries(twiliosFormats)) ajv.addFormat(name, format);
    ajv.addSchema({ $id: "d", ...closed(document) });
  }
  const compile = (ajv: Ajv2019, schema: unknown): Check => {
    const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"d#/')));
    return (value) => (validate(value) ? null : ajv.errorsText(validate.errors));
  };
  const resolve = (value: unknown): Json => {
    const ref = isObject(value) ? value["$ref"] : undefined;
    return typeof ref === "string" ? objectAt(document, ...ref.slice(2).split("/")) : objectAt(value);
  };
  const bodyOf = (holder: unknown) => objectAt(resolve(holder), "content", "application/json")["schema"];
  const formOf = (holder: unknown) => objectAt(resolve(holder), "content", form)["schema"];
  const found = Object.entries(objectAt(document, "paths")).flatMap(([path, item]) =>
    Object.entries(objectAt(item)).flatMap(([method, operation]): Operation[] => {
      if (!isObject(operation) || !("responses" in operation)) return [];
      const shared = objectAt(item)["parameters"];
      const named = [operation["parameters"], shared].flatMap((list) => (Array.isArray(list) ? list : [])).map(resolve);
      const common = Object.values(objectAt(document, "components", "parameters")).map(resolve);
      const allowed = [...named, ...common].filter((it) => it["in"] === "query");
      const properties = Object.fromEntries(allowed.map((it) => [String(it["name"]), withLists(it["schema"])]));
      for (const name of query) properties[name] = {};
      const requestSchema = bodyOf(operation["requestBody"]);
      const formSchema = formOf(operation["requestBody"]);
      const special = Object.entries(answers).find(([end]) => path.endsWith(end))?.[1];
      const statuses = Object.entries(objectAt(operation["responses"])).map(([status, answer]) => {
        const schema = status.startsWith("2") ? (special ?? bodyOf(answer)) : bodyOf(answer);
        return [status, schema === undefined ? null : compile(strict, schema)] as const;
      });
      return [
        {
          ...{ method, path: pattern(prefix + path), answers: new Map(statuses) },
          query: compile(loose, { type: "object", properties, additionalProperties: false }),
          requestBody: requestSchema
            ? compile(strict, requestSchema)
            : formSchema
              ? compile(loose, { ...objectAt(formSchema), additionalProperties: false })
              : null,
        },
      ];
    }),
  );
  // `/events/delta` before `/events/{id}`.
  return found.sort((a, b) => a.path.source.split("[^/]+").length - b.path.source.split("[^/]+").length);
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/[.]/g, "\\.").replaceAll(/\{[^}]*\}/g, "[^/]+")}$`);
}

const twiliosFormats = {
  "date-time-rfc-2822": /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/,
  "phone-number": /^\+\d+$/,
  currency: /^[A-Z]{3}$/i,
  "uri-map": true,
} as const;

/** What such a body holds arrives as text, whatever it is. */
const form = "application/x-www-form-urlencoded";

/** A list in a query travels as one text with commas, or repeated. */
function withLists(schema: unknown): unknown {
  return objectAt(schema)["type"] === "array" ? {} : (schema ?? {});
}

/**
 * Every object with named properties takes no others, but for OData's annotations. One that others build on stays open,
 * and so does what is made of it there.
 */
function closed(document: Json): Json {
  const text = JSON.stringify(document);
  const bases = new Set(
    Array.from(text.matchAll(/"allOf":\[\{"\$ref":"#\/components\/schemas\/([^"]+)"/g), (it) => it[1]),
  );
  const shut = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shut);
    if (!isObject(value)) return value;
    const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shut(part)]));
    const isClosable = isObject(inner["properties"]) && !("additionalProperties" in inner) && !("allOf" in inner);
    return isClosable && inner["title"] === undefined
      ? { ...inner, patternProperties: { "@": true }, additionalProperties: false }
      : inner;
  };
  const schemas = Object.entries(objectAt(document, "components", "schemas")).map(([name, schema]) => {
    if (bases.has(name)) return [name, schema];
    const isComposed = isObject(schema) && "allOf" in schema;
    if (isComposed) return [name, { ...schema, patternProperties: { "@": true }, unevaluatedProperties: false }];
    return [name, shut({ ...objectAt(schema), title: undefined })];
  });
  return { ...document, components: { ...objectAt(document, "components"), schemas: Object.fromEntries(schemas) } };
}
