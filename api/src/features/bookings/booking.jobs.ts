import type { Job } from "../../platform/jobs/jobs.ts";
import type { BookingUpkeepService } from "./booking-upkeep.service.ts";

export function bookingJobs(upkeep: BookingUpkeepService): Job[] {
  return [
    { name: "bookings.removeLapsedHolds", everySeconds: 60, run: (signal) => upkeep.removeLapsedHolds(signal) },
    { name: "bookings.lapsePending", everySeconds: 60, run: (signal) => upkeep.lapsePending(signal) },
    { name: "bookings.completePast", everySeconds: 60, run: (signal) => upkeep.completePast(signal) },
    { name: "bookings.forgetOld", everySeconds: 600, run: () => upkeep.forgetOld() },
  ];
}
