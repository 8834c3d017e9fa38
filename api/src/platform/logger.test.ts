import { expect, test } from "vitest";
import { createLogger } from "./logger.ts";

function logged(write: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLogger({ level: "info", write: (line) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

test("a line is one JSON object with its time, level, message and fields", () => {
  const [line] = logged((logger) => logger.with({ part: "outbox" }).warn("late", { seconds: 3 }));
  expect(line).toEqual({ at: expect.any(String), level: "warn", message: "late", part: "outbox", seconds: 3 });
});

test("what is below the level is not written", () => {
  expect(logged((logger) => logger.debug("quiet"))).toEqual([]);
});

test("a text with line breaks stays one line", () => {
  const lines: string[] = [];
  createLogger({ level: "info", write: (line) => lines.push(line) }).info('a\n{"level":"error"}', { name: "b\nc" });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toContain("\n");
});

test("errors are written with their stack and cause", () => {
  const [line] = logged((logger) =>
    logger.error("failed", { error: new Error("outer", { cause: new Error("inner") }) }),
  );
  expect(line).toMatchObject({
    error: { message: "outer", stack: expect.stringContaining("Error"), cause: { message: "inner" } },
  });
});

test("values that JSON cannot hold do not make logging fail", () => {
  const circle: Record<string, unknown> = { big: 10n };
  circle.self = circle;
  expect(logged((logger) => logger.info("odd", { circle }))).toMatchObject([
    { circle: { big: "10", self: "[seen above]" } },
  ]);
});
