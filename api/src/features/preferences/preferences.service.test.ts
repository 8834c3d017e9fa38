import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hoursOf, problemOf, type TestHours } from "../../../test/hours.ts";
import { bookInput, createPractice, type TestPractice } from "../../../test/practice.ts";
import { Booking, Client } from "../../entities/index.ts";
import type { UpdateCoachInput } from "./preferences.inputs.ts";

let practice: TestPractice;
let hours: TestHours;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730 });
  hours = hoursOf(practice);
});
afterAll(() => practice.close());
beforeEach(() => hours.clear());

const update = (input: UpdateCoachInput) => practice.preferences.updateCoach(practice.coach.id, input);

describe("a coach", () => {
  test("says who she is and how she reads times, and takes it back", async () => {
    const preferences = { locale: "en-GB", hourCycle: "h24" as const, firstWeekday: 1 };
    const saved = await update({ name: "Maya L.", headline: "Coach", accent: "#AA0000", preferences });
    expect(saved).toMatchObject({ name: "Maya L.", headline: "Coach", accent: "#aa0000", preferences });
    const less = await update({ headline: "", preferences: { firstWeekday: null } });
    expect(less).toMatchObject({
      name: "Maya L.",
      headline: null,
      preferences: { ...preferences, firstWeekday: null },
    });
  });

  test("who moves house leaves booked sessions and hours where they are", async () => {
    const { bookingId } = await hours.book("2026-06-08T13:00:00Z");
    await update({ timeZone: "Europe/Lisbon" });
    expect(await hours.startsOn("2026-06-09")).toHaveLength(7);
    const booking = await practice.db.em().findOneOrFail(Booking, { id: bookingId });
    expect(booking).toMatchObject({ startAt: new Date("2026-06-08T13:00:00Z"), timeZone: "America/New_York" });
    const [template] = await practice.availability.templatesOf(practice.coach.id);
    expect(template?.timeZone).toBe("America/New_York");
  });

  test("has defaults that new session types begin with, and older ones do not", async () => {
    await update({ sessionDefaults: { stepMinutes: 20, bufferAfterMinutes: 10, maxPerDay: 4, grid: "restart" } });
    await update({ sessionDefaults: { noticeMinutes: 60 } });
    const place = { kind: "phone" as const, detail: "+1 212 555 0100" };
    const type = await practice.sessionTypes.create(practice.coach.id, {
      name: "New",
      minutes: [60],
      bufferAfterMinutes: 5,
      place,
    });
    expect(type).toMatchObject({
      stepMinutes: 20,
      bufferAfterMinutes: 5,
      maxPerDay: 4,
      grid: "restart",
      noticeMinutes: 60,
      horizonDays: 60,
    });
    expect(await hours.sessionType()).toMatchObject({ stepMinutes: 60, maxPerDay: null });
  });

  test.each<[string, UpdateCoachInput, string]>([
    ["a name of 121 characters", { name: "x".repeat(121) }, "name"],
    ["a headline with a control character", { headline: "a\u0007" }, "headline"],
    ["a colour by name", { accent: "red" }, "accent"],
    ["a weekday beyond Saturday", { preferences: { firstWeekday: 7 } }, "preferences.firstWeekday"],
    ["a limit of nothing", { limits: { perDay: 0 } }, "limits.perDay"],
    ["a limit of more minutes than a week has", { limits: { minutesPerWeek: 10_081 } }, "limits.minutesPerWeek"],
    ["a default step of nothing", { sessionDefaults: { stepMinutes: 0 } }, "sessionDefaults.stepMinutes"],
  ])("cannot have %s", async (_, input, field) => {
    expect(await problemOf(() => update(input))).toMatchObject({ code: "INVALID_INPUT", field });
  });
});

describe("a client", () => {
  test("is changed by the coach, but to no other client's address", async () => {
    await hours.book("2026-06-08T13:00:00Z");
    const [ann] = await practice.db.em().find(Client, {});
    await practice.db.sql`
      insert into client (id, coach_id, name, email, time_zone)
      values (gen_random_uuid(), ${practice.coach.id}, 'Bo', 'bo_x@example.com', 'UTC')`;
    const id = ann?.globalId ?? "";
    const change = (fields: object) => practice.preferences.updateClient(practice.coach.id, { id, ...fields });
    const saved = await change({
      name: "Ann B.",
      email: "Ann@Example.com",
      phone: "",
      timeZone: "Asia/Tokyo",
      preferences: { hourCycle: "h12" },
    });
    expect(saved).toMatchObject({
      name: "Ann B.",
      email: "Ann@Example.com",
      phone: null,
      timeZone: "Asia/Tokyo",
      preferences: { hourCycle: "h12", locale: null },
    });
    expect(await problemOf(() => change({ email: "BO_X@example.com" }))).toMatchObject({ field: "email" });
    expect(await change({ email: "boyx@example.com" })).toMatchObject({ email: "boyx@example.com" });
    expect(await problemOf(() => practice.preferences.updateClient(practice.coach.id, { id: "x" }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("says with a booking how she reads times", async () => {
    const { client, ...input } = bookInput("2026-06-08T13:00:00Z");
    const book = (preferences: object) =>
      practice.bookings.book({ ...input, idempotencyKey: crypto.randomUUID(), client: { ...client, preferences } });
    expect(await problemOf(() => book({ firstWeekday: 9 }))).toMatchObject({
      field: "client.preferences.firstWeekday",
    });
    const { attendeeId } = await book({ locale: "de-DE", hourCycle: "h24" });
    const { attendee } = await practice.bookings.access(practice.bookings.tokenOf(attendeeId));
    expect(attendee.preferences).toMatchObject({ locale: "de-DE", hourCycle: "h24", firstWeekday: null });
  });

  test("chooses for her seat how she reads times; the coach's record stays", async () => {
    const { token, bookingId } = await hours.book("2026-06-08T13:00:00Z");
    const [before] = await practice.db.em().find(Client, {});
    await practice.preferences.updateSeat({ token, timeZone: "Asia/Tokyo", preferences: { locale: "ja-JP" } });
    expect((await practice.bookings.access(token)).attendee).toMatchObject({
      timeZone: "Asia/Tokyo",
      preferences: { locale: "ja-JP" },
    });
    const [after] = await practice.db.em().find(Client, {});
    expect(after?.timeZone).toBe(before?.timeZone);
    expect((await practice.db.em().findOneOrFail(Booking, { id: bookingId })).version).toBe(2);
    expect(await problemOf(() => practice.preferences.updateSeat({ token: "x" }))).toMatchObject({
      code: "BOOKING_NOT_FOUND",
    });
  });
});
