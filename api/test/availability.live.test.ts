import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, startOfWeek } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { type PlainServer, startPlainServer } from "./plain-server.ts";
import type { TestSubscription } from "./server.ts";

let server: PlainServer;

beforeAll(async () => {
  server = await startPlainServer();
});
afterAll(() => server.stop());

const today = zone("America/New_York").localDate(Date.now());
/** A Monday two weeks ahead, with nothing of the demo in the way that these tests would notice. */
const monday = addDays(startOfWeek(today), 15);
const range = { coach: "maya", link: "intro", from: monday, to: addDays(monday, 4), timeZone: "America/New_York" };

interface Day {
  date: string;
  slots: { localStart: string }[];
}
interface SlotsEvent {
  __typename: string;
  days: Day[];
}

const slotsChanged = `subscription ($coach: String!, $link: String!, $from: LocalDate!, $to: LocalDate!, $timeZone: TimeZone!) {
  slotsChanged(coach: $coach, link: $link, from: $from, to: $to, timeZone: $timeZone) {
    __typename
    ... on SlotList { days { date slots { localStart } } }
    ... on SlotChange { days { date slots { localStart } } }
  }
}`;

/** What a page shows of one date, by snapshot and changed days. */
function shown({ events }: TestSubscription<{ slotsChanged: SlotsEvent }>, date: string): string[] {
  let slots: string[] = [];
  for (const { slotsChanged: event } of events) {
    const day = event.days.find((each) => each.date === date);
    if (day) slots = day.slots.map(({ localStart }) => localStart.slice(11));
    else if (event.__typename === "SlotList") slots = [];
  }
  return slots;
}

const friday = addDays(monday, 4);
const saved = (type: string, field: string) => `... on ${type} { saved: ${field} { id } }`;
interface Saved {
  saved: { id: string };
}

/** A change that closes or moves the hours of that Friday, and the one that takes it back. */
const changes: Record<string, () => Promise<() => Promise<unknown>>> = {
  "an override": async () => {
    await server.change(
      `setDateOverrides(input: { dates: ["${friday}"], windows: [{ start: "06:00", end: "07:00" }] })`,
    );
    return () => server.change(`removeDateOverrides(dates: ["${friday}"])`);
  },
  "time off": async () => {
    const select = saved("TimeOffSaved", "timeOff");
    const { saved: off } = await server.change<Saved>(`createTimeOff(input: { fromDate: "${friday}" })`, select);
    return () => server.change(`updateTimeOff(input: { id: "${off.id}", fromDate: "${addDays(friday, 30)}" })`);
  },
  travel: async () => {
    const trip = `place: "Tokyo", fromDate: "${friday}", toDate: "${friday}", timeZone: "Asia/Tokyo"`;
    const { saved: stay } = await server.change<Saved>(
      `createTravel(input: { ${trip} })`,
      saved("TravelSaved", "travel"),
    );
    return () => server.change(`deleteTravel(id: "${stay.id}")`);
  },
  "a season": async () => {
    const period = `effectiveFrom: "${friday}", effectiveUntil: "${friday}"`;
    const input = `name: "Season", timeZone: "America/New_York", isDefault: true, windows: [], ${period}`;
    const select = saved("AvailabilityTemplateSaved", "availabilityTemplate");
    const { saved: season } = await server.change<Saved>(`createAvailabilityTemplate(input: { ${input} })`, select);
    return () => server.change(`deleteAvailabilityTemplate(id: "${season.id}")`);
  },
  "a holiday": async () => {
    const id = crypto.randomUUID();
    await server.context.db.sql`
      insert into holiday (id, coach_id, from_date, to_date, name, rule, observed)
      values (${id}, ${server.coach.id}, ${friday}, ${friday}, 'Test day', 'test', false)`;
    const globalId = Buffer.from(`Holiday:${id}`).toString("base64url");
    await server.change(`observeHolidays(input: { holidays: ["${globalId}"], observed: true })`);
    return () => server.change("chooseHolidays(input: {})");
  },
  "limits over all types": async () => {
    await server.change("updateCoach(input: { limits: { minutesPerDay: 1 } })");
    return () => server.change("updateCoach(input: { limits: { minutesPerDay: null } })");
  },
};

test.each(Object.entries(changes))(
  "an open booking page hears of %s within a second, as changed days",
  async (_, make) => {
    const page = server.subscribe<{ slotsChanged: SlotsEvent }>(slotsChanged, range);
    await page.until((events) => events.length === 1);
    const usual = shown(page, friday).join();
    expect(usual).not.toBe("");
    const since = performance.now();
    const takeBack = await make();
    await page.until(() => shown(page, friday).join() !== usual);
    expect(performance.now() - since).toBeLessThan(1_000);
    await takeBack();
    await page.until(() => shown(page, friday).join() === usual);
    for (const { slotsChanged: event } of page.events.slice(1)) expect(event.__typename).toBe("SlotChange");
    await page.close();
  },
);

test("the coach's other windows hear of changed hours, too", async () => {
  const document = `subscription ($from: LocalDate!, $to: LocalDate!) { availabilityDaysChanged(from: $from, to: $to) {
    ... on AvailabilityDays { days { date windows { localStart localEnd } timeOff { reason } travel { place } } } } }`;
  const calendar = server.subscribe<{ availabilityDaysChanged: { days: unknown[] } }>(
    document,
    { from: monday, to: monday },
    server.cookie,
  );
  await calendar.until((events) => events.length === 1);
  const usual = [
    { localStart: `${monday}T09:00`, localEnd: `${monday}T12:00` },
    { localStart: `${monday}T13:00`, localEnd: `${monday}T17:00` },
  ];
  expect(calendar.events[0]?.availabilityDaysChanged.days).toEqual([
    { date: monday, windows: usual, timeOff: [], travel: null },
  ]);
  const { saved: timeOff } = await server.change<Saved>(
    `createTimeOff(input: { start: { local: "${monday}T13:00" }, end: { local: "${monday}T17:00" }, reason: "Dentist" })`,
    saved("TimeOffSaved", "timeOff"),
  );
  await calendar.until((events) => events.length === 2);
  expect(calendar.events[1]?.availabilityDaysChanged.days).toEqual([
    { date: monday, windows: [usual[0]], timeOff: [{ reason: "Dentist" }], travel: null },
  ]);
  await server.change(`deleteTimeOff(id: "${timeOff.id}")`);
  await calendar.until((events) => events.length === 3);
  await calendar.close();
});

test("a change is previewed, saved with decisions, and reaches the client's page with new times", async () => {
  const sunday = addDays(monday, 6);
  await server.change(`setDateOverrides(input: { dates: ["${sunday}"], windows: [{ start: "09:00", end: "17:00" }] })`);
  const book = `mutation ($input: BookSessionInput!) { bookSession(input: $input) { ... on Booked { token booking { id } } } }`;
  const local = (time: string) => new Date(zone("America/New_York").toInstant(`${sunday}T${time}`)).toISOString();
  const input = (time: string) => ({
    coach: "maya",
    link: "intro",
    startAt: local(time),
    idempotencyKey: crypto.randomUUID(),
    client: { name: "Ann Archer", email: "ann@example.com", timeZone: "Europe/Berlin" },
  });
  const booked = async (time: string) =>
    (await server.query<{ bookSession: { token: string; booking: { id: string } } }>(book, { input: input(time) }))
      .bookSession;
  const [moved, cancelled] = [await booked("10:00"), await booked("14:00")];

  const off = `fromDate: "${sunday}", reason: "Family"`;
  const preview = await server.query(
    `{ previewAvailability(change: { createTimeOff: { ${off} } }) { ... on AvailabilityPreview {
      affected { booking { id attendees { name } coachTime { timeZone localStart } } reasons { code message timeOff { reason } } } warnings { code } } } }`,
    {},
    server.cookie,
  );
  const affected = ({ booking }: { booking: { id: string } }, time: string) => ({
    booking: {
      id: booking.id,
      attendees: [{ name: "Ann Archer" }],
      coachTime: { timeZone: "America/New_York", localStart: `${sunday}T${time}` },
    },
    reasons: [{ code: "TIME_OFF", message: expect.any(String), timeOff: { reason: "Family" } }],
  });
  expect(preview).toEqual({
    previewAvailability: { affected: [affected(moved, "10:00"), affected(cancelled, "14:00")], warnings: [] },
  });

  const page = server.subscribe<{ bookingChanged: object }>(
    `subscription ($token: String!) { bookingChanged(token: $token) { ... on BookingAccess { canChange suggestedSlots { localStart }
      booking { status moveRequestedAt moveMessage cancelReason } } } }`,
    { token: moved.token },
  );
  await page.until((events) => events.length === 1);
  const decisions = `[{ booking: "${moved.booking.id}", action: OFFER_NEW_TIMES, message: "A family day." },
    { booking: "${cancelled.booking.id}", action: CANCEL, message: "Sorry!" }]`;
  expect(await server.change(`createTimeOff(input: { ${off} }, affected: ${decisions})`)).toEqual({
    __typename: "TimeOffSaved",
  });
  await page.until((events) => events.length === 2);
  expect(page.events[1]?.bookingChanged).toEqual({
    canChange: true,
    suggestedSlots: [expect.anything(), expect.anything(), expect.anything()],
    booking: {
      status: "CONFIRMED",
      moveRequestedAt: expect.any(String),
      moveMessage: "A family day.",
      cancelReason: null,
    },
  });
  await page.close();
  const other = await server.query(
    `query ($token: String!) { booking(token: $token) { ... on BookingAccess { booking { status cancelReason } } } }`,
    { token: cancelled.token },
  );
  expect(other).toEqual({ booking: { booking: { status: "CANCELLED", cancelReason: "Sorry!" } } });

  const why = await server.query(
    `{ whyNot(coach: "maya", link: "intro", startAt: "${local("11:00")}") { ... on WhyNot { offered reason message } } }`,
  );
  expect(why).toEqual({ whyNot: { offered: false, reason: "CLOSED", message: "There are no sessions at this time." } });
  expect(JSON.stringify(why)).not.toContain("Family");
});
