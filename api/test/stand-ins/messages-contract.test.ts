import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PostmarkStandIn, postmarkToken } from "./postmark.ts";
import { TwilioStandIn, twilioAccount, twilioNumber } from "./twilio.ts";

let postmark: PostmarkStandIn;
let twilio: TwilioStandIn;

beforeAll(async () => {
  postmark = await PostmarkStandIn.start();
  twilio = await TwilioStandIn.start();
});
afterAll(async () => {
  await postmark.close();
  await twilio.close();
});

const mail = { From: "a@example.com", To: "b@example.com", Subject: "s", TextBody: "t" };

test.each([
  ["as Postmark takes it", "/email", mail, 200],
  ["with a property that Postmark has not", "/email", { ...mail, Titel: "x" }, 599],
  ["with a property of the wrong kind", "/email", { ...mail, TrackOpens: "no" }, 599],
  ["with a property within that Postmark has not", "/email/batch", [{ ...mail, Headers: [{ Key: "x" }] }], 599],
  ["to an address that Postmark has not", "/emails", mail, 599],
])("mail %s", async (_what, path, body, status) => {
  const headers = { "content-type": "application/json", "x-postmark-server-token": postmarkToken };
  const answer = await fetch(postmark.url + path, { method: "POST", headers, body: JSON.stringify(body) });
  expect([answer.status, postmark.contract.faults.splice(0).length]).toEqual([status, status === 599 ? 1 : 0]);
});

describe("SMS", () => {
  const path = `/2010-04-01/Accounts/${twilioAccount.accountSid}/Messages.json`;
  const sms = { To: "+4915112345678", From: twilioNumber, Body: "t" };

  test.each([
    ["as Twilio takes it", sms, 201],
    ["with a field that Twilio has not", { ...sms, Text: "x" }, 599],
    ["with a callback that is no address", { ...sms, StatusCallback: "here" }, 599],
    ["to a number that is none", { ...sms, To: "Maya" }, 599],
    ["to nobody", { From: twilioNumber, Body: "t" }, 599],
  ])("%s", async (_what, fields, status) => {
    const { accountSid, authToken } = twilioAccount;
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
    const body = new URLSearchParams(Object.entries(fields));
    const answer = await fetch(twilio.url + path, { method: "POST", headers: { authorization }, body });
    expect([answer.status, twilio.contract.faults.splice(0).length]).toEqual([status, status === 599 ? 1 : 0]);
  });
});
