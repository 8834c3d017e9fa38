import { expect, test } from "vitest";
import { type Counts, lineCount, runWords } from "./bulk-words.ts";

const none: Counts = {
  clients: 0,
  invalid: 0,
  unplaced: 0,
  ready: 0,
  left: 0,
  booked: 0,
  failed: 0,
  undone: 0,
  sessionsReady: 0,
  sessionsBooked: 0,
};

test("a draft says what is ready and what is not", () => {
  const counts = { ...none, ready: 12, sessionsReady: 96, invalid: 3, left: 1 };
  expect(runWords({ status: "DRAFT", counts })).toBe(
    "Nothing is booked yet: 12 clients with 96 sessions ready, 3 lines to mend, 1 left out.",
  );
});

test("a run says how far it is, and at its end who could not be booked", () => {
  expect(runWords({ status: "RUNNING", counts: { ...none, ready: 4, booked: 5, failed: 1 } })).toBe(
    "6 of 10 clients done.",
  );
  expect(runWords({ status: "DONE", counts: { ...none, booked: 9, sessionsBooked: 72, failed: 1 } })).toBe(
    "9 clients are booked, 72 sessions in all. 1 could not be.",
  );
  expect(runWords({ status: "DONE", counts: { ...none, booked: 1, sessionsBooked: 8, ready: 2 } })).toBe(
    "1 client is booked, 8 sessions in all. 2 were not tried.",
  );
});

test("the line of column names and empty lines do not count", () => {
  expect(lineCount("name,email\r\nAnn,ann@example.com\n\nBo,bo@example.com\n")).toBe(2);
  expect(lineCount("")).toBe(0);
});
