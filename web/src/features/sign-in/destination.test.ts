import { expect, test } from "vitest";
import { destinationOf } from "./destination.ts";

test("leads back to the page of the console that was asked for", () => {
  expect(destinationOf("?to=%2Fconsole%2Fhours")).toBe("/console/hours");
  expect(destinationOf("?to=%2Fconsole%3Fdate%3D2026-11-23")).toBe("/console?date=2026-11-23");
});

test.each(["", "?to=https://evil.example", "?to=//evil.example", "?to=/consoles", "?to=javascript:alert(1)"])(
  "leads to the calendar for %j",
  (search) => {
    expect(destinationOf(search)).toBe("/console");
  },
);
