// What a preview costs over 1,000 sessions to come, and what seasons, overrides and holidays add to a year's slots:
// once through the service, with PostgreSQL, and once in core alone.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ref } from "@mikro-orm/core";
import { addDays, DAY, MINUTE } from "../src/core/local-date.ts";
import { emptyCalendar } from "../src/core/slot-query.ts";
import { findSlots } from "../src/core/slots.ts";
import { zone } from "../src/core/zone.ts";
import {
  AvailabilityTemplate,
  Booking,
  BookingLink,
  type Coach,
  DateOverride,
  entityClasses,
  Holiday,
  Place,
} from "../src/entities/index.ts";
import { createServices, type Services } from "../src/features/index.ts";
import type { AvailabilityChangeInput } from "../src/features/previews/preview.inputs.ts";
import { availabilityOf, readHours } from "../src/features/slots/hours.service.ts";
import { type Database, openDatabase } from "../src/platform/db.ts";
import { createLogger } from "../src/platform/logger.ts";
import { migrate } from "../src/platform/migrate.ts";
import { startEmbeddedPostgres } from "../src/platform/postgres/embedded.ts";
import { createPubsub } from "../src/platform/pubsub.ts";
import { createTokenSigner } from "../src/platform/secrets.ts";
import { createTestPorts } from "../test/ports.ts";
import { newCoach, newSessionType } from "../test/practice.ts";
import { recordStatements } from "./statements.ts";

const NOW = Date.parse("2026-06-01T12:00:00Z");
const HOME = "America/New_York";
const BOOKINGS = 1_000;
type Kind = "plain" | "rich";

const question = {
  now: NOW,
  range: { start: NOW, end: NOW + 365 * DAY },
  session: {
    ...{ minutes: 60, stepMinutes: 15, bufferBeforeMinutes: 10, bufferAfterMinutes: 10, capacity: 1, noticeMinutes: 0 },
    grid: "window" as const,
  },
  calendar: emptyCalendar,
};

const directory = await mkdtemp(join(tmpdir(), "kairos-bench-"));
const server = await startEmbeddedPostgres({ directory });
try {
  await migrate(server.url);
  const db = await openDatabase({
    url: server.url,
    entities: entityClasses,
    poolSize: 4,
    onPublished: () => undefined,
  });
  const services = createServices({
    db,
    clock: { now: () => NOW },
    tokens: createTokenSigner("a secret of the benchmark"),
    ...createTestPorts(),
    pubsub: createPubsub(),
    logger: createLogger({ level: "silent" }),
  });
  const plain = await addPractice(db, "plain");
  const rich = await addPractice(db, "rich");
  await enrich(db, rich);
  await compareYears(services, db, { plain, rich });
  await addBookings(db, rich);
  await timePreviews(services, { plain, rich });
  await db.close();
} finally {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}

/** Monday to Friday 09–12 and 13–17, sessions of an hour every quarter of an hour. */
async function addPractice(db: Database, slug: string): Promise<Coach> {
  return db.transact(async ({ em }) => {
    const coach = newCoach({ slug, email: `${slug}@example.com` });
    const type = newSessionType(coach, {
      stepMinutes: 15,
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 10,
      horizonDays: 730,
    });
    const hours = { coach: ref(coach), name: "Hours", timeZone: HOME, isDefault: true, windows: week([1, 2, 3, 4, 5]) };
    const link = { coach: ref(coach), sessionType: ref(type), slug: "session" };
    em.persist([coach, type, Object.assign(new AvailabilityTemplate(), hours), Object.assign(new BookingLink(), link)]);
    return coach;
  });
}

function week(weekdays: readonly number[]) {
  return weekdays.flatMap((weekday) => [
    { weekday, start: "09:00", end: "12:00" },
    { weekday, start: "13:00", end: "17:00" },
  ]);
}

/** Two seasons beside the usual hours, one of them in alternate weeks, 40 overrides and 30 holidays. */
async function enrich(db: Database, coach: Coach): Promise<void> {
  const own = { coach: ref(coach) };
  const season = { ...own, timeZone: HOME, isDefault: true };
  const summer = {
    ...season,
    name: "Summer",
    effectiveFrom: "2026-07-01",
    effectiveUntil: "2026-08-31",
    windows: week([1, 2, 3]),
  };
  const winter = {
    ...season,
    name: "Winter",
    effectiveFrom: "2026-12-01",
    effectiveUntil: "2027-02-28",
    cycleWeeks: 2,
    anchorDate: "2026-12-01",
  };
  const windows = [
    ...week([1, 2, 3]).map((window) => ({ ...window, week: 1 })),
    ...week([3, 4, 5]).map((window) => ({ ...window, week: 2 })),
  ];
  await db.transact(async ({ em }) => {
    em.persist([summer, { ...winter, windows }].map((fields) => Object.assign(new AvailabilityTemplate(), fields)));
    for (let index = 0; index < 40; index++) {
      const date = addDays("2026-06-06", index * 9);
      const override = {
        ...own,
        date,
        timeZone: HOME,
        windows: index % 3 === 0 ? [] : [{ start: "10:00", end: "16:00" }],
      };
      em.persist(Object.assign(new DateOverride(), override));
    }
    for (let index = 0; index < 30; index++) {
      const fromDate = addDays("2026-06-10", index * 12);
      em.persist(
        Object.assign(new Holiday(), { ...own, fromDate, toDate: fromDate, name: `Day ${index}`, rule: `${index}` }),
      );
    }
  });
}

/** One session a working day, at 09:00 and 14:00, for two years. */
async function addBookings(db: Database, coach: Coach): Promise<void> {
  const [type] = await db.sql<{ id: string }>`select id from session_type where coach_id = ${coach.id}`;
  await db.transact(async ({ em }) => {
    let day = 0;
    for (let count = 0; count < BOOKINGS; day++) {
      const date = addDays("2026-06-02", day);
      if ([0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())) continue;
      for (const time of ["09:00", "14:00"]) {
        count++;
        const start = zone(HOME).toInstant(`${date}T${time}`);
        const fields = {
          coach: ref(coach),
          sessionType: type?.id,
          status: "confirmed" as const,
          startAt: new Date(start),
          endAt: new Date(start + 60 * MINUTE),
          bufferBeforeMinutes: 10,
          bufferAfterMinutes: 10,
          blockedFromAt: new Date(start - 10 * MINUTE),
          blockedUntilAt: new Date(start + 70 * MINUTE),
          timeZone: HOME,
          localStart: `${date}T${time}`,
          capacity: 1,
          place: new Place("video", "https://meet.example.com/maya"),
        };
        em.persist(em.create(Booking, Object.assign(new Booking(), fields)));
      }
    }
  });
}

async function compareYears(services: Services, db: Database, coaches: Record<Kind, Coach>): Promise<void> {
  const listOf = (kind: Kind) => () =>
    services.slots.list({
      coach: kind,
      link: "session",
      from: "2026-06-01",
      to: "2027-05-31",
      timeZone: "Europe/Berlin",
    });
  const findOf = async (kind: Kind) => {
    const hours = await readHours(db.sql, coaches[kind].id);
    return async () => findSlots({ ...question, availability: availabilityOf(hours, null, question.range) });
  };
  const find = { plain: await findOf("plain"), rich: await findOf("rich") };
  const list = { plain: listOf("plain"), rich: listOf("rich") };
  const through = await medians(80, list.plain, list.rich);
  const alone = await medians(400, find.plain, find.rich);
  const rows = [];
  for (const [index, kind] of (["plain", "rich"] as const).entries()) {
    const statements = await recordStatements(list[kind]);
    rows.push({
      "slots of a year": kind === "plain" ? "one template" : "3 templates, 40 overrides, 30 holidays",
      slots: (await find[kind]()).length,
      "through the service, ms": through[index]?.toFixed(2),
      ratio: ratioOf(through, index),
      "core alone, ms": alone[index]?.toFixed(3),
      "its ratio": ratioOf(alone, index),
      "SQL statements": `${statements.length} (≤ 4)`,
    });
  }
  console.table(rows);
}

async function timePreviews(services: Services, { plain, rich }: Record<Kind, Coach>): Promise<void> {
  const changes: Record<string, AvailabilityChangeInput> = {
    "an hour off": { createTimeOff: { start: { local: "2026-06-09T09:00" }, end: { local: "2026-06-09T10:00" } } },
    "a month off": { createTimeOff: { fromDate: "2026-09-01", toDate: "2026-09-30" } },
    "a trip, hours read there": {
      createTravel: { place: "Tokyo", fromDate: "2026-09-01", toDate: "2026-09-30", timeZone: "Asia/Tokyo" },
    },
    "all hours gone": { createAvailabilityTemplate: { name: "None", timeZone: HOME, windows: [], isDefault: true } },
  };
  const rows = [];
  for (const [name, input] of Object.entries(changes)) {
    const previewOf = (coach: Coach) => async () =>
      services.previews.preview(coach.id, await services.changeDispatcher.changeOf(coach.id, input));
    const statements = await recordStatements(previewOf(rich));
    const [without = 0, withAll = 0] = await medians(20, previewOf(plain), previewOf(rich));
    rows.push({
      [`preview over ${BOOKINGS} sessions to come`]: name,
      affected: (await previewOf(rich)()).affected.length,
      ms: withAll.toFixed(1),
      "without sessions, one template": without.toFixed(1),
      ratio: (withAll / without).toFixed(1),
      "SQL statements": statements.length,
    });
  }
  console.table(rows);
}

/** Medians in milliseconds, the kinds taking turns, so that whatever else the machine does meets all of them. */
async function medians(rounds: number, ...works: Array<() => Promise<unknown>>): Promise<number[]> {
  const times: number[][] = works.map(() => []);
  for (let round = -5; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const startedAt = performance.now();
      await work();
      if (round >= 0) times[index]?.push(performance.now() - startedAt);
    }
  }
  return times.map((each) => each.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
}

function ratioOf([first = Number.NaN, ...others]: readonly number[], index: number): string {
  return ((index === 0 ? first : (others[index - 1] ?? Number.NaN)) / first).toFixed(2);
}
