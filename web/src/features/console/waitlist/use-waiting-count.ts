import { useState } from "react";
import { useWaitlistCountSubscription } from "../../../generated/console.ts";
import { useResume } from "../shell/use-resume.ts";

/** How many people wait for the coach's time, live; 0 as long as it is not known. */
export function useWaitingCount(): number {
  const [count, setCount] = useState(0);
  const resume = useResume();
  const { restart } = useWaitlistCountSubscription({
    ignoreResults: true,
    fetchPolicy: "no-cache",
    onData: ({ data: { data } }) => {
      if (data?.waitlistChanged.__typename === "Waitlist") setCount(data.waitlistChanged.entries.length);
    },
    onError: () => resume(() => restart()),
    onComplete: () => resume(() => restart()),
  });
  return count;
}
