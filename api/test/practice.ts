import { ref } from "@mikro-orm/core";
import { AvailabilityTemplate, BookingLink, Coach, entityClasses, Place, SessionType } from "../src/entities/index.ts";
import { createServices, type Services } from "../src/features/index.ts";
import type { Email } from "../src/integrations/messaging/email.ts";
import type { Clock } from "../src/platform/clock.ts";
import { type Database, openDatabase } from "../src/platform/db.ts";
import { createLogger } from "../src/platform/logger.ts";
import { createPubsub } from "../src/platform/pubsub.ts";
import { createTokenSigner } from "../src/platform/secrets.ts";
import { createTestDatabase } from "./database.ts";
import { createTestPorts } from "./ports.ts";

/** Monday, 1 June 2026, 08:00 in New York. */
export const NOW = Date.parse("2026-06-01T12:00:00Z");

/** A clock that stands still until it is set. */
class TestClock implements Clock {
  private instant: number;

  constructor(instant = NOW) {
    this.instant = instant;
  }

  now(): number {
    return this.instant;
  }

  set(instant: number): void {
    this.instant = instant;
  }
}

export interface TestPractice extends Services {
  readonly db: Database;
  readonly clock: TestClock;
  readonly coach: Coach;
  readonly url: string;
  /** What was sent to people. */
  readonly sent: readonly Email[];
  close(): Promise<void>;
}

/** A migrated database of its own with one coach: New York, Monday to Friday 09–12 and 13–17, link `session`. */
export async function createPractice(type: Partial<SessionType> = {}): Promise<TestPractice> {
  const database = await createTestDatabase();
  const db = await openDatabase({
    url: database.url,
    entities: entityClasses,
    poolSize: 30,
    onPublished: () => undefined,
  });
  const clock = new TestClock();
  const tokens = createTokenSigner("a secret of the tests, long enough");
  const logger = createLogger({ level: "silent" });
  const ports = createTestPorts();
  const services = createServices({ db, clock, tokens, ...ports, pubsub: createPubsub(), logger });
  const coach = await db.transact(async ({ em }) => {
    const maya = newCoach();
    const hours = Object.assign(new AvailabilityTemplate(), {
      coach: ref(maya),
      name: "Hours",
      timeZone: maya.timeZone,
      isDefault: true,
      windows: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, start: "09:00", end: "12:00" },
        { weekday, start: "13:00", end: "17:00" },
      ]),
    });
    const session = newSessionType(maya, type);
    em.persist([
      maya,
      hours,
      session,
      Object.assign(new BookingLink(), { coach: ref(maya), sessionType: ref(session), slug: "session" }),
    ]);
    return maya;
  });
  return {
    ...services,
    db,
    clock,
    coach,
    sent: ports.sent,
    url: database.url,
    close: async () => {
      await db.close();
      await database.drop();
    },
  };
}

export function newCoach(fields: Partial<Coach> = {}): Coach {
  const given = {
    name: "Maya",
    slug: "maya",
    email: "maya@example.com",
    timeZone: "America/New_York",
    accent: "#2f6f5e",
  };
  return Object.assign(new Coach(), given, fields);
}

export function newSessionType(coach: Coach, fields: Partial<SessionType> = {}): SessionType {
  const given = {
    name: "Session",
    minutes: [60],
    stepMinutes: 60,
    colour: "#2f6f5e",
    place: new Place("video", "https://meet.example.com/maya"),
  };
  return Object.assign(new SessionType(), { coach: ref(coach) }, given, fields);
}

/** Input of somebody who books the link `session`; give the start as an instant. */
export function bookInput(
  startAt: string,
  overrides: { email?: string; minutes?: number; holdToken?: string; idempotencyKey?: string } = {},
) {
  const { email = "ann@example.com", ...rest } = overrides;
  return {
    coach: "maya",
    link: "session",
    startAt: new Date(startAt),
    client: { name: "Ann Archer", email, timeZone: "Europe/Berlin" },
    idempotencyKey: crypto.randomUUID(),
    ...rest,
  };
}
