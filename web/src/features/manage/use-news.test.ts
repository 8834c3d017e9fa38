import { expect, test } from "vitest";
import { describeNews } from "./use-news.ts";

const booking = {
  ...{ version: 3, status: "CONFIRMED" as const, startAt: "2026-12-01T09:00:00.000Z", cancelCause: null },
  coach: { name: "Maya" },
};
type Change = Partial<Omit<typeof booking, "status" | "cancelCause">> & {
  status?: "PENDING" | "CANCELLED";
  cancelCause?: "COACH" | "DECLINED" | "LAPSED";
};
const news = (before: Change, after: Change) => describeNews({ ...booking, ...before }, { ...booking, ...after }).text;

test("a change by somebody else is told for what it is", () => {
  expect(news({}, { status: "CANCELLED", cancelCause: "COACH" })).toBe("This session has just been cancelled.");
  expect(news({ status: "PENDING" }, { status: "CANCELLED", cancelCause: "DECLINED" })).toBe(
    "Maya has declined your request.",
  );
  expect(news({ status: "PENDING" }, { status: "CANCELLED", cancelCause: "LAPSED" })).toBe(
    "Maya did not answer in time.",
  );
  expect(news({ status: "PENDING" }, {})).toBe("Maya has confirmed your session.");
  expect(news({}, { startAt: "2026-12-02T09:00:00.000Z" })).toContain("has just been moved");
  const declined = { status: "CANCELLED", cancelCause: "DECLINED" } as const;
  expect(news(declined, { status: "PENDING" })).toBe("Maya has taken the answer back. Your request waits again.");
  expect(news({ status: "CANCELLED" }, {})).toContain("has taken the cancellation back");
  expect(news({}, { version: 4 })).toContain("has just been changed");
});
