import { ref } from "@mikro-orm/core";
import { addDays, daysBetween, MINUTE, weekday } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import {
  Attendee,
  AvailabilityTemplate,
  Booking,
  BookingLink,
  Client,
  Coach,
  LinkKind,
  Place,
  SessionType,
  TimeOff,
} from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { makeSecret } from "../links/link-saving.service.ts";
import { type DemoDates, demoDatesFrom, demoRows, isDemoHoliday } from "./demo-hours.service.ts";
import { demoProgram } from "./demo-program.service.ts";
import { joinSeries, seatSeries } from "./demo-series.service.ts";
import {
  type DemoSessionType,
  demoClients,
  demoCoach,
  demoDays,
  demoHours,
  demoSecretLink,
  demoSeries,
  demoSessionTypes,
} from "./practice.inputs.ts";

const WEEKS_PAST = 5;
const WEEKS_TO_COME = 6;
const TIME_OFF_IN_DAYS = 31;
/** A Monday: the fortnight of the demo keeps its phase, whatever the day of the first start. */
const EPOCH_MONDAY = "2024-01-01";

/** Fills an empty database with a practice that looks like a real one, the same for every start on the same day. */
export class DemoService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The demo coach, made if the database has no coach at all; null when it is somebody's own. */
  async ensure(userIdOf: (email: string, name: string) => Promise<string>): Promise<Coach | null> {
    const em = this.db.em();
    const known = await em.findOne(Coach, { slug: demoCoach.slug });
    if (known || (await em.count(Coach)) > 0) return known;
    const userId = await userIdOf(demoCoach.email, demoCoach.name);
    const now = this.clock.now();
    const dates = await demoDatesFrom(zone(demoCoach.timeZone).localDate(now));
    return this.db.transact(async (tx) => {
      const coach = Object.assign(new Coach(), demoCoach, { userId });
      const types = new Map(demoSessionTypes.map((type) => [type.slug, sessionType(coach, type)]));
      // Made within one millisecond, they would be listed in any order.
      for (const [index, type] of [...types.values()].entries()) type.createdAt = new Date(now + index);
      const clients = demoClients.map(([name, email, timeZone]) =>
        Object.assign(new Client(), { coach: ref(coach), name, email, timeZone }),
      );
      const links = [...types].map(([slug, type]) =>
        Object.assign(new BookingLink(), { coach: ref(coach), sessionType: ref(type), slug }),
      );
      const secret = secretLink(coach, types, clients);
      tx.em.persist([coach, ...types.values(), ...clients, ...links, secret, hours(coach), timeOff(coach, now)]);
      tx.em.persist([...demoRows(coach, dates), demoProgram(coach, types)]);
      const rows = sessions({ coach, types, clients, now, dates });
      const today = zone(coach.timeZone).localDate(now);
      const series = joinSeries(
        rows.filter((row) => row instanceof Booking),
        {
          coach,
          type: types.get(demoSeries.type),
          client: clients.find(({ email }) => email === demoSeries.client),
          from: addDays(today, -7 * WEEKS_PAST),
          to: addDays(today, 7 * WEEKS_TO_COME - 1),
        },
      );
      tx.em.persist([series.series, ...rows]);
      await tx.em.flush();
      await seatSeries(tx, series);
      return coach;
    });
  }
}

function sessionType(coach: Coach, demo: DemoSessionType): SessionType {
  const [bufferBeforeMinutes, bufferAfterMinutes] = demo.buffers;
  const { name, description, minutes, stepMinutes, noticeMinutes, horizonDays, capacity, colour } = demo;
  return Object.assign(new SessionType(), {
    ...{ name, description, minutes, stepMinutes, noticeMinutes, horizonDays, capacity, colour },
    coach: ref(coach),
    bufferBeforeMinutes,
    bufferAfterMinutes,
    place: new Place(...demo.place),
    ...demo.asks,
  });
}

function secretLink(coach: Coach, types: ReadonlyMap<string, SessionType>, clients: readonly Client[]): BookingLink {
  const { name, minutes } = demoSecretLink;
  const type = types.get(demoSecretLink.type);
  const client = clients.find(({ email }) => email === demoSecretLink.client);
  if (!type || !client) throw new Error("The demo's secret link leads nowhere.");
  return Object.assign(new BookingLink(), {
    ...{ coach: ref(coach), sessionType: ref(type), client: ref(client) },
    ...{ kind: LinkKind.SECRET, slug: makeSecret(), name, minutes },
  });
}

function hours(coach: Coach): AvailabilityTemplate {
  const { timeZone } = coach;
  return Object.assign(new AvailabilityTemplate(), {
    coach: ref(coach),
    name: "Working hours",
    timeZone,
    isDefault: true,
    windows: demoHours,
  });
}

function timeOff(coach: Coach, now: number): TimeOff {
  const fromDate = addDays(zone(coach.timeZone).localDate(now), TIME_OFF_IN_DAYS);
  return Object.assign(new TimeOff(), {
    coach: ref(coach),
    fromDate,
    toDate: addDays(fromDate, 4),
    reason: "A week by the sea",
  });
}

interface DemoCalendar {
  readonly coach: Coach;
  readonly types: ReadonlyMap<string, SessionType>;
  readonly clients: readonly Client[];
  readonly now: number;
  readonly dates: DemoDates;
}

function sessions(calendar: DemoCalendar): Array<Booking | Attendee> {
  const today = zone(calendar.coach.timeZone).localDate(calendar.now);
  const rows: Array<Booking | Attendee> = [];
  for (let day = -7 * WEEKS_PAST; day < 7 * WEEKS_TO_COME; day++) {
    const date = addDays(today, day);
    const away = day >= TIME_OFF_IN_DAYS && day <= TIME_OFF_IN_DAYS + 4;
    if (weekday(date) === 0 || weekday(date) === 6 || away || isDemoHoliday(calendar.dates, date)) continue;
    const sinceMonday = daysBetween(EPOCH_MONDAY, date);
    const workday = (Math.floor(sinceMonday / 7) % 2) * 5 + (sinceMonday % 7);
    for (const [index, session] of (demoDays[workday] ?? []).entries())
      rows.push(...book(calendar, { date, index, session }));
  }
  return rows;
}

interface DemoSession {
  readonly date: string;
  readonly index: number;
  readonly session: readonly [start: string, slug: string, clients: readonly number[]];
}

function book(
  { coach, types, clients, now }: DemoCalendar,
  { date, index, session }: DemoSession,
): Array<Booking | Attendee> {
  const [time, slug, attending] = session;
  const type = types.get(slug);
  if (!type) throw new Error(`The demo has no session type ${slug}.`);
  const localStart = `${date}T${time}`;
  const start = zone(coach.timeZone).toInstant(localStart);
  const end = start + (type.minutes[0] ?? 0) * MINUTE;
  const fate = fateOf(start, now, daysBetween(EPOCH_MONDAY, date) + index);
  const booking = Object.assign(new Booking(), {
    coach: ref(coach),
    sessionType: ref(type),
    ...fate,
    startAt: new Date(start),
    endAt: new Date(end),
    bufferBeforeMinutes: type.bufferBeforeMinutes,
    bufferAfterMinutes: type.bufferAfterMinutes,
    blockedFromAt: new Date(start - type.bufferBeforeMinutes * MINUTE),
    blockedUntilAt: new Date(end + type.bufferAfterMinutes * MINUTE),
    timeZone: coach.timeZone,
    localStart,
    capacity: type.capacity,
    place: type.place,
  });
  const seats = attending.flatMap((number) => {
    const client = clients[number];
    if (!client) return [];
    const { name, email, timeZone } = client;
    return Object.assign(new Attendee(), {
      booking: ref(booking),
      client: ref(client),
      name,
      email,
      timeZone,
      cancelledAt: fate.cancelledAt,
    });
  });
  return [booking, ...seats];
}

/** Mostly as planned; one in eleven was called off, one in thirteen did not come. */
function fateOf(start: number, now: number, number: number) {
  if (number % 11 === 4) {
    const cancelledAt = new Date(Math.min(start - 26 * 60 * MINUTE, now - 60 * MINUTE));
    return { status: "cancelled" as const, cancelledAt, cancelReason: "Travelling that week" };
  }
  if (start > now) return { status: "confirmed" as const, cancelledAt: null, cancelReason: null };
  return {
    status: number % 13 === 6 ? ("noShow" as const) : ("completed" as const),
    cancelledAt: null,
    cancelReason: null,
  };
}
