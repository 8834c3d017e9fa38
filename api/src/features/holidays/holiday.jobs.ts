import type { Job } from "../../platform/jobs/jobs.ts";
import type { HolidayService } from "./holiday.service.ts";

export function holidayJobs(holidays: HolidayService): Job[] {
  return [{ name: "holidays.fill", everySeconds: 86_400, run: async (signal) => void (await holidays.fill(signal)) }];
}
