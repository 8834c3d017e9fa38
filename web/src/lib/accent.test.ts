import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accentColours, contrast, grounds } from "./accent.ts";

const themes = ["light", "dark"] as const;
const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("any colour a coach picks stays legible as text and under text, in both themes", () => {
  fc.assert(
    fc.property(colour, fc.constantFrom(...themes), (hex, theme) => {
      const { accent, hover, on, soft } = accentColours(hex, theme);
      for (const ground of [...Object.values(grounds[theme]), soft, on]) {
        expect(contrast(accent, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(hover, ground)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test("a colour that is legible already is left as it is", () => {
  expect(accentColours("#2f5d50", "light").accent).toBe("#2f5d50");
});

test("what is not a colour falls back to the default accent", () => {
  expect(accentColours("red; --ink: red", "light")).toEqual(accentColours("#2f5d50", "light"));
});

test("the grounds are those of the tokens", () => {
  const css = readFileSync(new URL("../ui/tokens.css", import.meta.url), "utf8");
  for (const name of ["canvas", "surface", "sunken"] as const) {
    expect(css).toContain(`--${name}: light-dark(${grounds.light[name]}, ${grounds.dark[name]});`);
  }
});
