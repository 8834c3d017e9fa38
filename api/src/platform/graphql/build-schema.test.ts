import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphql } from "graphql";
import { Arg, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildGraphqlSchema, emitSchema, printSortedSchema } from "./build-schema.ts";
import { type Connection, connectionOf, edgeOf, parseCursor, toConnection, toCursor } from "./relay.ts";

@ObjectType()
class Fruit {
  @Field(() => String)
  name!: string;
}

@ObjectType()
class FruitEdge extends edgeOf(Fruit) {}

@ObjectType()
class FruitConnection extends connectionOf(FruitEdge) {}

@Resolver()
class FruitResolver {
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    this.names = names;
  }

  @Query(() => FruitConnection)
  fruits(
    @Arg("first", () => Int) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Connection<Fruit> {
    const from = after === null ? "" : (parseCursor(after, 1)?.[0] ?? "");
    const rows = this.names
      .filter((name) => name > from)
      .slice(0, first + 1)
      .map((name) => ({ name }));
    const cursorOf = ({ name }: Fruit): string => toCursor(name);
    return toConnection({ rows, first, after, totalCount: this.names.length, cursorOf });
  }
}

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "kairos-schema-"));
});
afterAll(() => rm(directory, { recursive: true }));

const schema = buildGraphqlSchema({ resolvers: [new FruitResolver(["apple", "fig", "pear"])] });

async function page(first: number, after: string | null) {
  const source = `query ($first: Int!, $after: String) { fruits(first: $first, after: $after) {
    totalCount edges { node { name } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
  const { data, errors } = await graphql({ schema, source, variableValues: { first, after } });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data?.fruits));
}

test("a connection is walked page by page, on the instance that was given", async () => {
  const first = await page(2, null);
  expect(first).toMatchObject({
    totalCount: 3,
    edges: [{ node: { name: "apple" } }, { node: { name: "fig" } }],
    pageInfo: { hasNextPage: true, hasPreviousPage: false },
  });
  expect(await page(2, first.pageInfo.endCursor)).toMatchObject({
    edges: [{ node: { name: "pear" } }],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  });
});

test("an empty page has no cursors", async () => {
  expect(await page(2, toCursor("zebra"))).toMatchObject({
    edges: [],
    pageInfo: { hasNextPage: false, endCursor: null },
  });
});

test.each([
  "",
  "x",
  "bm8",
  Buffer.from("{}").toString("base64url"),
  Buffer.from("[1]").toString("base64url"),
  toCursor("a", "b"),
])("%j is no cursor of one part", (cursor) => expect(parseCursor(cursor, 1)).toBeNull());

test("the schema file is written sorted, and a check tells when it is behind", async () => {
  const path = join(directory, "schema.graphql");
  expect(await emitSchema(schema, path, "check")).toBe(false);
  await emitSchema(schema, path, "write");
  expect(await readFile(path, "utf8")).toBe(printSortedSchema(schema));
  expect(await emitSchema(schema, path, "check")).toBe(true);
  await writeFile(path, "type Query { other: Int }\n");
  expect(await emitSchema(schema, path, "check")).toBe(false);
  expect(await readFile(path, "utf8")).toContain("other");
});

test("a schema can be printed from classes alone, and a resolver that nobody gave is named when it is asked", async () => {
  const printed = buildGraphqlSchema({ resolvers: [FruitResolver] });
  expect(printSortedSchema(printed)).toBe(printSortedSchema(schema));
  const { errors } = await graphql({ schema: printed, source: "{ fruits(first: 1) { totalCount } }" });
  expect(errors?.[0]?.message).toBe("No instance was given for FruitResolver.");
});
