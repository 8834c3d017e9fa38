import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { isZone } from "../core/zone.ts";

const DATE = String.raw`(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const INSTANT = new RegExp(
  String.raw`^${DATE}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$`,
);
const LOCAL_DATE = new RegExp(`^${DATE}$`);
const LOCAL_DATE_TIME = new RegExp(String.raw`^${DATE}T([01]\d|2[0-3]):[0-5]\d$`);
// RFC 5646: language, script, region, variants and a Unicode extension, as browsers spell them.
const LOCALE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z\d]{5,8})*(-u(-[a-z\d]{2,8})+)?$/;
const LOCAL_TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** The day of the month must exist: 2026-02-30 does not. */
function dateExists(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

function describeFault(name: string, value: unknown, right: string): string {
  const shown = typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : typeof value;
  return `${shown} is not a ${name}: ${right}`;
}

function refuse(name: string, value: unknown, right: string): GraphQLError {
  return new GraphQLError(describeFault(name, value, right), { extensions: { code: "BAD_USER_INPUT" } });
}

function textScalar(name: string, description: string, right: string, accepts: (text: string) => boolean) {
  const parse = (value: unknown): string => {
    if (typeof value !== "string" || !accepts(value)) throw refuse(name, value, right);
    return value;
  };
  const serialize = (value: unknown): string => {
    // Our own answer: a fault of ours, to be logged and not to be blamed on the caller.
    if (typeof value !== "string" || !accepts(value)) throw new Error(describeFault(name, value, right));
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

const isInstant = (value: unknown): value is string =>
  typeof value === "string" && INSTANT.test(value) && dateExists(value);

function parseInstant(value: unknown): Date {
  if (isInstant(value)) return new Date(value);
  throw refuse("DateTime", value, "write an instant with its offset, for example 2026-03-08T07:30:00Z.");
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "An instant, RFC 3339; answered in UTC, for example 2026-03-08T07:30:00.000Z.",
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    if (isInstant(value)) return new Date(value).toISOString();
    throw new Error(describeFault("DateTime", value, "resolvers answer a Date."));
  },
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

export const LocalDateScalar = textScalar(
  "LocalDate",
  "A calendar date without a zone: 2026-03-08.",
  "write an existing date as YYYY-MM-DD, for example 2026-03-08.",
  (text) => LOCAL_DATE.test(text) && dateExists(text),
);

export const LocalTimeScalar = textScalar(
  "LocalTime",
  "A wall-clock time in minutes: 09:30. 24:00 is the end of the day.",
  "write HH:MM from 00:00 to 24:00.",
  (text) => LOCAL_TIME.test(text),
);

export const LocalDateTimeScalar = textScalar(
  "LocalDateTime",
  "A wall-clock date and time without a zone, in minutes: 2026-03-08T09:30.",
  "write YYYY-MM-DDTHH:MM, for example 2026-03-08T09:30.",
  (text) => LOCAL_DATE_TIME.test(text) && dateExists(text),
);

export const LocaleScalar = textScalar(
  "Locale",
  "A language with its region as BCP 47 writes it: en-GB.",
  "use a language tag such as en-GB or pt-BR.",
  (text) => text.length <= 35 && LOCALE.test(text),
);

export const TimeZoneScalar = textScalar(
  "TimeZone",
  "A name of the IANA time zone database: America/New_York. Link names such as Asia/Calcutta are accepted.",
  "use an IANA time zone name such as America/New_York; the query timeZones lists them all.",
  isZone,
);
