import { afterEach, beforeEach, expect, test } from "vitest";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { problemOf } from "../../../test/refusal.ts";
import { TestDay, wait, waitInput } from "../../../test/waiting.ts";
import type { Email, EmailChannel } from "../../integrations/messaging/email.ts";
import { createTokenSigner } from "../../platform/secrets.ts";
import { WaitingMailService } from "./waiting-mail.service.ts";

const minute = 60_000;
const never = new AbortController().signal;
const tokens = createTokenSigner("a secret of the tests, long enough");
const nine = new Date("2026-06-02T13:00:00Z");
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
const mailer = () => new WaitingMailService({ ...practice, tokens, channel, publicUrl: "https://kairos.example" });
const again = (name: string, startAt: Date) =>
  problemOf(practice.waitlist.join(waitInput(name, { startAt, timeZone: "Europe/Lisbon" }), "a stranger"));

test("whoever joins gets the link once, in the words of her zone", async () => {
  const token = await wait(practice, "ann", { startAt: nine, timeZone: "Europe/Lisbon" });
  await Promise.all([1, 2, 3, 4].map(() => mailer().sendDue(never)));
  await mailer().sendDue(never);
  expect(sent).toMatchObject([{ to: { name: "ann", address: "ann@example.com" }, subject: "You’re on the waitlist" }]);
  expect(sent[0]?.text).toContain("Session with Maya: Tuesday, 2 June 2026, 14:00 (Lisbon time)\n");
  expect(sent[0]?.text).toContain(`https://kairos.example/waiting/${token}\n`);
});

test("who joins again is told nothing on the page, and gets the link by mail; not more often than every ten minutes", async () => {
  const token = await wait(practice, "ann", { startAt: nine });
  await mailer().sendDue(never);
  await again("ann", nine);
  await mailer().sendDue(never);
  expect(sent).toHaveLength(1);
  practice.clock.set(NOW + 11 * minute);
  await Promise.all([again("ann", nine), again("ann", nine)]);
  await mailer().sendDue(never);
  expect(sent).toHaveLength(2);
  expect(sent[1]?.text).toContain("you wait for this already");
  expect(sent[1]?.text).toContain(`/waiting/${token}\n`);
});

test("a stranger cannot tell who is booked from who waits; the client gets the link of her session", async () => {
  await wait(practice, "ann", { startAt: nine });
  const [waits, booked] = [await again("ann", nine), await again("TAKER9", nine)];
  expect(waits.code).toBe("ALREADY_WAITING");
  expect(booked).toEqual(waits);
  await mailer().sendDue(never);
  const mail = sent.find(({ to }) => to.address === "taker9@example.com");
  expect(mail?.subject).toBe("You have booked this already");
  expect(mail?.text).toContain(`/manage/${tokens.sign("seat", day.seatAt("09:00").attendeeId)}\n`);
});

test("what was not taken over is sent a minute later; a wait that has ended is not written about", async () => {
  const token = await wait(practice, "ann", { startAt: nine });
  fails = true;
  await expect(mailer().sendDue(never)).rejects.toThrow("1 links were not told");
  fails = false;
  await mailer().sendDue(never);
  expect(sent).toEqual([]);
  practice.clock.set(NOW + minute + 1);
  await mailer().sendDue(never);
  expect(sent).toHaveLength(1);
  await wait(practice, "ben", { startAt: nine });
  await practice.waitlist.leave(token);
  await practice.db.sql`update waitlist_entry set status = 'left', ended_at = now() where status = 'waiting'`;
  await mailer().sendDue(never);
  expect(sent).toHaveLength(1);
});
