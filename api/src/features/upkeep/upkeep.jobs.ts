import type { Job } from "../../platform/jobs/jobs.ts";
import type { UpkeepService } from "./upkeep.service.ts";

export function upkeepJobs(upkeep: UpkeepService): Job[] {
  return [
    { name: "upkeep.removeOldEvents", everySeconds: 600, run: (signal) => upkeep.removeOldEvents(signal) },
    { name: "upkeep.removeOldKeys", everySeconds: 3_600, run: (signal) => upkeep.removeOldKeys(signal) },
    { name: "upkeep.removeExpiredSignIns", everySeconds: 3_600, run: () => upkeep.removeExpiredSignIns() },
  ];
}
