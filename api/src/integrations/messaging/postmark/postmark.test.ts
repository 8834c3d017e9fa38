import { type Address, addressParser, type Mailbox } from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FaultyRoad } from "../../../../test/stand-ins/faulty-road.ts";
import { type PostmarkMail, PostmarkStandIn, postmarkToken } from "../../../../test/stand-ins/postmark.ts";
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
import { createPostmark, type PostmarkOptions } from "./postmark.ts";

let standIn: PostmarkStandIn;
let road: FaultyRoad;

beforeAll(async () => {
  standIn = await PostmarkStandIn.start();
  road = await FaultyRoad.to(standIn.url);
});
beforeEach(() => {
  standIn.clear();
  road.passed.splice(0);
});
afterAll(async () => {
  await road.close();
  await standIn.close();
  expect(standIn.contract.faults).toEqual([]);
});

const postmark = (more: Partial<PostmarkOptions> = {}) =>
  createPostmark({ token: postmarkToken, from: sender, origin: road.url, ...more });

function open(): EmailsUnderTest {
  return {
    channel: postmark(),
    message: emailWith,
    arrived: async () => standIn.mails.length,
    read: async () => standIn.mails.map(readMail),
    wire: {
      calls: () => road.passed.length,
      meet: (trouble) => {
        if (trouble === "busy") road.meet({ kind: "answer", status: 429, headers: { "retry-after": "7" } });
        else road.meet({ kind: trouble === "silence" ? "silence" : "lostAnswer" });
      },
      unreachable: postmark({ origin: "http://127.0.0.1:2" }),
      hasty: postmark({ timeoutMs: 300 }),
    },
  };
}

function readMail({ fields }: PostmarkMail): ArrivedEmail {
  const [file] = fields.Attachments ?? [];
  return {
    ...{ to: people(fields.To), subject: fields.Subject ?? "", text: fields.TextBody ?? "" },
    letter: {
      from: people(fields.From)[0] ?? { name: null, address: "" },
      replyTo: people(fields.ReplyTo),
      html: fields.HtmlBody ?? null,
      calendar: file
        ? { contentType: file.ContentType, content: Buffer.from(file.Content, "base64").toString() }
        : null,
      headers: (fields.Headers ?? []).map(({ Name, Value }) => [Name.toLowerCase(), Value] as const),
    },
  };
}

function people(field = ""): Recipient[] {
  const one = ({ name, address }: Mailbox): Recipient => ({ name: name === "" ? null : name, address });
  return addressParser(field).flatMap((it: Address) => (it.group ? it.group.map(one) : [one(it)]));
}

describe("Postmark as a channel", () => describeChannel(open, wrongEmails));
describe("Postmark's messages", () => describeEmails(open));

describe("Postmark", () => {
  test.each([
    [406, "You tried to send to recipients marked as inactive.", "suppressed"],
    [300, "Error parsing 'To': Illegal email address 'x'.", "address"],
    [300, "Error parsing 'From': Illegal email address 'x'.", "message"],
    [411, "Forbidden attachment type.", "message"],
    [400, "The 'From' address you supplied is not a Sender Signature.", "account"],
    [405, "You ran out of credits.", "account"],
    [412, "Your account is pending approval.", "account"],
  ])("that refuses with %i is believed: %s", async (code, words, cause) => {
    road.meet({ kind: "answer", status: 422, body: JSON.stringify({ ErrorCode: code, Message: words }) });
    expect(await postmark().send(emailWith())).toEqual({ kind: "rejected", cause, code: String(code), words });
  });

  test("that does not know our token says so", async () => {
    const result = await postmark({ token: "another-token" }).send(emailWith());
    expect(result).toMatchObject({ kind: "rejected", cause: "account", code: "10" });
    expect(JSON.stringify(result)).not.toContain("another-token");
  });

  test.each([
    [503, { "retry-after": "7" }, { kind: "retry", afterMs: 7000 }],
    [
      503,
      { "retry-after": "Wed, 21 Oct 2026 07:28:30 GMT", date: "Wed, 21 Oct 2026 07:28:00 GMT" },
      { kind: "retry", afterMs: 30_000 },
    ],
    [503, { "retry-after": "soon" }, { kind: "retry", afterMs: null }],
    [500, {}, { kind: "unclear" }],
    [502, {}, { kind: "unclear" }],
    [504, {}, { kind: "unclear" }],
    [413, {}, { kind: "rejected", cause: "message" }],
    [302, { location: "http://127.0.0.1:1/" }, { kind: "rejected" }],
  ])("that answers %i with %j", async (status, headers, result) => {
    road.meet({ kind: "answer", status, headers: { ...headers } });
    expect(await postmark().send(emailWith())).toMatchObject(result);
    expect(road.passed).toHaveLength(1);
  });

  test.each(["cutOff", "shortened"] as const)(
    "whose answer is %s has the message, and says so when asked",
    async (kind) => {
      road.meet({ kind });
      const email = emailWith();
      expect(await postmark().send(email)).toMatchObject({ kind: "unclear" });
      const [mail] = standIn.mails;
      expect(await postmark().find(email, new Date())).toEqual({
        kind: "found",
        providerId: mail?.id,
        fate: "handedOver",
        words: "",
      });
      mail?.events.push(
        { Type: "Delivered", Details: { DeliveryMessage: "250 2.0.0 OK" } },
        { Type: "Opened", Details: {} },
      );
      expect(await postmark().find(email, new Date())).toMatchObject({ fate: "delivered", words: "250 2.0.0 OK" });
      mail?.events.push({ Type: "Bounced", Details: { Summary: "550 No such user" } });
      expect(await postmark().find(email, new Date())).toMatchObject({ fate: "bounced", words: "550 No such user" });
    },
  );

  test("that cannot be asked now is asked again", async () => {
    road.meet({ kind: "answer", status: 429, headers: { "retry-after": "7" } });
    expect(await postmark().find(emailWith(), new Date())).toEqual({
      kind: "askAgain",
      afterMs: 7000,
      words: "HTTP 429",
    });
    road.meet({ kind: "lostAnswer" });
    expect(await postmark().find(emailWith(), new Date())).toMatchObject({ kind: "askAgain", afterMs: null });
  });

  test("takes 500 in one call, and one bad address leaves the others alone", async () => {
    standIn.inactive.add("gone@example.com");
    const emails = Array.from({ length: 500 }, (_, i) =>
      emailWith({ to: { name: null, address: `${i === 7 ? "gone" : `a${i}`}@example.com` } }),
    );
    const results = await postmark().batch?.send(emails);
    expect(road.passed).toEqual([{ method: "POST", path: "/email/batch" }]);
    expect(results).toHaveLength(500);
    expect(results?.[7]).toMatchObject({ kind: "rejected", cause: "suppressed", code: "406" });
    expect(results?.filter(({ kind }) => kind === "handedOver")).toHaveLength(499);
    const [, second] = results ?? [];
    expect(second).toEqual({ kind: "handedOver", providerId: standIn.mails[1]?.id });
    expect(standIn.mails[1]?.fields.To).toBe("a1@example.com");
  });

  test("that loses the answer to a batch leaves every message unclear", async () => {
    road.meet({ kind: "lostAnswer" });
    const results = await postmark().batch?.send([emailWith(), emailWith()]);
    expect(results?.map(({ kind }) => kind)).toEqual(["unclear", "unclear"]);
  });
});
