import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FaultyRoad } from "../../../../test/stand-ins/faulty-road.ts";
import { TwilioStandIn, twilioAccount, twilioNumber } from "../../../../test/stand-ins/twilio.ts";
import { type ChannelUnderTest, describeChannel, type Wrong } from "../channel.suite.ts";
import type { Reading } from "../channel-event.ts";
import type { Sms } from "../sms.ts";
import { createTwilio, type TwilioOptions } from "./twilio.ts";
import { createTwilioEvents } from "./twilio-events.ts";

let standIn: TwilioStandIn;
let road: FaultyRoad;

beforeAll(async () => {
  standIn = await TwilioStandIn.start();
  road = await FaultyRoad.to(standIn.url);
});
beforeEach(() => {
  standIn.taken.splice(0);
  road.passed.splice(0);
});
afterAll(async () => {
  await road.close();
  await standIn.close();
  expect(standIn.contract.faults).toEqual([]);
});

const twilio = (more: Partial<TwilioOptions> = {}) =>
  createTwilio({ ...twilioAccount, from: twilioNumber, origin: road.url, ...more });

function smsWith(parts: Partial<Sms> = {}): Sms {
  const id = randomUUID();
  return { id, to: "+4915112345678", body: `Your session is tomorrow at 10:00. ${id}`, ...parts };
}

const to =
  (number: string) =>
  (sms: Sms): Sms => ({ ...sms, to: number });
const body =
  (text: string) =>
  (sms: Sms): Sms => ({ ...sms, body: text });

const wrong: Wrong<Sms> = [
  ["a number without its country", to("015112345678"), "address"],
  ["a number with spaces", to("+49 151 12345678"), "address"],
  ["two numbers", to("+4915112345678,+4915112345679"), "address"],
  ["a number of another channel", to("whatsapp:+4915112345678"), "address"],
  ["a name", to("Maya"), "address"],
  ["nothing to say", body(" \n"), "message"],
  ["more than can be sent", body("x".repeat(1601)), "message"],
];

function open(): ChannelUnderTest<Sms> {
  return {
    channel: twilio(),
    message: smsWith,
    arrived: async () => standIn.taken.length,
    wire: {
      calls: () => road.passed.length,
      meet: (trouble) => {
        if (trouble === "busy") road.meet({ kind: "answer", status: 429, headers: { "retry-after": "7" } });
        else road.meet({ kind: trouble === "silence" ? "silence" : "lostAnswer" });
      },
      unreachable: twilio({ origin: "http://127.0.0.1:2" }),
      hasty: twilio({ timeoutMs: 300 }),
    },
  };
}

describe("Twilio as a channel", () => describeChannel(open, wrong));

describe("Twilio", () => {
  test("gets the number, the words as they are, and nothing else", async () => {
    const hostile = "Größe & <b>x</b> %0A +1 = 2\n; From=+1 👩🏽‍💻 &To=+15005550009";
    expect(await twilio().send(smsWith({ body: hostile }))).toMatchObject({ kind: "handedOver" });
    expect(standIn.taken).toMatchObject([{ to: "+4915112345678", from: twilioNumber, body: hostile }]);
  });

  test.each([
    [400, 21610, "Attempt to send to unsubscribed recipient", { kind: "rejected", cause: "suppressed" }],
    [400, 21211, "Invalid 'To' Phone Number", { kind: "rejected", cause: "address" }],
    [400, 21614, "'To' number is not a valid mobile number", { kind: "rejected", cause: "address" }],
    [
      400,
      21408,
      "Permission to send an SMS has not been enabled for the region",
      { kind: "rejected", cause: "account" },
    ],
    [400, 21606, "The 'From' number is not SMS-capable", { kind: "rejected", cause: "account" }],
    [401, 20003, "Authenticate", { kind: "rejected", cause: "account" }],
    [
      400,
      21617,
      "The concatenated message body exceeds the 1600 character limit",
      { kind: "rejected", cause: "message" },
    ],
    [429, 20429, "Too Many Requests", { kind: "retry", afterMs: 3000 }],
    [400, 21611, "This 'From' number has exceeded the maximum number of queued messages", { kind: "retry" }],
  ])("that answers %i with %i is believed: %s", async (status, code, message, result) => {
    road.meet({
      kind: "answer",
      status,
      headers: { "retry-after": "3" },
      body: JSON.stringify({ code, message, status }),
    });
    expect(await twilio().send(smsWith())).toMatchObject({ ...result, code: String(code), words: message });
    expect(road.passed).toHaveLength(1);
  });

  test.each([
    [503, { kind: "retry" }],
    [500, { kind: "unclear" }],
    [504, { kind: "unclear" }],
  ])("that answers %i without a word", async (status, result) => {
    road.meet({ kind: "answer", status, body: "<html>" });
    expect(await twilio().send(smsWith())).toMatchObject(result);
  });

  test("whose answer is somebody else's page is unclear", async () => {
    road.meet({ kind: "answer", status: 200, headers: { "content-type": "text/html" }, body: "<html>" });
    expect(await twilio().send(smsWith())).toMatchObject({ kind: "unclear", words: "the answer could not be read" });
    road.meet({ kind: "answer", status: 200, body: "<html>" });
    expect(await twilio().find(smsWith(), new Date())).toMatchObject({ kind: "askAgain" });
  });

  test("that does not know our token says so", async () => {
    const result = await twilio({ authToken: "another-token" }).send(smsWith());
    expect(result).toMatchObject({ kind: "rejected", cause: "account", code: "20003", words: "Authenticate" });
    expect(JSON.stringify(result)).not.toContain("another-token");
  });

  test("that has the message and lost the answer says what became of it", async () => {
    road.meet({ kind: "cutOff" });
    const sms = smsWith();
    expect(await twilio().send(sms)).toMatchObject({ kind: "unclear" });
    const sid = String(standIn.taken[0]?.["sid"]);
    expect(await twilio().find(sms, new Date())).toMatchObject({ kind: "found", providerId: sid, fate: "handedOver" });
    await standIn.tell(sid, "undelivered");
    expect(await twilio().find(sms, new Date())).toMatchObject({ kind: "found", fate: "bounced" });
    expect(await twilio().find({ ...sms, body: "Other words" }, new Date())).toEqual({ kind: "notFound" });
    expect(await twilio().find(sms, new Date(Date.now() + 60_000))).toEqual({ kind: "notFound" });
  });
});

describe("what Twilio tells", () => {
  test("comes signed, with our id, and is read", async () => {
    const readings: Reading[] = [];
    const server = createServer(async (request, response) => {
      let text = "";
      for await (const chunk of request.setEncoding("utf8")) text += String(chunk);
      const { url: path = "", headers } = request;
      readings.push(await reader.read({ path, headers, body: text, receivedAt: new Date() }));
      response.end();
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const publicUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    const reader = createTwilioEvents({ authToken: twilioAccount.authToken, publicUrl });
    const sms = smsWith({ id: "reminder 1:a" });
    const sent = await twilio({ callbackUrl: `${publicUrl}/api/messages/twilio` }).send(sms);
    const providerId = sent.kind === "handedOver" ? sent.providerId : "";
    await standIn.tell(providerId, "delivered");
    const told = { kind: "fate", providerId, deliveryId: sms.id };
    expect(readings.flatMap((it) => (it.kind === "events" ? it.events : []))).toMatchObject([
      { ...told, fate: "handedOver" },
      { ...told, fate: "delivered" },
    ]);
    server.close();
  });
});
