import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "./csv.policy.ts";

const cells = (text: string) => readCsv(text).map((row) => row.cells);

describe("a file of values", () => {
  test.each([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a;b\r\n1;2,5",
      [
        ["a", "b"],
        ["1", "2,5"],
      ],
    ],
    [
      "a\tb\r1\t2\r",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["\ufeffa,b", [["a", "b"]]],
    ['"a, b","say ""no"""', [["a, b", 'say "no"']]],
    [
      'a,b\n"two\nlines",2',
      [
        ["a", "b"],
        ["two\nlines", "2"],
      ],
    ],
    [
      "a,b\n\n , \n1,\n",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
    ['5" pipe,x', [['5" pipe', "x"]]],
    ["", []],
  ])("%j is read", (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test("names lines as an editor does, also after a field of several lines", () => {
    expect(readCsv('a,b\n"x\ny",1\n\n2,3').map(({ line, raw }) => [line, raw])).toEqual([
      [1, "a,b"],
      [2, '"x\ny",1'],
      [5, "2,3"],
    ]);
  });

  test("loses nothing behind a line that cannot be read", () => {
    const rows = readCsv('a,b\n"open,1\n2,3\n"x"y,4\n5,6');
    expect(
      rows.map(({ line, raw, problem }) => [line, raw, problem?.split(" ").slice(0, 4).join(" ") ?? null]),
    ).toEqual([
      [1, "a,b", null],
      [2, '"open,1', "Text stands behind a"],
      [3, "2,3", null],
      [4, '"x"y,4', "Text stands behind a"],
      [5, "5,6", null],
    ]);
    expect(readCsv('a\n"open\nb')).toMatchObject([
      { line: 1 },
      { line: 2, raw: '"open', problem: expect.stringContaining("never closed") },
      { line: 3, cells: ["b"], problem: null },
    ]);
  });

  test("gives back what any spreadsheet writes", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", ";", "\n", " ", "😀"), maxLength: 8 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const written = [["head", "er"], ...rows]
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(","))
          .join("\r\n");
        const kept = rows
          .map((row) => row.map((value) => value.trim()))
          .filter((row) => row.some((value) => value !== ""));
        expect(cells(written).slice(1)).toEqual(kept);
      }),
    );
  });

  test("is never too much for it, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r"), maxLength: 200 }), (text) => {
        const raws = readCsv(text).map(({ raw }) => raw);
        for (const raw of raws) expect(text).toContain(raw);
        expect(raws.join("").replaceAll(/[^a]/g, "")).toBe(text.replaceAll(/[^a]/g, ""));
      }),
    );
    const before = performance.now();
    readCsv('"x\n'.repeat(13_000));
    expect(performance.now() - before).toBeLessThan(500);
  });
});
