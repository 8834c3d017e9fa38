import type { Job } from "../../platform/jobs/jobs.ts";
import type { SeriesFillService } from "./series-fill.service.ts";

export function seriesJobs(fill: SeriesFillService): Job[] {
  return [{ name: "series.fill", everySeconds: 43_200, run: async (signal) => void (await fill.fillDue(signal)) }];
}
