import { request, type Server } from "node:http";
import express from "express";
import { Pool } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../../test/database.ts";
import { describeChannel } from "../channel.suite.ts";
import { handOver } from "../channel.ts";
import { describeEmails, type EmailsUnderTest, emailWith, wrongEmails } from "../email.suite.ts";
import { createMailbox, type Mailbox } from "./mailbox.ts";
import { mailboxPages } from "./mailbox-page.ts";

let database: TestDatabase;
let pool: Pool;
let mailbox: Mailbox;
let server: Server;
let port: number;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url });
  // The database is dropped while the last connections are still on their way out.
  pool.on("connect", (client) => client.on("error", () => undefined));
  mailbox = createMailbox(pool);
  server = express().use(mailboxPages(mailbox)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  port = portOf(server);
});
afterEach(() => pool.query("truncate mailbox_message"));
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await pool.end();
  await database.drop();
});

function portOf(listening: Server): number {
  const address = listening.address();
  if (typeof address !== "object" || !address) throw new Error("The server does not listen.");
  return address.port;
}

interface Page {
  readonly status: number;
  readonly html: string;
  readonly policy: string;
}

function get(path: string, headers: Record<string, string> = {}): Promise<Page> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, headers: { host: `localhost:${port}`, ...headers } }, async (response) => {
      let html = "";
      for await (const chunk of response.setEncoding("utf8")) html += String(chunk);
      resolve({ status: response.statusCode ?? 0, html, policy: String(response.headers["content-security-policy"]) });
    });
    asked.on("error", reject).end();
  });
}

function open(): EmailsUnderTest {
  return {
    channel: mailbox,
    message: emailWith,
    arrived: async () => (await mailbox.list(100)).length,
    read: async () =>
      (await mailbox.list(100)).toReversed().map(({ to, subject, text }) => ({ to: [to], subject, text })),
    wire: null,
  };
}

describe("the mailbox as a channel", () => describeChannel(open, wrongEmails));
describe("the mailbox's messages", () => {
  describeEmails(open);

  test("the same id arrives once, even when sent twice at the same time", async () => {
    const message = emailWith();
    const [first, second] = await Promise.all([mailbox.send(message), mailbox.send(message)]);
    expect(await mailbox.send(message)).toEqual(first);
    expect(second).toEqual(first);
    expect(await mailbox.list(100)).toHaveLength(1);
  });
});

describe("the mailbox page", () => {
  const send = (subject: string, text: string) => handOver(mailbox, emailWith({ subject, text }));

  test("an empty mailbox says what will appear", async () => {
    expect(await get("/mailbox")).toMatchObject({ status: 200, html: expect.stringContaining("Nothing was sent yet") });
  });

  test("messages are listed newest first and each can be read", async () => {
    await send("First", "one");
    const { providerId } = await send("Second", "two");
    const { html } = await get("/mailbox");
    expect(html.indexOf("Second")).toBeGreaterThan(0);
    expect(html.indexOf("Second")).toBeLessThan(html.indexOf("First"));
    expect((await get(`/mailbox/${providerId}`)).html).toContain("two");
  });

  test("hostile text is shown as text, and no script could run", async () => {
    const hostile = `<script>alert(1)</script><img src=x onerror=alert(2)>"'&`;
    const { providerId } = await send(hostile, `${hostile}\nhttps://example.com/a?b=1&c="><script>alert(3)</script>`);
    for (const path of ["/mailbox", `/mailbox/${providerId}`]) {
      const { html, policy } = await get(path);
      expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;");
      expect(html).not.toMatch(/<script|<img|onerror=alert\(2\)>/);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
    }
  });

  test("web addresses are links, javascript ones are not", async () => {
    const { providerId } = await send("Links", "go to https://example.com/x?a=1&b=2 or javascript:alert(1)");
    const { html } = await get(`/mailbox/${providerId}`);
    expect(html).toContain('<a href="https://example.com/x?a=1&amp;b=2" rel="noreferrer noopener">');
    expect(html).not.toContain('href="javascript');
  });

  test.each(["/mailbox/nothing", "/mailbox/00000000-0000-4000-8000-000000000000", "/mailbox/%27%20or%201=1"])(
    "%s is not found",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test.each([{ host: "kairos.evil.example" }, { host: "192.168.1.5:4000" }, { "x-forwarded-for": "203.0.113.9" }])(
    "a request with %j is refused",
    async (headers) => {
      await send("Secret", "https://example.com/sign-in");
      const { status, html } = await get("/mailbox", headers);
      expect(status).toBe(403);
      expect(html).not.toContain("Secret");
    },
  );
});
