import { describe } from "vitest";
import { readingSuite } from "./calendar-reading.suite.ts";
import { seriesSuite } from "./calendar-series.suite.ts";
import { troubleSuite } from "./calendar-trouble.suite.ts";
import type { ProviderUnderTest } from "./calendar-under-test.suite.ts";
import { writingSuite } from "./calendar-writing.suite.ts";

/** What every calendar must do. `open` gives one with nothing in it. */
export function calendarProviderSuite(open: () => Promise<ProviderUnderTest>): void {
  describe("writing", () => writingSuite(open));
  describe("series", () => seriesSuite(open));
  describe("reading", () => readingSuite(open));
  describe("trouble", () => troubleSuite(open));
}
