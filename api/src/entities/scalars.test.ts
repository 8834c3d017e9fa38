import { GraphQLError, type GraphQLScalarType, Kind } from "graphql";
import { describe, expect, test } from "vitest";
import { DateTimeScalar, LocalDateScalar, LocalDateTimeScalar, LocalTimeScalar, TimeZoneScalar } from "./scalars.ts";

const cases: ReadonlyArray<readonly [scalar: GraphQLScalarType, right: readonly string[], wrong: readonly unknown[]]> =
  [
    [
      DateTimeScalar,
      ["2026-03-08T07:30:00Z", "2026-03-08T07:30:00.123456789+01:00", "2026-03-08T07:30Z"],
      ["2026-03-08T07:30:00", "2026-02-30T07:30:00Z", "2026-03-08", "2026-03-08T24:00:00Z", 1772955000000, null],
    ],
    [LocalDateScalar, ["2026-03-08", "2024-02-29"], ["2026-02-29", "2026-3-8", "2026-03-08T00:00", 20260308]],
    [LocalTimeScalar, ["00:00", "23:59", "24:00"], ["24:01", "9:30", "09:60", 930]],
    [LocalDateTimeScalar, ["2026-03-08T09:30"], ["2026-03-08T09:30Z", "2026-03-08T24:00", "2026-02-30T09:30"]],
    [TimeZoneScalar, ["America/New_York", "Asia/Calcutta"], ["Mars/Olympus", "", 5]],
  ];

/** What the function throws. */
function failureOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

describe.each(cases.map(([scalar, right, wrong]) => ({ scalar, right, wrong, name: scalar.name })))(
  "$name",
  ({ scalar, right, wrong }) => {
    test.each(right)("takes %s, as a variable and in a document", (value) => {
      expect(scalar.parseValue(value)).toEqual(scalar.parseLiteral({ kind: Kind.STRING, value }, {}));
    });

    test.each(wrong.map((value) => [value]))("refuses %j from a caller, whose fault it is", (value) => {
      const error = failureOf(() => scalar.parseValue(value));
      expect(error).toBeInstanceOf(GraphQLError);
      expect(error).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
    });

    test.each(wrong.map((value) => [value]))("does not answer %j, which is a fault of ours", (value) => {
      const error = failureOf(() => scalar.serialize(value));
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(GraphQLError);
    });
  },
);

test("an instant is answered in UTC, and one that is none is a fault of ours", () => {
  expect(DateTimeScalar.serialize(new Date("2026-03-08T07:30:00+01:00"))).toBe("2026-03-08T06:30:00.000Z");
  expect(failureOf(() => DateTimeScalar.serialize(new Date(Number.NaN)))).toBeInstanceOf(RangeError);
});
