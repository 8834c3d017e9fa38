import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bookInput, createPractice, type TestPractice } from "../../../test/practice.ts";
import { type Problem, Refusal } from "../../platform/problem.ts";

let practice: TestPractice;
let typeId: string;
beforeAll(async () => {
  practice = await createPractice({ bufferBeforeMinutes: 5, bufferAfterMinutes: 10, stepMinutes: 30 });
  const [type] = await practice.db.sql<{ id: string }>`select id from session_type`;
  typeId = type?.id ?? "";
});
afterAll(() => practice.close());
beforeEach(() => practice.db.sql`delete from booking`);

const TUESDAY = "2026-06-02";
const at = (time: string) => ({ local: `${TUESDAY}T${time}`, timeZone: "America/New_York" });

async function book(time: string, name: string, email = "ann@example.com"): Promise<string> {
  const { bookingId } = await practice.agenda.bookForClient(practice.coach.id, input(time, name, email));
  return Buffer.from(`Booking:${bookingId}`).toString("base64url");
}

function input(time: string, name: string, email = "ben@example.com") {
  return {
    sessionType: Buffer.from(`SessionType:${typeId}`).toString("base64url"),
    start: at(time),
    newClient: { name, email, timeZone: "America/New_York" },
    idempotencyKey: crypto.randomUUID(),
  };
}

async function refused(work: Promise<unknown>): Promise<Problem> {
  const outcome = await work.then(() => null).catch((error: unknown) => error);
  if (!(outcome instanceof Refusal)) throw new Error("It was not refused.");
  return outcome.problem;
}
const refusedAt = (time: string) => refused(practice.agenda.bookForClient(practice.coach.id, input(time, "Ben Baker")));

test("the coach is told whose session is at that time", async () => {
  await book("10:00", "Ann Archer");
  expect((await refusedAt("10:30")).message).toBe("Ann Archer’s session is at this time. Choose another one.");
});

test("where only the buffers are in the way, she is told how much time must lie between", async () => {
  await book("10:00", "Ann Archer");
  const words = "Ann Archer’s session is too close: 15 minutes must lie between the two. Choose another time.";
  expect((await refusedAt("11:00")).message).toBe(words);
  expect((await refusedAt("09:00")).message).toBe(words);
  expect(await book("11:15", "Cleo Cook", "cleo@example.com")).toBeTruthy();
});

test("a client who is booking that time is told of as such", async () => {
  const hold = { coach: "maya", link: "session", startAt: new Date("2026-06-02T14:00:00Z"), minutes: 60 };
  await practice.holds.hold({ ...hold, timeZone: "Europe/Berlin" }, "203.0.113.1");
  expect((await refusedAt("10:00")).message).toBe(
    "A client is booking this time right now. Wait a few minutes, or choose another time.",
  );
  expect((await refusedAt("11:00")).message).toContain("closer to this one than the 15 minutes between them");
});

test("a visitor is told nothing about others", async () => {
  await book("10:00", "Ann Archer");
  const { message } = await refused(practice.bookings.book(bookInput("2026-06-02T14:00:00Z")));
  expect(message).not.toContain("Ann");
});

test("the place a session would leave is not offered to it as another one", async () => {
  const booking = await book("10:00", "Ann Archer");
  await book("13:00", "Ben Baker", "ben@example.com");
  const move = { booking, start: at("13:00"), idempotencyKey: crypto.randomUUID() };
  const problem = await refused(practice.agenda.reschedule(practice.coach.id, move));
  expect(problem).toMatchObject({ code: "SLOT_TAKEN" });
  expect(JSON.stringify(problem)).not.toContain("2026-06-02T14:00:00.000Z");
});
