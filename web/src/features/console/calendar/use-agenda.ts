import { useCallback, useEffect, useRef, useState } from "react";
import { useAgendaChangedSubscription } from "../../../generated/console.ts";
import { type Agenda, type AgendaRange, EMPTY_AGENDA, readEvent, withBooking, withEvent } from "./agenda-store.ts";
import type { Session } from "./bookings.ts";
import { type News, newsOf } from "./news.ts";

export interface LiveAgenda {
  readonly agenda: Agenda;
  readonly error: { readonly message: string } | null;
  readonly retry: () => void;
  /** Takes in the answer to a change of our own without waiting for the live news of it. */
  readonly take: (session: Session) => void;
}

interface AgendaOptions {
  readonly range: AgendaRange;
  readonly onNews: (news: readonly News[]) => void;
}

/** The agenda of a range, live. When the range changes, what is known stays until the new snapshot is there. */
export function useAgenda({ range, onNews }: AgendaOptions): LiveAgenda {
  const [agenda, setAgenda] = useState(EMPTY_AGENDA);
  const [error, setError] = useState<{ readonly message: string } | null>(null);
  const known = useRef(agenda);
  const settle = useCallback((next: Agenda) => {
    known.current = next;
    setAgenda(next);
  }, []);

  const { restart } = useAgendaChangedSubscription({
    variables: range,
    ignoreResults: true,
    fetchPolicy: "no-cache",
    onData: ({ data: { data, error: failed } }) => {
      if (failed) return setError(failed);
      if (data === undefined) return;
      setError(null);
      const event = readEvent(data.agendaChanged);
      const news = newsOf(known.current, event);
      settle(withEvent(known.current, event, range));
      if (news.length > 0) onNews(news);
    },
    onError: setError,
  });
  const take = useCallback((session: Session) => settle(withBooking(known.current, session)), [settle]);
  const retry = useCallback(() => {
    setError(null);
    restart();
  }, [restart]);
  useRestartWhenBack(error !== null, retry);
  return { agenda, error, retry, take };
}

/** A failed subscription is over; the page that waits for the network asks again by itself. */
function useRestartWhenBack(failed: boolean, retry: () => void) {
  useEffect(() => {
    if (!failed) return undefined;
    addEventListener("online", retry);
    return () => removeEventListener("online", retry);
  }, [failed, retry]);
}
