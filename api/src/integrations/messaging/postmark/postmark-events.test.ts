import { expect, test } from "vitest";
import type { IncomingRequest } from "../channel-event.ts";
import { createPostmarkEvents } from "./postmark-events.ts";

const events = createPostmarkEvents({ user: "kairos", password: "webhook-password" });
const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

function requestWith(body: unknown, authorization = basic("kairos:webhook-password")): IncomingRequest {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return {
    path: "/api/messages/postmark",
    headers: { Authorization: authorization },
    body: text,
    receivedAt: new Date(),
  };
}

const about = { MessageID: "00000000-0000-0000-0000-000000000001", Metadata: { delivery: "d1" }, ServerID: 23 };
const told = { kind: "fate", providerId: about.MessageID, deliveryId: "d1" };
const bounce = {
  ...{ RecordType: "Bounce", ...about, ID: 42, Email: "maya@example.com", BouncedAt: "2026-06-02T09:00:00.5273-04:00" },
  ...{ Description: "The server was unable to deliver your message.", Details: "550 5.1.1 No such user\r\nhere" },
};

test.each([
  [
    {
      RecordType: "Delivery",
      ...about,
      Recipient: "maya@example.com",
      DeliveredAt: "2026-06-02T09:00:00Z",
      Details: "250 OK",
    },
    { ...told, fate: "delivered", at: new Date("2026-06-02T09:00:00Z"), words: "250 OK" },
  ],
  [
    { ...bounce, Type: "HardBounce" },
    {
      ...told,
      fate: "bounced",
      code: "HardBounce",
      words: "550 5.1.1 No such user here",
      at: new Date("2026-06-02T13:00:00.527Z"),
    },
  ],
  [
    { ...bounce, Type: "SoftBounce" },
    { ...told, fate: "bounced" },
  ],
  [
    { ...bounce, Type: "Transient", Details: "" },
    { ...told, fate: "delayed", words: bounce.Description },
  ],
  [
    { ...bounce, RecordType: "SpamComplaint" },
    { ...told, fate: "complained" },
  ],
  [
    { ...bounce, Type: "Unsubscribe" },
    { kind: "consent", address: "maya@example.com", agrees: false },
  ],
  [
    {
      ...{ RecordType: "SubscriptionChange", Recipient: "maya@example.com", ChangedAt: "2026-06-02T09:00:00Z" },
      ...{ SuppressSending: true, SuppressionReason: "ManualSuppression" },
    },
    { kind: "consent", address: "maya@example.com", agrees: false, words: "ManualSuppression" },
  ],
])("a record is read: %j", async (body, event) => {
  expect(await events.read(requestWith(body))).toEqual({ kind: "events", events: [expect.objectContaining(event)] });
});

test.each([
  ["an answering machine", { ...bounce, Type: "AutoResponder" }],
  ["an opened message", { RecordType: "Open", ...about }],
  ["no JSON", "{"],
  ["a list", []],
  ["a record without its parts", { RecordType: "Delivery" }],
  ["a record with a wrong time", { ...bounce, Type: "HardBounce", BouncedAt: "yesterday" }],
])("%s is no event", async (_what, body) => {
  expect(await events.read(requestWith(body))).toEqual({ kind: "events", events: [] });
});

test.each(["", "Basic", basic("kairos:wrong"), basic("kairos:webhook-passwore"), "Bearer webhook-password"])(
  "who says %j is not Postmark",
  async (authorization) => {
    expect(await events.read(requestWith({ ...bounce, Type: "HardBounce" }, authorization))).toMatchObject({
      kind: "forged",
    });
  },
);

test("a message without our metadata is told by Postmark's id alone", async () => {
  const record = { ...bounce, Type: "HardBounce", Metadata: { delivery: 7 } };
  expect(await events.read(requestWith(record))).toMatchObject({
    events: [{ providerId: about.MessageID, deliveryId: null }],
  });
});
