import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const axe = readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What axe has against a page, and whether it scrolls sideways. The page's context must bypass its content security policy. */
export async function faultsOf(page: Page): Promise<string[]> {
  const found = await page.evaluate(
    async (source) => {
      Function(source)();
      const { violations } = await Reflect.get(globalThis, "axe").run();
      const sideways = document.documentElement.scrollWidth > document.documentElement.clientWidth;
      return { violations, sideways };
    },
    await axe,
  );
  const violations: { id: string; impact: string; nodes: { html: string }[] }[] = found.violations;
  const faults = violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
  return found.sideways ? [...faults, "the page scrolls sideways"] : faults;
}
