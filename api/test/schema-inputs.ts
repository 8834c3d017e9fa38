import {
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
} from "graphql";

export type Values = Record<string, unknown>;

/** A place in the variables of an operation where a string goes: `input.client.name`, `affected.0.message`. */
export interface TextPlace {
  readonly path: string;
  /** Of the scalar: String, ID, LocalDate and so on. */
  readonly type: string;
}

const notText: ReadonlySet<string> = new Set(["Int", "Float", "Boolean"]);
/** Inputs may hold inputs, but none of ours goes deeper. */
const MAX_DEPTH = 6;

/** Every place of a field's arguments that takes a string, lists at their first element. */
export function textPlaces(field: GraphQLField<unknown, unknown>): TextPlace[] {
  return field.args.flatMap(({ name, type }) => placesIn(type, [name]));
}

function placesIn(type: GraphQLInputType, path: readonly string[]): TextPlace[] {
  if (isNonNullType(type)) return placesIn(type.ofType, path);
  if (isListType(type)) return placesIn(type.ofType, [...path, "0"]);
  if (isInputObjectType(type)) {
    if (path.length > MAX_DEPTH) return [];
    return Object.values(type.getFields()).flatMap((input) => placesIn(input.type, [...path, input.name]));
  }
  if (isEnumType(type) || notText.has(type.name)) return [];
  return [{ path: path.join("."), type: type.name }];
}

/** The least that the schema allows for a field's arguments. */
export function leastInput(field: GraphQLField<unknown, unknown>): Values {
  const required = field.args.filter(({ type }) => isNonNullType(type));
  return Object.fromEntries(required.map(({ name, type }) => [name, least(type)]));
}

function least(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return least(type.ofType);
  if (isListType(type)) return [least(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((input) => isNonNullType(input.type));
    return Object.fromEntries(fields.map((input) => [input.name, least(input.type)]));
  }
  return samples[type.name] ?? "some text";
}

const samples: Readonly<Record<string, unknown>> = {
  ...{ Int: 1, Float: 1, Boolean: false, DateTime: "2027-03-01T12:00:00Z", TimeZone: "UTC", Locale: "en-US" },
  ...{ LocalDate: "2027-03-01", LocalTime: "12:00", LocalDateTime: "2027-03-01T12:00" },
};

/** A copy of the variables with a text in one place; what the way there needs is made. */
export function withText(field: GraphQLField<unknown, unknown>, variables: Values, path: string, text: string): Values {
  const [first = "", ...rest] = path.split(".");
  const arg = field.args.find(({ name }) => name === first);
  if (!arg) throw new Error(`${field.name} has no argument ${first}.`);
  return { ...variables, [first]: put(arg.type, variables[first], rest, text) };
}

function put(type: GraphQLInputType, value: unknown, path: readonly string[], text: string): unknown {
  if (isNonNullType(type)) return put(type.ofType, value, path, text);
  const [step, ...rest] = path;
  if (step === undefined) return text;
  const known = value ?? least(type);
  if (isListType(type)) {
    const items = Array.isArray(known) ? known : [];
    return [put(type.ofType, items[0], rest, text), ...items.slice(1)];
  }
  if (!isInputObjectType(type) || typeof known !== "object") throw new Error(`There is no ${step} in ${type}.`);
  const inner = type.getFields()[step];
  if (!inner) throw new Error(`${type} has no field ${step}.`);
  const fields: Values = { ...known };
  return { ...fields, [step]: put(inner.type, fields[step], rest, text) };
}

/** An operation of one field that takes everything as variables and asks how it went. */
export function operationOf(kind: "query" | "mutation", field: GraphQLField<unknown, unknown>): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${type}`).join(", ");
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(", ");
  return `${kind} (${declared}) { answer: ${field.name}(${passed}) { ${selectionOf(field)} } }`;
}

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  let type = field.type;
  while (isNonNullType(type) || isListType(type)) type = type.ofType;
  if (!isUnionType(type)) return "__typename";
  const members = type.getTypes();
  const problem = members.some((member) => member.getInterfaces().some(({ name }) => name === "Problem"));
  const invalid = members.some(({ name }) => name === "InvalidInput");
  return `__typename ${problem ? "... on Problem { code message }" : ""} ${invalid ? "... on InvalidInput { field }" : ""}`;
}
