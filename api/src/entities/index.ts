import { Attendee } from "./attendee.ts";
import { AvailabilityTemplate } from "./availability-template.ts";
import { Booking } from "./booking.ts";
import { BookingLink } from "./booking-link.ts";
import { BulkItem } from "./bulk-item.ts";
import { BulkRun } from "./bulk-run.ts";
import { Client } from "./client.ts";
import { Coach } from "./coach.ts";
import { DateOverride } from "./date-override.ts";
import { Holiday } from "./holiday.ts";
import { Offer } from "./offer.ts";
import { Place } from "./place.ts";
import { Preferences } from "./preferences.ts";
import { Program } from "./program.ts";
import { ProgramBooking } from "./program-booking.ts";
import { Series } from "./series.ts";
import { SessionLimits } from "./session-limits.ts";
import { SessionType } from "./session-type.ts";
import { TimeOff } from "./time-off.ts";
import { Travel } from "./travel.ts";
import { WaitlistEntry } from "./waitlist-entry.ts";

export { Attendee } from "./attendee.ts";
export { AvailabilityTemplate } from "./availability-template.ts";
export { Booking } from "./booking.ts";
export { BookingLink } from "./booking-link.ts";
export { BulkItemStatus, BulkStatus } from "./bulk-enums.ts";
export { BulkItem, type BulkItemSession } from "./bulk-item.ts";
export { BulkRun } from "./bulk-run.ts";
export { Client } from "./client.ts";
export { Coach } from "./coach.ts";
export { DateOverride } from "./date-override.ts";
export { BookingStatus, CancelCause, HourCycle, LinkKind, PlaceKind, QuestionKind, SlotGrid } from "./enums.ts";
export { parseGlobalId, uuidOf } from "./global-id.ts";
export { Holiday } from "./holiday.ts";
export { Node } from "./node.ts";
export { Offer } from "./offer.ts";
export { Place } from "./place.ts";
export { Preferences } from "./preferences.ts";
export { Program } from "./program.ts";
export { ProgramBooking } from "./program-booking.ts";
export { GapUnit } from "./program-enums.ts";
export { ProgramGap, ProgramStep } from "./program-step.ts";
export { Answer, Guest, Question, QuestionCondition } from "./question.ts";
export {
  DateTimeScalar,
  LocalDateScalar,
  LocalDateTimeScalar,
  LocaleScalar,
  LocalTimeScalar,
  TimeZoneScalar,
} from "./scalars.ts";
export { Series } from "./series.ts";
export { ClashPolicy } from "./series-enums.ts";
export { SessionDefaults } from "./session-defaults.ts";
export { SessionLimits } from "./session-limits.ts";
export { SessionType } from "./session-type.ts";
export { TimeOff } from "./time-off.ts";
export { Travel } from "./travel.ts";
export { WaitlistEntry } from "./waitlist-entry.ts";
export { OfferStatus, WaitlistKind, WaitlistStatus } from "./waitlist-enums.ts";

/** What the database maps. */
export const entityClasses = [
  Attendee,
  AvailabilityTemplate,
  Booking,
  BookingLink,
  BulkItem,
  BulkRun,
  Client,
  Coach,
  DateOverride,
  Holiday,
  Offer,
  Place,
  Preferences,
  Program,
  ProgramBooking,
  Series,
  SessionLimits,
  SessionType,
  TimeOff,
  Travel,
  WaitlistEntry,
];
