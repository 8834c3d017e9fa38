import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("two people look at one page, each from a zone of their own", async () => {
  const zones = ["Europe/Lisbon", "Pacific/Honolulu"];
  const seen = zones.map(async (timezoneId) => {
    const page = await (await browser.newContext({ timezoneId, viewport: { width: 360, height: 640 } })).newPage();
    await page.setContent("<main><h1>Book a session</h1></main>");
    await page.getByRole("heading", { name: "Book a session" }).waitFor();
    return page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
  expect(await Promise.all(seen)).toEqual(zones);
});

test("a picture of a page has its text drawn in it", async () => {
  const page = await browser.newPage({ viewport: { width: 200, height: 100 } });
  const blank = await page.screenshot();
  await page.setContent("<h1>Kairos</h1>");
  expect(await page.screenshot()).not.toEqual(blank);
});
