import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import { useWaitingBookingsSubscription } from "../../../generated/console.ts";
import { announce } from "../../../ui/Announcer.tsx";
import { sessionOf } from "../calendar/bookings.ts";
import { useResume } from "../shell/use-resume.ts";
import { requestNews, requestsOf, type SeatRequest } from "./requests.ts";

interface Requests {
  /** Null before they are known. */
  readonly requests: readonly SeatRequest[] | null;
  readonly problem: string | null;
  readonly retry: () => void;
  /** What was answered here is no news when it leaves the list. */
  readonly answered: (seatId: string) => void;
}

const RequestsContext = createContext<Requests | null>(null);

/** What waits for the coach's answer, live on every page of the console. */
export function RequestsProvider({ children }: { readonly children: ReactNode }) {
  const [requests, setRequests] = useState<readonly SeatRequest[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const known = useRef(requests);
  const answeredHere = useRef(new Set<string>());
  const resume = useResume();
  const { restart } = useWaitingBookingsSubscription({
    ignoreResults: true,
    fetchPolicy: "no-cache",
    onData: ({ data: { data, error } }) => {
      if (error) return setProblem(error.message);
      const event = data?.waitingBookingsChanged;
      if (event === undefined) return undefined;
      if (event.__typename !== "WaitingBookings") return setProblem(event.message);
      const next = requestsOf(event.bookings.map(sessionOf), Date.now());
      if (known.current !== null)
        for (const news of requestNews(known.current, next, answeredHere.current)) announce(news);
      known.current = next;
      setProblem(null);
      return setRequests(next);
    },
    onError: (error) => {
      setProblem(error.message);
      resume(() => restart());
    },
    onComplete: () => resume(() => restart()),
  });
  const value = useMemo<Requests>(
    () => ({
      requests,
      problem,
      retry: () => restart(),
      answered: (seatId) => void answeredHere.current.add(seatId),
    }),
    [requests, problem, restart],
  );
  return <RequestsContext value={value}>{children}</RequestsContext>;
}

export function useRequests(): Requests {
  const requests = useContext(RequestsContext);
  if (requests === null) throw new Error("useRequests outside the console");
  return requests;
}
