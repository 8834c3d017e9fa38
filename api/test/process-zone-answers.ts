// Prints what a practice answers, as JSON: run under several TZ, it must print the same.
import { entityClasses } from "../src/entities/index.ts";
import { publicHolidaysOf } from "../src/features/holidays/public-holidays.service.ts";
import { createServices } from "../src/features/index.ts";
import { openDatabase } from "../src/platform/db.ts";
import { createLogger } from "../src/platform/logger.ts";
import { createPubsub } from "../src/platform/pubsub.ts";
import { createTokenSigner } from "../src/platform/secrets.ts";
import { createTestPorts } from "./ports.ts";

const [url = "", nowText = "", coachId = "", sessionType = ""] = process.argv.slice(2);
const now = Number(nowText);

const db = await openDatabase({ url, entities: entityClasses, poolSize: 2, onPublished: () => undefined });
const services = createServices({
  db,
  clock: { now: () => now },
  tokens: createTokenSigner("a secret of the tests, long enough"),
  ...createTestPorts(),
  pubsub: createPubsub(),
  logger: createLogger({ level: "silent" }),
});

const range = { from: "2026-10-20", to: "2026-11-20" };
const change = await services.changeDispatcher.changeOf(coachId, {
  createTimeOff: { fromDate: "2026-10-26", toDate: "2026-10-27", yearly: true },
});
const preview = await services.previews.preview(coachId, change);
const answers = {
  localHour: new Date(now).getHours(),
  slots: await services.slots.list({ coach: "maya", link: "session", ...range, timeZone: "Australia/Lord_Howe" }),
  days: await services.days.read(coachId, range),
  agenda: await services.agendaView.read(coachId, range),
  timeOff: await services.timeOff.listOf(coachId),
  overrides: await services.overrides.listOf(coachId),
  templates: await services.availability.templatesOf(coachId),
  travel: await services.travel.listOf(coachId),
  holidays: await services.holidays.listOf(coachId),
  preview: preview.affected.map(({ booking, reasons }) => [booking.startAt, reasons.map(({ code }) => code)]),
  warnings: preview.warnings,
  explained: await services.agenda.explain(coachId, {
    sessionType,
    start: { local: "2026-11-01T01:30", timeZone: "America/New_York" },
  }),
  publicHolidays: await Promise.all(
    ["US", "IL", "TR", "JP"].map((country) => publicHolidaysOf({ country, state: null, region: null }, 2026)),
  ),
  zoneCheck: await services.zoneCheck.check({ apply: false }),
};
process.stdout.write(JSON.stringify(answers));
await db.close();
