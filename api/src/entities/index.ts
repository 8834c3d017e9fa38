import { AvailabilityTemplate } from "./availability-template.ts";
import { TimeOff } from "./time-off.ts";
import { SessionType } from "./session-type.ts";
import { Place } from "./place.ts";
import { Coach } from "./coach.ts";
import { Client } from "./client.ts";
import { BookingLink } from "./booking-link.ts";
import { Booking } from "./booking.ts";
import { Attendee } from "./attendee.ts";
export { Attendee } from "./attendee.ts";
export { AvailabilityTemplate, AvailabilityWindow } from "./availability-template.ts";
export { Booking } from "./booking.ts";
export { BookingLink } from "./booking-link.ts";
export { Client } from "./client.ts";
export { Coach } from "./coach.ts";
export { BookingStatus, PlaceKind, SlotGrid } from "./enums.ts";
export { parseGlobalId, uuidOf } from "./global-id.ts";
export { Node } from "./node.ts";
export { Place } from "./place.ts";
export { DateTimeScalar, LocalDateScalar, LocalDateTimeScalar, LocalTimeScalar, TimeZoneScalar } from "./scalars.ts";
export { SessionType } from "./session-type.ts";
export { TimeOff } from "./time-off.ts";

/** What the database maps. */
export const entityClasses = [Attendee, AvailabilityTemplate, Booking, BookingLink, Client, Coach, Place, SessionType, TimeOff];
