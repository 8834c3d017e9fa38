import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const here = (path: string) => fileURLToPath(new URL(`../../test/${path}`, import.meta.url));

test.each(["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Apia"])(
  "a server whose own zone is %s gives the same answers",
  { timeout: 30_000 },
  (TZ) => {
    const run = spawnSync(
      process.execPath,
      [here("run-cases.ts"), here("cases/slots.json"), here("cases/recurrence.json")],
      { env: { ...process.env, TZ }, encoding: "utf8" },
    );
    expect(run.stdout.trim().split("\n").at(-1)).toMatch(/^\d{3} passed, 0 failed$/);
    expect(run.status).toBe(0);
  },
);
