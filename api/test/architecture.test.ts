import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { findViolations, type Sources } from "./architecture.ts";

const top = resolve(import.meta.dirname, "../..");

function readSources(...rooms: string[]): Sources {
  const files = rooms
    .flatMap((room) => readdirSync(join(top, room), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|css|graphql)$/.test(entry.name))
    .map((entry) => relative(top, join(entry.parentPath, entry.name)));
  return new Map(files.map((path) => [path, readFileSync(join(top, path), "utf8")]));
}

describe("the house", () => {
  test("keeps its rules", () => {
    expect(findViolations(readSources("api/src", "web/src"))).toEqual([]);
  });

  test("has nothing at the top but what belongs there", () => {
    const known =
      /^(\..*|api|web|schema|codegen\.ts|docker-compose\.yml|package(-lock)?\.json|tsconfig\.json|README\.md|LICENSE)$/;
    const leftover = /^(node_modules|dist|coverage|.*\.log)$/;
    const names = readdirSync(top).filter((name) => !known.test(name) && !leftover.test(name));
    expect(names).toEqual([]);
  });

  test.for([...readSources("api/src/core")])("%s is TypeScript that plain node runs", ([path, text]) => {
    expect(() => stripTypeScriptTypes(text), path).not.toThrow();
    expect(text, path).not.toMatch(/^\s*@\w+/m);
  });
});

describe("the rules", () => {
  const told = (path: string, text: string) => findViolations(new Map([[path, text]]));

  test.for([
    ["api/src/core/slots.ts", 'import { Coach } from "../entities/coach.ts";', "core may not use entities"],
    ["api/src/core/slots.ts", 'import { z } from "zod";', "core knows no framework"],
    ["api/src/core/slots.ts", 'import { readFile } from "node:fs/promises";', "core knows no framework"],
    ["api/src/core/slots.ts", "export const soon = Date.now();", "reads the clock"],
    ["api/src/core/slots.ts", "export const soon = new Date();", "reads the clock"],
    ["api/src/core/slots.ts", "export const luck = Math.random();", "is random"],
    ["api/src/core/slots.ts", 'console.log("slot");', "core is pure"],
    ["api/src/entities/coach.ts", 'import { openDatabase } from "../platform/db.ts";', "entities may not use platform"],
    ["api/src/platform/db.ts", 'import type { Coach } from "../entities/coach.ts";', "platform may not use entities"],
    [
      "api/src/platform/db.ts",
      'export * from "../features/coaches/coach.service.ts";',
      "platform may not use features",
    ],
    ["api/src/platform/db.ts", 'export const f = () => import("../context.ts");', "platform may not use context"],
    [
      "api/src/features/slots/slot.service.ts",
      'import { smtp } from "../../integrations/messaging/smtp/smtp.ts";',
      "features may not use adapter",
    ],
    [
      "api/src/features/slots/slot.service.ts",
      'import { CoachResolver } from "../coaches/coach.resolver.ts";',
      "features call each other's services",
    ],
    [
      "api/src/features/slots/slot.service.ts",
      'import { db } from "../../../test/database.ts";',
      "it is outside of the house",
    ],
    [
      "api/src/integrations/messaging/smtp/smtp.ts",
      'import { Client } from "../../../entities/client.ts";',
      "adapter may not use entities",
    ],
    [
      "api/src/integrations/messaging/smtp/smtp.ts",
      'import type { CalendarProvider } from "../../calendar/calendar-provider.ts";',
      "an adapter knows its own port alone",
    ],
    [
      "api/src/integrations/messaging/channel.ts",
      'import type { CalendarProvider } from "../calendar/calendar-provider.ts";',
      "ports do not know each other",
    ],
    ["api/src/main.ts", 'import { slots } from "./features/slots/slot.service.ts";', "main may not use features"],
    [
      "web/src/ui/Button.tsx",
      'import { Page } from "../features/booking/Page.tsx";',
      "web ui may not use web features",
    ],
    ["web/src/lib/time.ts", 'import { Button } from "../ui/Button.tsx";', "web lib may not use web ui"],
    ["web/src/lib/time.ts", 'import { zone } from "../../../api/src/core/zone.ts";', "share the schema alone"],
    ["web/src/lib/time.test.ts", 'import { zone } from "../../../api/src/core/zone.ts";', "share the schema alone"],
    ["api/src/stray.ts", "export {};", "in no room of the house"],
    ["api/src/features/slots/slot-helpers.ts", "export {};", "none of the roles"],
    ["api/src/platform/db.ts", "export const url = process.env.DATABASE_URL;", "reads process.env"],
    ["api/src/platform/db.ts", 'export const url = process["env"].DATABASE_URL;', "reads process.env"],
    ["api/src/platform/db.ts", "const { env } = process; export { env };", "takes process apart"],
    ["web/src/ui/Clock.tsx", "export const f = new Intl.DateTimeFormat();", "uses Intl"],
    [
      "web/src/ui/Clock.tsx",
      "export const f = (d: Date) => d.toLocaleTimeString();",
      "formats with toLocaleTimeString",
    ],
    ["web/src/ui/Clock.tsx", "export default 1;", "default export"],
    ["web/src/ui/Clock.tsx", "const a = 1; export { a as default };", "default export"],
    ["api/src/core/zoneRules.ts", "export {};", "kebab-case"],
    ["api/src/core/Zone.ts", "export {};", "kebab-case"],
    ["web/src/ui/weekGrid/Grid.tsx", "export {};", "kebab-case"],
  ] as const)("see it when %s has %s", ([path, text, words]) => {
    expect(told(path, text)).toEqual([expect.stringContaining(words)]);
  });

  test("see a circle of features once, whichever is looked at first", () => {
    const sources = new Map([
      ["api/src/features/b/b.service.ts", 'import { c } from "../c/c.service.ts";'],
      ["api/src/features/c/c.service.ts", 'import { a } from "../a/a.policy.ts";'],
      ["api/src/features/a/a.policy.ts", 'import { b } from "../b/b.service.ts";'],
    ]);
    const [a, b, c] = ["a", "b", "c"].map((name) => `api/src/features/${name}`);
    expect(findViolations(sources)).toEqual([`The features ${a} → ${b} → ${c} → ${a} use each other in a circle.`]);
  });

  test.for([
    ["api/src/context.ts", 'import { smtp } from "./integrations/messaging/smtp/smtp.ts";'],
    ["api/src/features/slots/slot.service.ts", 'import { links } from "../links/link.service.ts";'],
    ["api/src/features/slots/slot.service.ts", 'import { slots } from "../../core/slots.ts";'],
    ["api/src/features/slots/slot.service.test.ts", 'import { db } from "../../../test/database.ts";'],
    ["api/src/core/zone.ts", 'import { ZoneId } from "@js-joda/core";'],
    ["api/src/integrations/calendar/occurrences.ts", 'import { zone } from "../../core/zone.ts";'],
    ["api/src/core/zone.ts", "export const at = (ms: number) => new Date(ms);"],
    ["api/src/config.ts", "export const port = process.env.PORT;"],
    ["web/src/lib/time.ts", "export const format = new Intl.DateTimeFormat();"],
    ["web/src/ui/week-grid/WeekGrid.tsx", 'import { format } from "../../lib/time.ts";'],
  ] as const)("have nothing against %s with %s", ([path, text]) => {
    expect(told(path, text)).toEqual([]);
  });
});
