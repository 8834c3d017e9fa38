import { createServer } from "node:net";
import PostalMime, { type Address, type Mailbox } from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MailServer, mailUser } from "../../../../test/stand-ins/mail-server.ts";
import { describeChannel } from "../channel.suite.ts";
import {
  type ArrivedEmail,
  describeEmails,
  type EmailsUnderTest,
  emailWith,
  sender,
  wrongEmails,
} from "../email.suite.ts";
import type { Recipient } from "../email.ts";
import { createSmtp, type SmtpOptions } from "./smtp.ts";

let server: MailServer;
const host = "127.0.0.1";

beforeAll(async () => {
  server = await MailServer.start();
});
beforeEach(() => server.clear());
afterAll(() => server.close());

const smtp = (more: Partial<SmtpOptions> = {}) =>
  createSmtp({ host, port: server.port, tls: "none", ...mailUser, from: sender, ...more });

function open(): EmailsUnderTest {
  return {
    channel: smtp(),
    message: emailWith,
    arrived: async () => server.taken.length,
    read: () => Promise.all(server.taken.map(({ raw }) => readMail(raw))),
    wire: {
      calls: () => server.sessions,
      meet: (trouble) =>
        server.meet(
          trouble === "busy" ? { kind: "refuse", at: "recipient", code: 451, words: "4.7.1 Later" } : { kind: trouble },
        ),
      unreachable: smtp({ port: 1 }),
      hasty: smtp({ timeoutMs: 1000 }),
    },
  };
}

async function readMail(raw: Buffer): Promise<ArrivedEmail> {
  const mail = await PostalMime.parse(raw);
  const calendar = mail.attachments.find(({ mimeType }) => mimeType === "text/calendar");
  return {
    ...{ to: (mail.to ?? []).flatMap(people), subject: mail.subject ?? "", text: mail.text ?? "" },
    letter: {
      from: people(mail.from ?? { name: "", address: "" })[0] ?? { name: null, address: "" },
      replyTo: (mail.replyTo ?? []).flatMap(people),
      html: mail.html ?? null,
      calendar: calendar
        ? {
            contentType: `text/calendar; method=${calendar.method ?? ""}`,
            content:
              typeof calendar.content === "string" ? calendar.content : new TextDecoder().decode(calendar.content),
          }
        : null,
      headers: mail.headers.map(({ key, value }) => [key, value] as const),
    },
  };
}

function people(it: Address): Recipient[] {
  const one = ({ name, address }: Mailbox): Recipient => ({ name: name === "" ? null : name, address });
  return it.group ? it.group.map(one) : [one(it)];
}

describe("a mail server as a channel", () => describeChannel(open, wrongEmails));
describe("a mail server's messages", () => describeEmails(open));

describe("a mail server", () => {
  test.each([
    ["connect", 554, "5.3.2 Not today", "account"],
    ["sender", 550, "5.7.1 Sender not allowed", "account"],
    ["recipient", 550, "5.1.1 No such user here", "address"],
    ["message", 554, "5.7.1 Looks like spam", "message"],
  ] as const)("that refuses for good at the %s is believed", async (at, code, words, cause) => {
    server.meet({ kind: "refuse", at, code, words });
    const result = await smtp().send(emailWith());
    expect(result).toMatchObject({
      kind: "rejected",
      cause,
      code: String(code),
      words: expect.stringContaining(words),
    });
    expect(server.taken).toEqual([]);
  });

  test.each(["connect", "sender", "recipient", "message"] as const)(
    "that is in trouble at the %s is tried later",
    async (at) => {
      server.meet({ kind: "refuse", at, code: 451, words: "4.3.0 Try again later" });
      const result = await smtp().send(emailWith());
      expect(result).toMatchObject({ kind: "retry", afterMs: null, words: expect.stringContaining("Try again later") });
      expect(server.taken).toEqual([]);
    },
  );

  test("that does not take our password says so, and the password is not told", async () => {
    const result = await smtp({ password: "wrong-password" }).send(emailWith());
    expect(result).toMatchObject({
      kind: "rejected",
      cause: "account",
      code: "535",
      words: expect.stringContaining("5.7.8"),
    });
    expect(JSON.stringify(result)).not.toContain("wrong-password");
  });

  test("that cannot do TLS gets neither password nor message when it must", async () => {
    const result = await smtp({ tls: "starttls" }).send(emailWith());
    expect(result).toMatchObject({ kind: expect.stringMatching(/rejected|retry/) });
    expect(server.taken).toEqual([]);
  });

  test("that hangs up before it took anything is tried later", async () => {
    server.meet({ kind: "hangUp" });
    expect(await smtp().send(emailWith())).toMatchObject({ kind: "retry" });
  });

  test("that never greets is given up in time", async () => {
    const mute = createServer().listen(0, host);
    await new Promise((resolve) => mute.once("listening", resolve));
    const address = mute.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(await smtp({ port, timeoutMs: 300 }).send(emailWith())).toMatchObject({
      kind: "retry",
      words: "no answer in time",
    });
    mute.close();
  });

  test("gets the same Message-ID for the same delivery, and one recipient in the envelope", async () => {
    const email = emailWith({ id: "offer 1:2.3_4-5" });
    const first = await smtp().send(email);
    expect(await smtp().send(email)).toEqual(first);
    expect(first).toEqual({ kind: "handedOver", providerId: "<offer+1=2.3_4-5@kairos.example>" });
    for (const { raw, from, to } of server.taken) {
      expect(raw.toString()).toContain("Message-ID: <offer+1=2.3_4-5@kairos.example>\r\n");
      expect([from, to]).toEqual([sender.address, [email.to.address]]);
    }
  });
});
