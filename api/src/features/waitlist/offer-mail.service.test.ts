import { afterEach, beforeEach, expect, test } from "vitest";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { answerInput, openOfferOf, TestDay, wait } from "../../../test/waiting.ts";
import type { Email, EmailChannel } from "../../integrations/messaging/email.ts";
import { createTokenSigner } from "../../platform/secrets.ts";
import { OfferMailService } from "./offer-mail.service.ts";

const minute = 60_000;
const never = new AbortController().signal;
const tokens = createTokenSigner("a secret of the tests, long enough");
let practice: TestPractice;
let day: TestDay;
let sent: Email[];
let fails: boolean;

beforeEach(async () => {
  practice = await createPractice({ cancelNoticeMinutes: 0 });
  day = new TestDay(practice);
  await day.fill();
  sent = [];
  fails = false;
});
afterEach(() => practice.close());

const channel: EmailChannel = {
  kind: "email",
  afterUnclear: { kind: "unknowable" },
  send: async (message) => {
    if (fails) return { kind: "retry", afterMs: null, code: "", words: "The other side is away." };
    sent.push(message);
    return { kind: "handedOver", providerId: message.id };
  },
  find: async () => ({ kind: "cannotBeAsked" }),
};
const mailer = () => new OfferMailService({ ...practice, tokens, channel, publicUrl: "https://kairos.example" });

test("whoever is offered a time is told once, in her own zone, with a link that proves her address", async () => {
  const token = await wait(practice, "ann", { date: "2026-06-02", timeZone: "Europe/Berlin" });
  await day.cancel("10:00");
  // Four workers at once.
  await Promise.all([1, 2, 3, 4].map(() => mailer().sendDue(never)));
  await mailer().sendDue(never);
  const offer = await openOfferOf(practice, token);
  expect(sent).toHaveLength(1);
  const [message] = sent;
  expect(message).toMatchObject({
    id: `offer ${offer}`,
    to: { name: "ann", address: "ann@example.com" },
    subject: "A time came free: Tuesday, 2 June 2026, 16:00",
  });
  expect(message?.text).toContain(
    "Session with Maya\nTuesday, 2 June 2026, 16:00 to 17:00 (Berlin time)\nBy video call\n",
  );
  expect(message?.text).toContain("until 14:30 on Monday, 1 June 2026");
  expect(message?.text).toContain(`https://kairos.example/waiting/${token}?proof=${tokens.sign("offer", offer)}\n`);
});

test("somebody who sleeps is told in the morning", async () => {
  await wait(practice, "ann", { startAt: new Date("2026-06-02T20:00:00Z"), timeZone: "Pacific/Auckland" });
  practice.clock.set(NOW + 210 * minute);
  await day.cancel("16:00");
  await mailer().sendDue(never);
  expect(sent).toEqual([]);
  const seven = new Date("2026-06-01T19:00:00Z");
  expect(await mailer().nextDue()).toEqual(seven);
  practice.clock.set(seven.getTime());
  await mailer().sendDue(never);
  expect(sent).toHaveLength(1);
});

test("what was not taken over is sent again a minute later, with the same id", async () => {
  await wait(practice, "ann", { date: "2026-06-02" });
  await day.cancel("10:00");
  fails = true;
  await expect(mailer().sendDue(never)).rejects.toThrow("1 offers were not told");
  fails = false;
  await mailer().sendDue(never);
  expect(sent).toEqual([]);
  practice.clock.set(NOW + minute + 1);
  await mailer().sendDue(never);
  expect(sent).toHaveLength(1);
});

test("nobody is told of an offer that is over", async () => {
  const ann = await wait(practice, "ann", { date: "2026-06-02" });
  await day.cancel("10:00");
  await practice.offers.accept(answerInput(ann, await openOfferOf(practice, ann)));
  await wait(practice, "ben", { date: "2026-06-02" });
  await day.cancel("11:00");
  practice.clock.set(NOW + 31 * minute);
  await mailer().sendDue(never);
  expect(sent).toEqual([]);
});

test("a name that would be a header stays a name", async () => {
  await wait(practice, "ann", { date: "2026-06-02" });
  await practice.db.sql`update waitlist_entry set name = ${'"Ann" <x@example.com>,'}`;
  await practice.db.sql`update session_type set name = ${"Talk\r\nBcc: all@example.com"}`;
  await day.cancel("10:00");
  await mailer().sendDue(never);
  expect(sent[0]?.to).toEqual({ name: '"Ann" <x@example.com>,', address: "ann@example.com" });
  expect(sent[0]?.subject).not.toContain("Bcc");
});
