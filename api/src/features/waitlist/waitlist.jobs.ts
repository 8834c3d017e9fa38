import type { Job, Jobs } from "../../platform/jobs/jobs.ts";
import type { OfferMailService } from "./offer-mail.service.ts";
import type { WaitlistUpkeepService } from "./waitlist-upkeep.service.ts";

/** Serves waitlists where time alone has changed something. */
export const serveDueJob = "waitlist.serveDue";
/** Tells people of new offers; whoever hears of one asks for a run of it. */
export const tellOffersJob = "waitlist.tellOffers";

/** Each asks for its own next run when it knows that something will be due; the regular runs are the net. */
export function waitlistJobs(upkeep: WaitlistUpkeepService, mails: OfferMailService, wake: Jobs["wake"]): Job[] {
  return [
    {
      name: serveDueJob,
      everySeconds: 60,
      run: async (signal) => {
        await upkeep.serveDue(signal);
        const due = await upkeep.nextDue();
        if (due) wake(serveDueJob, due);
        wake(tellOffersJob);
      },
    },
    {
      name: tellOffersJob,
      everySeconds: 60,
      run: async (signal) => {
        await mails.sendDue(signal);
        const due = await mails.nextDue();
        if (due) wake(tellOffersJob, due);
      },
    },
  ];
}
