import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import type { IncomingRequest } from "../channel-event.ts";
import { createTwilioEvents } from "./twilio-events.ts";

const authToken = "12345";
const reader = createTwilioEvents({ authToken, publicUrl: "https://mycompany.com" });
const receivedAt = new Date("2026-06-01T09:00:00Z");
const path = "/api/messages/twilio?delivery=offer+1";

function signed(fields: Record<string, string>, change: Partial<IncomingRequest> = {}): IncomingRequest {
  const text = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name]);
  const signature = createHmac("sha1", authToken)
    .update(`https://mycompany.com${path}${text.join("")}`)
    .digest("base64");
  const headers = { "x-twilio-signature": signature };
  return { path, headers, body: new URLSearchParams(fields).toString(), receivedAt, ...change };
}

const status = { MessageSid: `SM${"0".repeat(32)}`, To: "+4915112345678", From: "+15005550006" };
const told = { kind: "fate", providerId: status.MessageSid, deliveryId: "offer 1", at: receivedAt };

test("the signature of Twilio's own example is right", async () => {
  const example = {
    path: "/myapp.php?foo=1&bar=2",
    headers: { "X-Twilio-Signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=" },
    body: "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212",
    receivedAt,
  };
  expect(await reader.read(example)).toEqual({ kind: "events", events: [] });
  expect(await reader.read({ ...example, path: "/myapp.php?foo=1&bar=3" })).toMatchObject({ kind: "forged" });
});

test.each([
  [
    { ...status, MessageStatus: "sent" },
    { ...told, fate: "handedOver", words: "sent" },
  ],
  [
    { ...status, MessageStatus: "delivered" },
    { ...told, fate: "delivered" },
  ],
  [
    { ...status, MessageStatus: "undelivered", ErrorCode: "30003" },
    { ...told, fate: "bounced", code: "30003" },
  ],
  [
    { ...status, MessageStatus: "failed", ErrorCode: "30008", ErrorMessage: "Unknown error" },
    { ...told, fate: "failed", code: "30008", words: "Unknown error" },
  ],
])("a status is read: %j", async (fields, event) => {
  expect(await reader.read(signed(fields))).toEqual({ kind: "events", events: [expect.objectContaining(event)] });
});

const from = { MessageSid: status.MessageSid, SmsStatus: "received", From: "+4915112345678", To: "+15005550006" };

test.each([
  ["STOP", "", false],
  [" stop. ", "", false],
  ["Unsubscribe", "", false],
  ["Arrêt", "STOP", false],
  ["start", "", true],
  ["UNSTOP", "", true],
])("%j with %j from a person is a word about all messages", async (Body, OptOutType, agrees) => {
  const consent = { kind: "consent", address: "+4915112345678", agrees, at: receivedAt, words: Body.trim() };
  expect(await reader.read(signed({ ...from, Body, ...(OptOutType && { OptOutType }) }))).toEqual({
    kind: "events",
    events: [consent],
  });
});

test.each(["Yes", "Please stop the session earlier", "", "HELP"])("%j is not", async (Body) => {
  expect(await reader.read(signed({ ...from, Body }))).toEqual({ kind: "events", events: [] });
});

test.each([
  ["another path", { path: "/api/messages/twilio?delivery=offer+2" }],
  ["another body", { body: new URLSearchParams({ ...status, MessageStatus: "delivered", x: "1" }).toString() }],
  ["no signature", { headers: {} }],
  ["a wrong signature", { headers: { "x-twilio-signature": "AAAA" } }],
])("with %s it is not Twilio's", async (_what, change) => {
  expect(await reader.read(signed({ ...status, MessageStatus: "delivered" }, change))).toMatchObject({
    kind: "forged",
  });
});
