import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, type GraphQLField } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { asKept, hostileTexts } from "./hostile-texts.ts";
import { leastInput, operationOf, type TextPlace, textPlaces, type Values, withText } from "./schema-inputs.ts";
import { startServer, type TestServer } from "./server.ts";
import { createValidInputs, type MakeInput } from "./valid-inputs.ts";

const schema = buildSchema(readFileSync(join(import.meta.dirname, "../../schema/schema.graphql"), "utf8"));
let database: TestDatabase;
let server: TestServer;
let cookie: string;
let valid: Record<string, MakeInput>;
let everything: string;
let marks = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  cookie = await server.signIn();
  valid = await createValidInputs(server, cookie);
  everything = await queryOfEverything();
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

/** Strings that name something: of an unknown one, anything may be said that is expected. */
const names = /(^|\.)(token|proof|code|coach|link|holdToken|bookingToken|replaces|redirectTo|undo|shown)$|shownWhen\./;
const isName = ({ path, type }: TextPlace) => type !== "String" || names.test(path);

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
}
type Outcome = { readonly error: { code: string; field?: string } } | { readonly answer: Answer | null };

async function ask(document: string, variables: Values): Promise<Outcome> {
  const { body } = await server.send({ query: document, variables }, { cookie });
  const [error] = Array.isArray(body.errors) ? body.errors : [];
  return error ? { error: error.extensions } : { answer: Object(body.data).answer };
}

/** `input.client.name` is `client.name` to an answer; answers to questions are named by their question. */
function namesPlace(field: string | undefined, { path }: TextPlace): boolean {
  const own = path.replace(/^input\./, "");
  if (own.startsWith("answers.")) return field?.startsWith("answers") ?? false;
  return field === own || own.startsWith(`${field}.`);
}

/** Every text of the database with a mark in it. */
async function keptWith(mark: string): Promise<string[]> {
  const { rows } = await server.context.pool.query<{ row: unknown }>(everything, [`%${mark}%`]);
  return rows.flatMap(({ row }) => textsOf(row)).filter((text) => text.includes(mark));
}

/** All rows of all tables that contain a text. */
async function queryOfEverything(): Promise<string> {
  const tables = await server.context.db.sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  return tables
    .map(({ name }) => `select to_jsonb(t) as row from "${name}" t where t::text like $1`)
    .join(" union all ");
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** What is wrong with how a text was taken in; null when nothing is. */
async function faultOf(
  place: TextPlace,
  { text, mark }: { text: string; mark: string },
  outcome: Outcome,
): Promise<string | null> {
  if ("error" in outcome) {
    const { code, field } = outcome.error;
    return code === "BAD_USER_INPUT" && namesPlace(field, place) ? null : `${code} at ${field}`;
  }
  const { answer } = outcome;
  if (answer?.__typename === "InvalidInput" && namesPlace(answer.field, place)) return null;
  if (isName(place)) return null;
  if (answer?.code) return `${answer.code} at ${answer.field ?? "no field"}`;
  const kept = await keptWith(mark);
  // An address that is made of a name has but its letters.
  const wrong = kept.filter((one) => !one.includes(asKept(text)) && !/^[a-z0-9-]+$/.test(one));
  if (wrong.length > 0) return `kept as ${JSON.stringify(wrong[0]?.slice(0, 80))}`;
  return kept.length > 0 ? null : "not kept";
}

type Operation = (typeof operations)[number];

/** Whether a text may come to be kept there: only where its input is known to be good does that happen. */
const keepsText = ({ kind, name }: Operation, place: TextPlace) =>
  kind === "mutation" && valid[name] !== undefined && !isName(place);

/** Where nothing is kept, one input serves for all texts at once; else each text that is taken needs another. */
async function faultsOf(operation: Operation, place: TextPlace): Promise<string[]> {
  const { field } = operation;
  const makeInput = async () => (await valid[field.name]?.(place.path)) ?? leastInput(field);
  const { sql } = server.context.db;
  if (!keepsText(operation, place)) {
    const input = await makeInput();
    const tries = await Promise.all([...strangest].map((name) => tryText(operation, place, { name, input })));
    return tries.flatMap(({ fault }) => fault ?? []);
  }
  const faults: string[] = [];
  let input: Values | null = null;
  for (const name of Object.keys(hostileTexts)) {
    await sql`delete from visitor_attempts`;
    input ??= await makeInput();
    const { accepted, fault } = await tryText(operation, place, { name, input });
    if (accepted) input = null;
    if (fault) faults.push(fault);
  }
  return faults;
}

async function tryText(
  { kind, field }: Operation,
  place: TextPlace,
  { name, input }: { name: string; input: Values },
): Promise<{ accepted: boolean; fault: string | null }> {
  const mark = `mark${++marks}x`;
  const text = hostileTexts[name]?.(mark) ?? "";
  const variables = withText(field, withKey(field, input), place.path, text);
  const outcome = await ask(operationOf(kind, field), variables);
  const accepted = "answer" in outcome && !outcome.answer?.code;
  // Without input that is known to be good, only what nobody expects is a fault.
  const known = kind === "mutation" && valid[field.name] !== undefined;
  const unexpected = "error" in outcome && outcome.error.code !== "BAD_USER_INPUT" ? outcome.error.code : null;
  const fault = known ? await faultOf(place, { text, mark }, outcome) : unexpected;
  return { accepted, fault: fault && `${place.path}, ${name}: ${fault}` };
}

/** What no database keeps. A scalar with a form of its own is one parser, wherever it stands: these will do. */
const strangest = ["a NUL", "half a character"];

function withKey(field: GraphQLField<unknown, unknown>, variables: Values): Values {
  const place = "input.idempotencyKey";
  return textPlaces(field).some(({ path }) => path === place)
    ? withText(field, variables, place, crypto.randomUUID())
    : variables;
}

const operations = (["mutation", "query"] as const).flatMap((kind) => {
  const type = kind === "mutation" ? schema.getMutationType() : schema.getQueryType();
  return Object.values(type?.getFields() ?? {}).map((field) => ({
    kind,
    name: field.name,
    field,
    places: textPlaces(field),
  }));
});

test.each(operations.filter(({ places }) => places.length > 0))(
  "$kind $name keeps hostile text as it is or names the field that refuses it",
  async (operation) => {
    const { places } = operation;
    await server.context.db.sql`delete from visitor_attempts`;
    if (!valid[operation.name]) {
      const faults = await Promise.all(places.map((place) => faultsOf(operation, place)));
      return expect(faults.flat()).toEqual([]);
    }
    const faults: string[] = [];
    for (const place of places) faults.push(...(await faultsOf(operation, place)));
    expect(faults).toEqual([]);
  },
);
