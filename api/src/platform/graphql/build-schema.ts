import "reflect-metadata";
import { readFile, writeFile } from "node:fs/promises";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { wireLiveFields } from "../live/live.decorator.ts";

type ResolverClass = abstract new (...dependencies: never[]) => object;

export interface BuildSchemaOptions {
  /** Constructed resolvers; a class alone will do where nothing is executed, as when the schema is printed. */
  readonly resolvers: ReadonlyArray<object | ResolverClass>;
  /** Object types that no field names, such as members of an interface. */
  readonly orphanedTypes?: readonly ResolverClass[];
}

/** Build the executable schema. Every resolver method runs on the very instance that was given. */
export function buildGraphqlSchema({ resolvers, orphanedTypes = [] }: BuildSchemaOptions): GraphQLSchema {
  const instances = new Map<unknown, object>();
  const classes = resolvers.map((resolver) => {
    if (typeof resolver === "function") return resolver;
    instances.set(resolver.constructor, resolver);
    return resolver.constructor;
  });
  const [first, ...rest] = classes;
  if (!first) throw new Error("A schema needs at least one resolver.");
  const schema = buildSchemaSync({
    resolvers: [first, ...rest],
    orphanedTypes: [...orphanedTypes],
    container: { get: (resolverClass: unknown) => instanceOf(instances, resolverClass) },
    // Inputs are checked by their own parsers, which answer as data and by field.
    validate: false,
    // type-graphql insists on a topic bus even when every subscription brings its own source.
    pubSub: { subscribe: refuseTopics, publish: refuseTopics },
  });
  wireLiveFields(schema);
  return schema;
}

/** The schema as text, sorted, so that a diff of it is a diff of the API and of nothing else. */
export function printSortedSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/**
 * Write the schema to `path`, or with `check` only compare. Answers whether the file was up to date before.
 */
export async function emitSchema(schema: GraphQLSchema, path: string, mode: "write" | "check"): Promise<boolean> {
  const text = printSortedSchema(schema);
  const before = await readFile(path, "utf8").catch(() => "");
  if (mode === "write" && before !== text) await writeFile(path, text);
  return before === text;
}

function instanceOf(instances: ReadonlyMap<unknown, object>, resolverClass: unknown): object {
  const instance = instances.get(resolverClass);
  if (instance) return instance;
  throw new Error(
    `No instance was given for ${typeof resolverClass === "function" ? resolverClass.name : "a resolver"}.`,
  );
}

function refuseTopics(): never {
  throw new Error("Subscriptions bring their own LiveFeed; topics are not used.");
}
