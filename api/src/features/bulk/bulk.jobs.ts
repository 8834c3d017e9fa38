import type { Job } from "../../platform/jobs/jobs.ts";
import type { BulkRunService } from "./bulk-run.service.ts";
import type { BulkUpkeepService } from "./bulk-upkeep.service.ts";

/** Books what was started; whoever hears of a start asks for a run of it. */
export const bulkRunJob = "bulk.run";

export function bulkJobs(runs: BulkRunService, upkeep: BulkUpkeepService): Job[] {
  return [
    { name: bulkRunJob, everySeconds: 15, run: (signal) => runs.work(signal) },
    { name: "bulk.forgetDrafts", everySeconds: 3_600, run: () => upkeep.forgetDrafts() },
  ];
}
