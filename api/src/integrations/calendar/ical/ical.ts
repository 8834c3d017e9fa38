import type { CalendarTexts } from "../calendar-text.ts";
import { readCalendar } from "./read-calendar.ts";
import { writeCalendar } from "./write-calendar.ts";

/** iCalendar, read by ical.js and written by ical-generator, with the time zones of core. */
export const icalTexts: CalendarTexts = { read: readCalendar, write: writeCalendar };
