import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../src/core/local-date.ts";
import { handOver } from "../src/integrations/messaging/channel.ts";
import { openBrowser } from "./chromium.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { startServer, type TestServer } from "./server.ts";
import { awakeZone } from "./waiting.ts";

let database: TestDatabase;
let server: TestServer;
/** Secrets of somebody who has booked and of somebody who waits. */
let seat: string;
let waiting: string;

/** All but what no database keeps. */
const texts = Object.entries(hostileTexts)
  .map(([name, make]): [string, string] => [name, make("marked")])
  .filter(([, text]) => !text.includes("\u0000") && text.isWellFormed());

/** Elements, an end of whatever it stands in, and an attribute, each of which would leave a trace. */
const evil = (field: string) =>
  `${field}</title></textarea></script><img src=x onerror="document.documentElement.dataset.evil='${field}'"><script>document.documentElement.dataset.evil='${field}'</script>" onfocus="document.documentElement.dataset.evil='${field}'" autofocus x="`;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  ({ seat, waiting } = await bookAndWait());
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

async function bookAndWait() {
  const { services } = server.context;
  const client = { name: "Ann Archer", email: "ann@example.com", timeZone: awakeZone() };
  const link = { coach: "maya", link: "intro" };
  const today = new Date().toISOString().slice(0, 10);
  const range = { from: addDays(today, 2), to: addDays(today, 12), timeZone: "UTC" };
  const { days } = await services.slots.list({ ...link, ...range });
  const startAt = days[0]?.slots[0]?.startAt ?? new Date();
  const { attendeeId } = await services.bookings.book({ ...link, startAt, client, idempotencyKey: randomUUID() });
  const wish = { date: addDays(today, 9), besidesFree: true };
  const { entryId } = await services.waitlist.join({ ...link, ...wish, client, idempotencyKey: randomUUID() }, "ann");
  return { seat: services.bookings.tokenOf(attendeeId), waiting: services.waitlist.tokenOf(entryId) };
}

/** Past all that checks what people type: whatever is kept must do no harm. */
async function fillWith(text: (field: string) => string): Promise<void> {
  const { sql } = server.context.db;
  const guests = JSON.stringify([{ name: text("guest"), email: "guest@example.com" }]);
  const answers = JSON.stringify([{ question: "topic", label: text("label"), values: [text("answer")] }]);
  const question = { key: "topic", kind: "choice", required: false, shownWhen: null };
  const questions = JSON.stringify([
    { ...question, label: text("question"), help: text("help"), options: [text("one"), text("two")] },
  ]);
  await sql`update coach set name = ${text("coach")}, headline = ${text("headline")}`;
  await sql`
    update session_type set name = ${text("type")}, description = ${text("description")}, place_detail = ${text("place")},
      questions = ${questions}::jsonb, max_guests = 2`;
  await sql`update booking_link set name = ${text("link")}`;
  await sql`update client set name = ${text("client")}, phone = ${text("phone")}`;
  await sql`
    update attendee set name = ${text("seat")}, phone = ${text("phone")}, note = ${text("note")}, guests = ${guests}::jsonb,
      answers = ${answers}::jsonb where client_id is not null`;
  await sql`
    update booking set place_detail = ${text("place")}, cancel_reason = ${text("reason")}, coach_message = ${text("message")},
      move_message = ${text("move")}, move_requested_at = now()`;
  await sql`update waitlist_entry set name = ${text("waiting")}, note = ${text("note")}, phone = ${text("phone")}`;
  await sql`update availability_template set name = ${text("hours")}`;
  await sql`update time_off set reason = ${text("time off")}`;
  await sql`update travel set place = ${text("travel")}`;
}

const linesOf = (file: string) => file.replaceAll("\r\n ", "").split("\r\n");

test("calendar files hold one event, and the mailbox nothing but words, whatever the names are", async () => {
  for (const [name, text] of texts) {
    await fillWith(() => text);
    const file = await (await fetch(`${server.url}/api/sessions/${seat}/session.ics`)).text();
    const lines = linesOf(file);
    expect(
      lines.filter((line) => line.startsWith("BEGIN:")),
      name,
    ).toEqual(["BEGIN:VCALENDAR", "BEGIN:VEVENT"]);
    expect(
      lines.filter((line) => /^(BCC|CONTENT-TYPE|ATTENDEE|X-EVIL|Y)\b/i.test(line)),
      name,
    ).toEqual([]);
    const { providerId } = await handOver(server.context.mailbox, {
      ...{ id: randomUUID(), to: { name: text, address: "ann@example.com" } },
      ...{ subject: text, text: `${text}\n` },
    });
    for (const path of ["/mailbox", `/mailbox/${providerId}`]) {
      const page = await (await fetch(`${server.url}${path}`)).text();
      expect(page, name).toContain("marked");
      expect(
        page.match(
          /<(?!\/?(html|head|meta|title|style|body|main|h1|p|a|ol|li|strong|small|time|pre|bdi|!doctype)[\s>])/gi,
        ),
      ).toBeNull();
      expect(page, name).not.toMatch(/<[^>]*\son\w+\s*=/i);
    }
  }
});

test("pages show markup as the characters it is, in every place that has some", async () => {
  await fillWith(evil);
  const browser = await openBrowser();
  try {
    // Without the policy that would stop a script, so that one that is there runs.
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const seen = new Set<string>();
    const visit = async (path: string, ready: string) => {
      await page.goto(`${server.url}${path}`);
      await page.getByText(ready).first().waitFor({ state: "attached" });
      for (const field of await fieldsShown(page)) seen.add(field);
    };
    await visit("/maya/intro", "headline</title>");
    await visit(`/manage/${seat}`, "coach</title>");
    await visit(`/waiting/${waiting}`, "coach</title>");
    await page.goto(await server.context.auth.createSignInLink(server.coach.email));
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Hours" }).waitFor();
    await visit("/console", "seat</title>");
    await visit("/console/clients", "client</title>");
    await visit("/console/links", "link</title>");
    await visit("/console/session-types", "type</title>");
    await visit("/console/waitlist", "waiting</title>");
    await visit("/console/hours", "hours</title>");
    expect([...seen].sort()).toEqual(expect.arrayContaining(["client", "coach", "headline", "link", "seat", "type"]));
  } finally {
    await browser.close();
  }
});

/** Which fields a page shows as text; an error where one of them became more than that. */
async function fieldsShown(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => ({
    evil: document.documentElement.dataset["evil"] ?? null,
    elements: document.querySelectorAll("img[src='x'], body script:not([src]), [onfocus], a[href^='javascript:']")
      .length,
    text: document.body.innerText,
  }));
  expect([found.evil, found.elements]).toEqual([null, 0]);
  return [...found.text.matchAll(/([a-z ]+)<\/title><\/textarea>/g)].map(([, field = ""]) => field.trim());
}
