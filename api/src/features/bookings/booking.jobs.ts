import type { Job } from "../../platform/jobs/jobs.ts";
import type { BookingUpkeepService } from "./booking-upkeep.service.ts";

export function bookingJobs(upkeep: BookingUpkeepService): Job[] {
  return [
    { name: "bookings.removeLapsedHolds", everySeconds: 60, run: (signal) => upkeep.removeLapsedHolds(signal) },
    { name: "bookings.completePast", everySeconds: 60, run: (signal) => upkeep.completePast(signal) },
  ];
}
