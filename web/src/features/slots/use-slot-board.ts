import { skipToken } from "@apollo/client/react";
import { useCallback, useEffect, useRef, useState } from "react";
import {
  type SlotsChangedSubscription,
  type SlotsQuery,
  type SlotsQueryVariables,
  useSlotsChangedSubscription,
  useSlotsQuery,
} from "../../generated/client.ts";
import { useConnection } from "../../lib/connection.ts";
import { useSettled } from "../../lib/use-settled.ts";
import { fromSnapshot, type SlotBoard, withChange } from "./slot-board.ts";

type SlotsProblem = { kind: "closed"; message: string } | { kind: "invalid"; field: string; message: string };

/** board is null until the first snapshot of this very range, zone and length. */
export type LiveSlots = { board: SlotBoard | null; problem: SlotsProblem | null; unreachable: boolean };

type Event = SlotsChangedSubscription["slotsChanged"] | SlotsQuery["slots"];
type State = { key: string; board: SlotBoard | null; problem: SlotsProblem | null };

const patienceMs = 2_500;
const pollMs = 15_000;

/**
 * The slots of a range, kept right by the subscription. A query brings the first ones while the websocket opens, and where
 * websockets do not get through, it is repeated.
 */
export function useSlotBoard(variables: SlotsQueryVariables): LiveSlots {
  const key = JSON.stringify(variables);
  const asked = useRef(variables);
  asked.current = variables;
  const [state, setState] = useState<State>({ key, board: null, problem: null });
  // Whoever changes the zone may still be handed the answer to the one before.
  const take = useCallback(
    (event: Event) => {
      if (event.__typename !== "SlotList" || answers(event, asked.current))
        setState((before) => next(before, key, event));
    },
    [key],
  );
  const connection = useConnection();
  const cutOff = useSettled(connection !== "live", patienceMs);
  const fresh = connection === "idle" || connection === "waiting";
  const query = useSlotsQuery(
    fresh || cutOff ? { variables, fetchPolicy: "no-cache", pollInterval: cutOff ? pollMs : 0 } : skipToken,
  );
  useEffect(() => {
    if (query.data) take(query.data.slots);
  }, [query.data, take]);

  useLiveSlots(variables, take);

  const current = state.key === key ? state : { board: null, problem: null };
  return { board: current.board, problem: current.problem, unreachable: cutOff && query.error !== undefined };
}

function useLiveSlots(variables: SlotsQueryVariables, onEvent: (event: Event) => void): void {
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The socket renews itself; this is for a server that ended this one subscription.
  const resume = () => {
    clearTimeout(again.current);
    again.current = setTimeout(() => restart(), 1_000 + Math.random() * 2_000);
  };
  const { restart } = useSlotsChangedSubscription({
    variables,
    fetchPolicy: "no-cache",
    ignoreResults: true,
    onData: ({ data }) => {
      if (data.data) onEvent(data.data.slotsChanged);
    },
    onError: resume,
    onComplete: resume,
  });
  useEffect(() => () => clearTimeout(again.current), []);
}

type List = Extract<Event, { __typename: "SlotList" }>;

function answers(list: List, { timeZone, from, to, minutes }: SlotsQueryVariables): boolean {
  return (
    list.timeZone === timeZone && list.from === from && list.to === to && (minutes ?? list.minutes) === list.minutes
  );
}

function next(before: State, key: string, event: Event): State {
  const board = before.key === key ? before.board : null;
  switch (event.__typename) {
    case "SlotList":
      return { key, board: fromSnapshot(event, board), problem: null };
    case "SlotChange":
      return { key, board: board && withChange(board, event), problem: null };
    case "LinkUnavailable":
      return { key, board: null, problem: { kind: "closed", message: event.message } };
    case "InvalidInput":
      return { key, board: null, problem: { kind: "invalid", field: event.field, message: event.message } };
  }
}
