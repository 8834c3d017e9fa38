import { buildSchema, getOperationAST, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { costError } from "./cost.ts";

const schema = buildSchema(`
  type Query {
    slots(from: String!, to: String!): SlotsResult!
    clients(first: Int = 50): Connection!
    people: [Person!]!
  }
  union SlotsResult = SlotList | Problem
  type SlotList { days: [Day!]! }
  type Problem { message: String! }
  type Day { date: String! slots: [Slot!]! }
  type Slot { startAt: String! endAt: String! }
  type Connection { edges: [Edge!]! totalCount: Int! }
  type Edge { node: Person! }
  type Person { name: String! friends: [Person!]! }
`);

/** The cost is the smallest limit that lets the operation pass. */
function costOf(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("There is no operation.");
  let [low, high] = [0, 1_000_000];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (costError({ schema, document, operation, variables }, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

describe("the cost of an operation", () => {
  test("is one for each field", () => {
    expect(costOf("{ clients { totalCount } }")).toBe(2);
  });

  test("multiplies by ten below a list of unknown length", () => {
    expect(costOf("{ people { name } }")).toBe(11);
    expect(costOf("{ people { friends { name } } }")).toBe(1 + 10 * (1 + 10));
  });

  test("multiplies by what `first` says, given, by variable or by default", () => {
    const costOfPage = (length: number): number => 1 + 1 + length * 2;
    expect(costOf("{ clients(first: 3) { edges { node { name } } } }")).toBe(1 + 1 + 3 * 2);
    expect(costOf("query ($n: Int) { clients(first: $n) { edges { node { name } } } }", { n: 7 })).toBe(costOfPage(7));
    expect(costOf("query ($n: Int = 9) { clients(first: $n) { edges { node { name } } } }")).toBe(costOfPage(9));
    expect(costOf("{ clients { edges { node { name } } } }")).toBe(costOfPage(50));
  });

  test("multiplies by the days of a range", () => {
    const query = `query ($to: String!) { slots(from: "2026-01-01", to: $to) { ... on SlotList { days { date slots { startAt } } } } }`;
    expect(costOf(query, { to: "2026-01-31" })).toBe(1 + 1 + 31 * (1 + 1 + 10));
    expect(costOf(query, { to: "2026-12-31" })).toBeLessThan(25_000);
  });

  test("of types that exclude each other is that of the dearest", () => {
    const both = `{ slots(from: "2026-01-01", to: "2026-01-02") { ... on SlotList { days { date } } ... on Problem { message } } }`;
    expect(costOf(both)).toBe(1 + 1 + 2);
  });

  test("of a backward or absurd range or page is that of one item at least", () => {
    expect(costOf("{ clients(first: -5) { edges { node { name } } } }")).toBe(4);
    expect(costOf(`{ slots(from: "2026-01-02", to: "1990-01-01") { ... on SlotList { days { date } } } }`)).toBe(3);
    expect(costOf(`{ slots(from: "x", to: "y") { ... on SlotList { days { date } } } }`)).toBe(12);
  });

  test("is counted within a moment, whatever fragments multiply to", () => {
    const levels = 60;
    const fragments = Array.from(
      { length: levels },
      (_, at) => `fragment F${at} on Person { a: friends { ...F${at + 1} } b: friends { ...F${at + 1} } }`,
    );
    const document = parse(`{ people { ...F0 } } ${fragments.join(" ")} fragment F${levels} on Person { name }`);
    const operation = getOperationAST(document);
    if (!operation) throw new Error("There is no operation.");
    const startedAt = performance.now();
    expect(costError({ schema, document, operation, variables: {} }, 25_000)).not.toBeNull();
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
