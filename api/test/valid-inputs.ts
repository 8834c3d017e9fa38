import { addDays } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { toGlobalId } from "../src/entities/global-id.ts";
import type { Values } from "./schema-inputs.ts";
import type { TestServer } from "./server.ts";

/** Makes input that a mutation accepts; `place` is where a text is to go in it. */
export type MakeInput = (place: string) => Promise<Values> | Values;

const id = () => crypto.randomUUID();
const link = { coach: "maya", link: "text" };
const client = () => ({ name: "Ann Archer", email: `${id()}@example.com`, timeZone: "Europe/Berlin" });
const question = (key: string, kind: string, more = {}) => ({ key, kind, label: `About ${key}`, ...more });
const place = { kind: "ADDRESS", detail: "1 Main Street" };

/** A session type that asks for everything, in a practice that has all there is; gives input for the mutations of it. */
export async function createValidInputs(server: TestServer, cookie: string): Promise<Record<string, MakeInput>> {
  const { services, db } = server.context;
  const today = zone("America/New_York").localDate(Date.now());
  const inDays = (days: number) => addDays(today, days);
  const send = async <Data>(document: string, input: Values) =>
    (await server.query<{ answer: Data }>(document, { input }, cookie)).answer;
  const made = await send<{ sessionType: { id: string } }>(
    `mutation ($input: CreateSessionTypeInput!) { answer: createSessionType(input: $input) { ... on SessionTypeSaved { sessionType { id } } } }`,
    {
      ...{ name: "Text", minutes: [30], stepMinutes: 30, place, maxGuests: 2, cancelNoticeMinutes: 0, horizonDays: 60 },
      questions: [question("topic", "TEXT"), question("story", "LONG_TEXT")],
    },
  );
  const sessionType = made.sessionType.id;
  const ofPractice = async (type: string, table: string) => {
    const [row] = await db.sql<{ id: string }>`
      select id from (
        select 'client' as kind, id from client union all select 'booking_link', id from booking_link where slug = 'text'
        union all select 'availability_template', id from availability_template union all select 'holiday', id from holiday
      ) one where kind = ${table} limit 1`;
    return toGlobalId(type, row?.id ?? id());
  };
  const [knownClient, knownLink, template] = [
    await ofPractice("Client", "client"),
    await ofPractice("BookingLink", "booking_link"),
    await ofPractice("AvailabilityTemplate", "availability_template"),
  ];

  const free: Date[] = [];
  const nextStart = async () => {
    if (free.length === 0) {
      await db.sql`delete from booking where session_type_id in (select id from session_type where name = 'Text')`;
      const { days } = await services.slots.list({ ...link, from: inDays(2), to: inDays(40), timeZone: "UTC" });
      free.push(...days.flatMap((day) => day.slots.map(({ startAt }) => startAt)));
    }
    return free.shift() ?? new Date();
  };
  const book = async () => {
    const startAt = await nextStart();
    const seat = await services.bookings.book({ ...link, startAt, client: client(), idempotencyKey: id() });
    return { booking: toGlobalId("Booking", seat.bookingId), token: services.bookings.tokenOf(seat.attendeeId) };
  };
  const waitFor = async () => {
    await db.sql`delete from waitlist_entry`;
    const wish = { date: inDays(20), besidesFree: true, client: client() };
    const { entryId } = await services.waitlist.join({ ...link, ...wish, idempotencyKey: id() }, "somebody");
    return { token: services.waitlist.tokenOf(entryId), entry: toGlobalId("WaitlistEntry", entryId) };
  };
  const affected = async (where: string) =>
    where.startsWith("affected") ? [{ booking: (await book()).booking, action: "CANCEL", message: "Sorry" }] : null;
  const timeOff = async () => {
    const { answer } = await server.query<{ answer: { timeOff: { id: string } } }>(
      `mutation ($input: CreateTimeOffInput!) { answer: createTimeOff(input: $input) { ... on TimeOffSaved { timeOff { id } } } }`,
      { input: { fromDate: inDays(300), toDate: inDays(301) } },
      cookie,
    );
    return answer.timeOff.id;
  };
  const travel = async () => {
    await db.sql`delete from travel`;
    const answer = await send<{ travel: { id: string } }>(
      `mutation ($input: CreateTravelInput!) { answer: createTravel(input: $input) { ... on TravelSaved { travel { id } } } }`,
      { fromDate: inDays(200), toDate: inDays(203), place: "Oslo", timeZone: "Europe/Oslo" },
    );
    return answer.travel.id;
  };
  const program = async () => {
    await db.sql`delete from program where name <> 'Plan'`;
    const after = { unit: "days" as const, wished: 0, max: 300 };
    const input = { name: "Program", steps: [{ sessionType, count: 1, after }], spareWeeks: 26 };
    return (await services.programs.create(server.coach.id, input)).globalId;
  };
  const bookProgram = async () => {
    const plan = { program: await program(), startDate: inDays(50), client: knownClient, idempotencyKey: id() };
    const { bookingIds } = await services.programBooking.book(server.coach.id, plan);
    return toGlobalId("Booking", bookingIds[0] ?? id());
  };
  const bulkItem = async () => {
    await db.sql`delete from bulk_run where status = 'draft'`;
    const forAll = { program: await program(), startDate: inDays(60), clock: "coach" as const };
    const run = await services.bulkDrafts.draft(server.coach.id, {
      program: forAll,
      csv: "name,email\nAnn,ann@example.com",
    });
    const { items } = await services.bulkView.read(server.coach.id, run.id);
    return items[0]?.globalId ?? id();
  };
  const windows = [{ start: "09:00", end: "12:00", weekday: 1 }];
  const asked = [{ question: "topic", values: ["Focus"] }];

  return {
    bookProgram: async (where) => {
      const who = where.includes("newClient") ? { newClient: client() } : { client: knownClient };
      return { input: { program: await program(), startDate: inDays(50), ...who } };
    },
    changeInBulk: async () => ({
      input: { change: { selection: { bookings: [(await book()).booking] }, cancel: true } },
    }),
    createProgram: async () => {
      await program();
      return { input: { name: "Other", steps: [{ sessionType }] } };
    },
    draftBulkRun: async (where) => {
      await db.sql`delete from bulk_run where status = 'draft'`;
      const series = { sessionType, start: `${inDays(60)}T12:00`, recurrence: "FREQ=WEEKLY;COUNT=2" };
      const forAll = { program: { program: await program(), startDate: inDays(60) } };
      return { input: { clients: [knownClient], ...(where.includes("series") ? { series } : forAll) } };
    },
    duplicateProgram: async () => ({ input: { id: await program() } }),
    duplicateSessionType: () => ({ input: { id: sessionType } }),
    importSharedFile: () => ({ input: { text: '{ "format": "kairos", "version": 1 }' } }),
    shiftProgram: async () => {
      // In this order: when the free times run out, all sessions are cleared away.
      const start = { at: await nextStart() };
      return { input: { shift: { booking: await bookProgram(), start } } };
    },
    updateBulkItem: async () => ({ input: { id: await bulkItem() } }),
    updateProgram: async (where) => ({
      input: { id: await program(), ...(where.includes("steps") && { steps: [{ sessionType }] }) },
    }),
    bookForClient: async (where) => {
      const who = where.includes("newClient") ? { newClient: client() } : { client: knownClient };
      return { input: { sessionType, start: { at: await nextStart() }, ...who } };
    },
    bookSession: async (where) => {
      const answers = where.includes("answers") ? asked : [];
      const guests = where.includes("guests") ? [{ name: "Bo", email: "bo@example.com" }] : [];
      return { input: { ...link, startAt: await nextStart(), client: client(), answers, guests } };
    },
    cancelBooking: async () => ({ input: { token: (await book()).token } }),
    cancelSession: async () => ({ input: { booking: (await book()).booking } }),
    chooseHolidays: async (where) => ({
      input: { country: "US", state: "NY" },
      affected: await affected(where),
    }),
    copyAvailabilityTemplate: () => ({ input: { id: template } }),
    createAvailabilityTemplate: async (where) => ({
      input: { name: "Hours", timeZone: "Europe/Berlin", windows },
      affected: await affected(where),
    }),
    createBookingLink: async () => {
      // A link more with each that is kept, and there can be only so many.
      await db.sql`delete from booking_link where slug not in ('text', 'intro', 'coaching') and not exists (
        select from attendee where link_id = booking_link.id) and not exists (select from booking where link_id = booking_link.id)
        and not exists (select from waitlist_entry where link_id = booking_link.id)`;
      return { input: { sessionType, kind: "PUBLIC" } };
    },
    createSessionType: () => ({
      input: { name: "Other", minutes: [30], place, questions: [question("one", "CHOICE", { options: ["A", "B"] })] },
    }),
    createTimeOff: async (where) => ({
      input: { fromDate: inDays(310), toDate: inDays(311) },
      affected: await affected(where),
    }),
    createTravel: async (where) => {
      await db.sql`delete from travel`;
      return {
        input: { fromDate: inDays(200), toDate: inDays(203), place: "Oslo", timeZone: "Europe/Oslo" },
        affected: await affected(where),
      };
    },
    joinWaitlist: async (where) => {
      await db.sql`delete from waitlist_entry`;
      const answers = where.includes("answers") ? asked : [];
      return { input: { ...link, client: client(), date: inDays(20), besidesFree: true, answers } };
    },
    holdSlot: async () => ({ input: { ...link, startAt: await nextStart(), timeZone: "UTC" } }),
    leaveWaitlist: async () => ({ token: (await waitFor()).token }),
    offerByHand: async () => ({ input: { entry: (await waitFor()).entry, start: { at: await nextStart() } } }),
    requestMove: async () => ({ input: { booking: (await book()).booking } }),
    rescheduleBooking: async () => {
      const startAt = await nextStart();
      return { input: { token: (await book()).token, startAt, timeZone: "UTC" } };
    },
    rescheduleSession: async () => {
      const at = await nextStart();
      return { input: { booking: (await book()).booking, start: { at } } };
    },
    updateAddress: () => ({ input: {} }),
    updateAvailabilityTemplate: async (where) => ({ input: { id: template }, affected: await affected(where) }),
    updateBookingLink: () => ({ input: { id: knownLink } }),
    updateClient: () => ({ input: { id: knownClient } }),
    updateCoach: () => ({ input: {} }),
    updateSeat: async () => ({ input: { token: (await book()).token } }),
    updateSessionType: (where) => ({
      input: {
        id: sessionType,
        ...(where.includes("place") && { place }),
        ...(where.includes("questions") && { questions: [question("topic", "CHOICE", { options: ["A", "B"] })] }),
      },
    }),
    updateTimeOff: async (where) => ({ input: { id: await timeOff() }, affected: await affected(where) }),
    updateTravel: async (where) => ({ input: { id: await travel() }, affected: await affected(where) }),
  };
}
