import type { Job, Jobs } from "../../platform/jobs/jobs.ts";
import type { OfferMailService } from "./offer-mail.service.ts";
import type { WaitingMailService } from "./waiting-mail.service.ts";
import type { WaitlistUpkeepService } from "./waitlist-upkeep.service.ts";

/** Serves waitlists where time alone has changed something. */
export const serveDueJob = "waitlist.serveDue";
/** Tells people of new offers, and sends them their links; whoever hears of one asks for a run of it. */
export const tellOffersJob = "waitlist.tellOffers";

/** Each asks for its own next run when it knows that something will be due; the regular runs are the net. */
export function waitlistJobs(
  upkeep: WaitlistUpkeepService,
  mails: { readonly offers: OfferMailService; readonly links: WaitingMailService },
  wake: Jobs["wake"],
): Job[] {
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
        // What fails of the one keeps the other from nobody.
        const sent = await Promise.allSettled([mails.offers.sendDue(signal), mails.links.sendDue(signal)]);
        const due = await mails.offers.nextDue();
        if (due) wake(tellOffersJob, due);
        const failures = sent.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
        if (failures.length > 0) throw new AggregateError(failures, "Not everybody was told.");
      },
    },
  ];
}
