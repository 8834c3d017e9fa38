import fc from "fast-check";
import { expect, test } from "vitest";
import { lineOf, lineOfOddity, linesOf } from "./json-lines.policy.ts";

test("every place of a file has its line", () => {
  const lines = linesOf(`{
  "format": "kairos", "a\\"b": {},
  "list": [
    1,
    { "x": "},[\\n" , "y"
      : [true]
    }
  ]
}`);
  expect(Object.fromEntries(lines)).toEqual({
    ...{ "": 1, format: 2, 'a"b': 2, list: 3, "list.0": 4, "list.1": 5, "list.1.x": 5 },
    ...{ "list.1.y": 6, "list.1.y.0": 6 },
  });
  expect(lineOf(lines, ["list", 1, "y", 4, "z"])).toBe(6);
  expect(lineOf(lines, ["other"])).toBe(1);
});

test("lines are those that are counted when each value stands on its own", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (json) => {
      const value: unknown = JSON.parse(json);
      const pretty = JSON.stringify(value, null, 1);
      const lines = linesOf(pretty);
      const rows = pretty.split("\n");
      const visit = (part: unknown, path: string): void => {
        const row = rows[(lines.get(path) ?? 0) - 1] ?? "";
        const own =
          typeof part === "object" && part !== null ? (Array.isArray(part) ? "[" : "{") : JSON.stringify(part);
        expect(row).toContain(own);
        if (typeof part !== "object" || part === null) return;
        for (const [key, inner] of Object.entries(part))
          if (!key.includes(".") && key !== "") visit(inner, path === "" ? key : `${path}.${key}`);
      };
      visit(value, "");
    }),
  );
});

test("a text that is nothing but brackets takes no time and no room", () => {
  const before = performance.now();
  expect(linesOf("[".repeat(30_000) + "]".repeat(30_000)).size).toBeLessThan(20);
  expect(performance.now() - before).toBeLessThan(200);
});

test.each([
  ['{ "a": 1,\n "b": tru }', 2],
  ['{ "a": 1,\n "b": 01 }', 2],
  ['{\n\n "a": "open\n }', 3],
  ["{ 'a': 1 }", 1],
  ['{ "a": [1 2] }', null],
])("the first thing that is no JSON in %j stands on line %s", (text, line) => {
  expect(lineOfOddity(text)).toBe(line);
});
