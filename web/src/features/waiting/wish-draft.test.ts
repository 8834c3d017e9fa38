import { expect, test } from "vitest";
import { beginWish, checkWish, wishFieldOf, wishOf } from "./wish-draft.ts";

const bounds = { first: "2026-11-23", last: "2027-02-20" };
const wish = beginWish(null, bounds);

test("a wish begins with any time of the next three weeks, as far as can be booked", () => {
  expect(wish).toMatchObject({ kind: "WISH", fromDate: "2026-11-23", toDate: "2026-12-14" });
  expect(wish.weekdays).toHaveLength(7);
  expect(beginWish(null, { ...bounds, last: "2026-12-01" }).toDate).toBe("2026-12-01");
  expect(beginWish("2026-11-25", bounds)).toMatchObject({ kind: "DAY", date: "2026-11-25" });
});

test("only what is whole can be read back", () => {
  expect(wishOf(wish)).toMatchObject({ kind: "WISH", fromTime: "00:00", toTime: "24:00" });
  expect(wishOf({ ...wish, kind: "SLOT" })).toBeNull();
  expect(wishOf({ ...wish, kind: "SLOT", time: "10:30" })).toEqual({ kind: "SLOT", localStart: "2026-11-23T10:30" });
  expect(wishOf({ ...wish, kind: "DAY", date: "" })).toBeNull();
});

test("what is wrong is said at its field", () => {
  const fields = (change: Partial<typeof wish>) => Object.keys(checkWish({ ...wish, ...change }));
  expect(fields({})).toEqual([]);
  expect(fields({ weekdays: [], fromTime: "18:00", toTime: "17:00", toDate: "2026-11-01" })).toEqual([
    "weekdays",
    "toTime",
    "toDate",
  ]);
  expect(fields({ fromDate: "", toDate: "" })).toEqual(["fromDate", "toDate"]);
  expect(fields({ kind: "SLOT", date: "" })).toEqual(["date", "time"]);
});

test("what the server refuses is shown at its field", () => {
  expect(wishFieldOf("wish.toTime", "WISH")).toBe("toTime");
  expect(wishFieldOf("startAt", "SLOT")).toBe("time");
  expect(wishFieldOf("client.email", "WISH")).toBeNull();
});
