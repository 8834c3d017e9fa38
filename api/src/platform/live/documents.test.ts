import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { graphqlLimits } from "../graphql/limits.ts";
import { Documents } from "./documents.ts";

const documents = (): Documents => new Documents(buildSchema("type Query { name: String }"), graphqlLimits);

test("the same text is parsed once, another text is another document", () => {
  const cache = documents();
  expect(cache.check("{ name }")).toBe(cache.check("{ name }"));
  expect(cache.check("{ name  }")).not.toEqual(cache.check("{ name }"));
});

test("a faulty document is not kept, and tells where its fault is", () => {
  const cache = documents();
  const checked = cache.check("{ name nonsense }");
  expect(checked.errors?.[0]).toMatchObject({
    message: expect.stringContaining("nonsense"),
    locations: [{ line: 1, column: 8 }],
  });
  expect(cache.check("{ name nonsense }")).not.toBe(checked);
  expect(cache.check("{ name").errors?.[0]).toMatchObject({ extensions: { code: "GRAPHQL_PARSE_FAILED" } });
});

test("whoever sends ever new documents pushes out the ones that nobody uses", () => {
  const cache = documents();
  const [used, unused] = [cache.check("{ name }"), cache.check("{ a: name }")];
  for (let at = 0; at < 400; at += 1) {
    cache.check(`{ b${at}: name } # ${"x".repeat(2_000)}`);
    cache.check("{ name }");
  }
  expect(cache.check("{ name }")).toBe(used);
  expect(cache.check("{ a: name }")).not.toBe(unused);
});
