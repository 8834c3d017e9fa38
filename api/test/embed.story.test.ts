import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openBrowser } from "./chromium.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { faultsOf } from "./page-faults.ts";
import { startServer, type TestServer } from "./server.ts";

let database: TestDatabase;
let server: TestServer;
let browser: Browser;
let site: Server;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  browser = await openBrowser();
  site = createServer((request, response) => answer(request.url ?? "/", response));
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await browser.close();
  site.close();
  await server.stop();
  await database.drop();
});

const words = "<p>A coach’s own page, with words above and below what Kairos shows.</p>".repeat(12);

/** Pages of somebody else's site, by path. */
const pages: Readonly<Record<string, () => string>> = {
  "/inline": () =>
    `${script("async")}${words}<kairos-booking coach="maya" link="intro" name="Ann Archer" accent="#7a1f5c"></kairos-booking>${words}`,
  // The script comes last, and there are two.
  "/popup": () =>
    `<button>Before</button><kairos-booking src="/maya/intro" mode="popup" label="Talk to Maya" theme="dark"></kairos-booking>${words}
     <kairos-booking coach="maya" link="intro" mode="floating"><a href="${server.url}/maya/intro">Floating</a></kairos-booking>${script("")}`,
  "/wrong": () => `${script("")}<kairos-booking mode="modal" accent="red" coach="maya"></kairos-booking>`,
};

function script(how: string): string {
  return `<script ${how} src="${server.url}/embed.js"></script>`;
}

/** As strict as a site can be that still shows Kairos. */
function answer(path: string, response: import("node:http").ServerResponse): void {
  const policy = `default-src 'none'; img-src data:; script-src ${server.url}; frame-src ${server.url}; require-trusted-types-for 'script'`;
  response.setHeader("Content-Security-Policy", policy).setHeader("Content-Type", "text/html; charset=utf-8");
  const framed = new URL(path, "http://site").searchParams.get("frame");
  const body = framed ? `<iframe src="${server.url}${framed}"></iframe>` : pages[path]?.();
  response.end(`<!doctype html><html lang="en"><head><title>Site</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body>${body}</body></html>`);
}

const told = z.array(z.object({ type: z.string(), detail: z.record(z.string(), z.unknown()) }));

/** A visitor of the foreign site, whose browser keeps nothing for frames; what went wrong there is collected. */
async function visit(path: string, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ viewport, locale: "en-US", timezoneId: "Europe/Lisbon" });
  context.setDefaultTimeout(8_000);
  await context.addInitScript(() => {
    const refuse = {
      get: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    };
    if (self !== top) Object.defineProperties(window, { localStorage: refuse, sessionStorage: refuse });
    const heard: unknown[] = [];
    Reflect.set(window, "heard", heard);
    for (const type of ["ready", "held", "booked", "error", "open", "close"])
      addEventListener(`kairos:${type}`, (event) => {
        if (event instanceof CustomEvent) heard.push({ type, detail: event.detail });
      });
  });
  const page = await context.newPage();
  const faults = faultsTold(page);
  await page.goto(`http://127.0.0.1:${port()}${path}`);
  const events = async () => told.parse(await page.evaluate(() => Reflect.get(window, "heard")));
  return { context, page, faults, events };
}

/** What the browser complains of in a page and its frames: violations of their policies, and errors of their scripts. */
function faultsTold(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  return faults;
}

function port(): number {
  return (site.address() as AddressInfo).port;
}

const phone = { width: 360, height: 760 };

/** How high the frame is, and what its content needs: nothing may scroll inside. */
async function heights(page: Page): Promise<{ frame: number; content: number }> {
  const iframe = page.locator("kairos-booking iframe").first();
  const handle = await iframe.elementHandle();
  const content = await (await handle?.contentFrame())?.evaluate(() => document.body.getBoundingClientRect().height);
  return { frame: (await iframe.boundingBox())?.height ?? 0, content: Math.ceil(content ?? -1) };
}

async function expectFit(page: Page): Promise<number> {
  await expect
    .poll(async () => {
      const { frame, content } = await heights(page);
      return frame - content;
    })
    .toBe(0);
  return (await heights(page)).frame;
}

async function chooseFirstTime(frame: FrameLocator): Promise<void> {
  await frame.locator('td [data-free], td button[class*="free"]').first().click();
  await frame.locator("button[data-start]").first().click();
}

test("a visitor of another site books on a phone, in a frame that fits, and the site hears of it", async () => {
  const { context, page, faults, events } = await visit("/inline", phone);
  const frame = page.frameLocator("kairos-booking iframe");
  await page.locator("kairos-booking").scrollIntoViewIfNeeded();
  await frame.getByRole("grid").waitFor();
  const month = await expectFit(page);
  await chooseFirstTime(frame);
  await frame.getByRole("heading", { name: "Your details" }).waitFor();
  expect(await expectFit(page)).not.toBe(month);
  expect(await frame.locator("input[name=name]").inputValue()).toBe("Ann Archer");
  await frame.locator("input[name=email]").fill("ann@example.com");
  await frame.getByRole("button", { name: "Book this session" }).click();
  await frame.getByRole("heading", { name: "You’re booked" }).waitFor();
  await expectFit(page);
  // The step's beginning came into view, though the button that led here was far below it.
  await expect.poll(async () => (await page.locator("kairos-booking").boundingBox())?.y).toBeGreaterThanOrEqual(0);

  // What the page says to itself is not what the frame says.
  await page.evaluate(() => postMessage({ kairos: 1, type: "booked", sessionType: "Made up" }, "*"));
  const heard = await events();
  expect(heard.map(({ type }) => type)).toEqual(["ready", "held", "booked"]);
  const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00.000Z$/);
  expect(heard.at(-1)?.detail).toEqual({
    sessionType: "Introductory call",
    startAt: instant,
    endAt: instant,
    status: "confirmed",
    redirectUrl: null,
  });

  const tab = context.waitForEvent("page");
  await frame.getByRole("link", { name: /Move or cancel/ }).click();
  await (await tab).waitForURL(`${server.url}/manage/*`);
  expect(await (await tab).evaluate(() => opener)).toBeNull();
  expect(faults).toEqual([]);
  await context.close();
});

test("a popup opens, closes and gives the focus back by the keyboard alone", async () => {
  const { context, page, faults, events } = await visit("/popup", { width: 1280, height: 800 });
  const frame = page.frameLocator("kairos-booking iframe");
  const dialog = page.getByRole("dialog", { name: "Talk to Maya" });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await focusedWords(page)).toBe("Talk to Maya");
  await page.keyboard.press("Enter");
  await dialog.waitFor();
  await frame.getByRole("grid").waitFor();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe("hidden");
  // Into the frame, and around within the dialog: nothing of the page behind is reached.
  for (let presses = 0; presses < 60 && (await frame.locator(":focus").count()) === 0; presses++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await focusedWords(page)).toBe("Talk to Maya");

  await page.keyboard.press("Space");
  await frame.getByRole("grid").waitFor();
  await expect.poll(async () => (await events()).filter(({ type }) => type === "ready").length).toBe(2);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await focusedWords(page)).toBe("Talk to Maya");
  await expect.poll(() => page.locator("kairos-booking iframe").count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.style.overflow)).toBe("");
  const types = (await events()).map(({ type }) => type);
  expect(types).toEqual(["open", "ready", "close", "open", "ready", "close"]);

  // A page that is taken apart while it is open leaves nothing behind.
  await page.getByRole("link", { name: "Floating" }).click();
  await frame.getByRole("grid").waitFor();
  await page.evaluate(() => {
    for (const element of document.querySelectorAll("kairos-booking")) element.remove();
  });
  expect(await page.evaluate(() => document.documentElement.style.overflow)).toBe("");
  expect(page.frames()).toHaveLength(1);
  expect(faults).toEqual([]);
  await context.close();
});

/** What the focused element says, also inside of components. */
function focusedWords(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent;
  });
}

test("every other page refuses to be framed, and none is reached from within the frame", async () => {
  const context = await browser.newContext({ viewport: phone });
  const page = await context.newPage();
  const inFrame = async (path: string) => {
    await page.goto(`http://127.0.0.1:${port()}/?frame=${encodeURIComponent(path)}`);
    return page.frames()[1]?.url();
  };
  expect(await inFrame("/embed/maya/intro")).toBe(`${server.url}/embed/maya/intro`);
  await page.frames()[1]?.evaluate(() => history.pushState(null, "", "/manage/token"));
  const frame = page.frameLocator("iframe");
  await frame.getByRole("heading", { name: "This goes on in a tab of its own" }).waitFor();
  expect(await frame.getByRole("link", { name: "Open it" }).getAttribute("target")).toBe("_blank");
  for (const path of ["/maya/intro", "/console", "/sign-in", "/manage/token", "/embed-demo", "/embed/maya", "/"])
    expect(await inFrame(path), path).toBe("chrome-error://chromewebdata/");
  await context.close();
});

test("whoever writes the element wrongly reads in the console what would be right", async () => {
  const { context, faults, events } = await visit("/wrong", phone);
  expect(faults.join("\n")).toContain('Write coach="…" and link="…"');
  expect(faults.join("\n")).toContain("Write inline, popup, floating; until then it is inline.");
  expect(faults.join("\n")).toContain('accent="red" is no colour');
  expect(await events()).toMatchObject([{ type: "error", detail: { code: "NO_PAGE" } }]);
  await context.close();
});

test("the page that shows it all has no fault, asks with nobody's sign-in, and tells what it hears", async () => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    bypassCSP: true,
  });
  const [name = "", value = ""] = (await server.signIn()).split("=");
  await context.addCookies([{ name, value, url: server.url }]);
  const page = await context.newPage();
  const faults = faultsTold(page);
  const cookies: (string | undefined)[] = [];
  page.on("request", async (request) => {
    if (new URL(request.url()).pathname === "/graphql") cookies.push((await request.allHeaders())["cookie"]);
  });
  await page.goto(`${server.url}/embed-demo`);
  const frame = page.frameLocator("kairos-booking iframe");
  await chooseFirstTime(frame);
  await page.getByRole("log").getByText("kairos:held").waitFor();
  expect(cookies.length).toBeGreaterThan(1);
  expect(cookies.filter(Boolean)).toEqual([]);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await expect.poll(() => frame.locator(":root").getAttribute("data-theme")).toBe("dark");
  expect(await page.locator("#popup").innerText()).toContain('theme="dark"');
  await page.getByRole("button", { name: "Book a time" }).click();
  const dialog = page.getByRole("dialog", { name: "Book a time" });
  await dialog.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});
