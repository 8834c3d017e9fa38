import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Outcome } from "../panel/outcome.ts";
import type { SessionActions, Verdict } from "../panel/use-session-actions.ts";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { useRequests } from "./RequestsProvider.tsx";
import { neighbourOf, type SeatRequest } from "./requests.ts";

interface Asking {
  readonly id: string;
  readonly verdict: Verdict;
}

/** A request as it was when it was answered: taken back, it comes in another version. */
const markOf = ({ seat, session }: SeatRequest): string => `${seat.id} ${session.version}`;

/** What the coach does with the list, and where the keyboard goes on when a row has left it. */
export function useRequestDesk(requests: readonly SeatRequest[], actions: SessionActions) {
  const list = useRef<HTMLUListElement>(null);
  const { answered } = useRequests();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Asking | null>(null);
  const shown = requests.filter((request) => !done.has(markOf(request)));
  const land = useLanding(list);

  const decide = async (request: SeatRequest, verdict: Verdict, message: string): Promise<Outcome> => {
    const next = neighbourOf(shown, request.seat.id);
    answered(request.seat.id);
    const outcome = await actions.decide(request.session, request.seat, verdict, message);
    if (outcome.kind === "done") {
      setAsking(null);
      setDone((before) => new Set(before).add(markOf(request)));
      land(next);
    }
    return outcome;
  };
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-request]") ?? [])];
  const current = () => rows().findIndex((row) => row.contains(document.activeElement));
  const step = (by: 1 | -1) => {
    const all = rows();
    all[Math.min(Math.max(current() + by, 0), all.length - 1)]?.focus();
  };
  /** On the request that has the focus; without one, the first is gone to and nothing is done yet. */
  const onCurrent = (act: (request: SeatRequest) => void) => {
    const request = shown[current()];
    if (request === undefined) step(1);
    else act(request);
  };
  useShortcuts({
    next: () => step(1),
    previous: () => step(-1),
    approve: () => onCurrent((request) => void decide(request, "approve", "")),
    decline: () => onCurrent(({ seat }) => setAsking({ id: seat.id, verdict: "decline" })),
  });
  return {
    list,
    shown,
    asking,
    decide,
    ask: (id: string, verdict: Verdict | null) => {
      setAsking(verdict && { id, verdict });
      if (verdict === null)
        rows()
          .find((row) => row.dataset["request"] === id)
          ?.focus();
    },
    onKeyDown: (event: KeyboardEvent) => {
      const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
      if (by === null || (event.target instanceof Element && event.target.closest("textarea"))) return;
      event.preventDefault();
      step(by);
    },
  };
}

/** Puts the focus where the work goes on: the answered row leaves the list now, or has left it already. */
function useLanding(list: { readonly current: HTMLElement | null }) {
  const [landing, setLanding] = useState<{ readonly id: string | null } | null>(null);
  useEffect(() => {
    if (landing === null) return;
    const { id } = landing;
    const row = id === null ? null : list.current?.querySelector<HTMLElement>(`[data-request="${CSS.escape(id)}"]`);
    (row ?? document.querySelector<HTMLElement>("#content"))?.focus();
  }, [landing, list]);
  return (id: string | null) => setLanding({ id });
}
