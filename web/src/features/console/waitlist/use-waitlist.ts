import { useRef, useState } from "react";
import { useWaitlistChangedSubscription } from "../../../generated/console.ts";
import { announce } from "../../../ui/Announcer.tsx";
import { useResume } from "../shell/use-resume.ts";
import { type WaitlistState, waitlistNews } from "./waitlist-news.ts";

export interface LiveWaitlist {
  /** Null before it is known. */
  readonly waitlist: WaitlistState | null;
  readonly problem: string | null;
  readonly retry: () => void;
  /** What is done here is no news when it comes back. */
  readonly doing: (entryId: string) => void;
}

/** So long the live list may lag behind an answer. */
const LAG_MS = 5_000;

/** The whole list, live. */
export function useWaitlist(): LiveWaitlist {
  const [waitlist, setWaitlist] = useState<WaitlistState | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const known = useRef(waitlist);
  const here = useRef(new Map<string, number>());
  const resume = useResume();
  const { restart } = useWaitlistChangedSubscription({
    ignoreResults: true,
    fetchPolicy: "no-cache",
    onData: ({ data: { data, error } }) => {
      if (error) return setProblem(error.message);
      const event = data?.waitlistChanged;
      if (event === undefined) return undefined;
      if (event.__typename !== "Waitlist") return setProblem(event.message);
      const now = Date.now();
      const ours = new Set([...here.current].flatMap(([id, until]) => (until > now ? [id] : [])));
      if (known.current !== null) for (const news of waitlistNews(known.current, event, ours)) announce(news);
      known.current = event;
      setProblem(null);
      return setWaitlist(event);
    },
    onError: (error) => {
      setProblem(error.message);
      resume(() => restart());
    },
    onComplete: () => resume(() => restart()),
  });
  return {
    waitlist,
    problem,
    retry: () => restart(),
    doing: (entryId) => void here.current.set(entryId, Date.now() + LAG_MS),
  };
}
