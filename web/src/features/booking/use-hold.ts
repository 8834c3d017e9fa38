import { print } from "graphql";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { type HoldSlotMutation, ReleaseHoldDocument, useHoldSlotMutation } from "../../generated/client.ts";
import { isOffered, nearest, type Slot, type SlotBoard } from "../slots/slot-board.ts";
import { expiryByOwnClock, type Hold, type HoldEvent, reduceHold, tokenOf } from "./hold.ts";

type Where = { coach: string; link: string; timeZone: string; minutes: number | null };

export type HoldControl = {
  hold: Hold;
  /** Keeps a time for this visitor, giving up the one before. */
  take: (startAt: string, slot: Slot | null) => void;
  release: () => void;
  /** The booking found out that the time is gone. */
  lose: (message: string, alternatives: readonly Slot[]) => void;
  /** The hold became a booking: there is nothing left to give back. */
  settle: () => void;
};

export function useHold(where: Where, board: SlotBoard | null): HoldControl {
  const [holdSlot] = useHoldSlotMutation();
  const [hold, dispatch] = useReducer(reduceHold, { kind: "none" });
  const turn = useRef(0);
  const token = useRef<string | null>(null);
  token.current = tokenOf(hold);

  const take = useCallback(
    async (startAt: string, slot: Slot | null) => {
      const own = ++turn.current;
      const replaces = token.current;
      dispatch({ type: "asked", startAt, slot });
      const input = { ...where, startAt, ...(replaces && { replaces }) };
      const result = await holdSlot({ variables: { input } }).then(
        ({ data }) => data?.holdSlot ?? null,
        () => null,
      );
      if (own === turn.current) dispatch(toEvent(result, Date.now()));
      else if (result?.__typename === "SlotHeld") giveBack(result.holdToken);
    },
    [holdSlot, where],
  );

  const release = useCallback(() => {
    turn.current += 1;
    if (token.current) giveBack(token.current);
    dispatch({ type: "released" });
  }, []);

  const settle = useCallback(() => {
    turn.current += 1;
    dispatch({ type: "released" });
  }, []);

  const lose = useCallback(
    (message: string, alternatives: readonly Slot[]) => dispatch({ type: "lost", message, alternatives }),
    [],
  );

  useExpiry(hold, dispatch);
  useLostLive(hold, board, lose);
  useGiveBackOnLeaving(token, dispatch);
  return { hold, take: (startAt, slot) => void take(startAt, slot), release, lose, settle };
}

function toEvent(result: HoldSlotMutation["holdSlot"] | null, now: number): HoldEvent {
  switch (result?.__typename) {
    case "SlotHeld":
      return {
        type: "held",
        slot: result.slot,
        token: result.holdToken,
        expiresAt: expiryByOwnClock(result.expiresAt, now),
      };
    case "SlotTaken":
    case "SlotNotOffered":
      return { type: "lost", message: result.message, alternatives: result.alternatives };
    case "TooManyHolds":
      return { type: "loose", why: "tooMany", message: result.message };
    case "LinkUnavailable":
    case "InvalidInput":
      return { type: "loose", why: "refused", message: result.message };
    default:
      return {
        type: "loose",
        why: "offline",
        message: "This time could not be kept for you: the connection failed. You can still book it while it is free.",
      };
  }
}

function useExpiry(hold: Hold, dispatch: (event: HoldEvent) => void): void {
  const expiresAt = hold.kind === "held" ? hold.expiresAt : null;
  useEffect(() => {
    if (expiresAt === null) return;
    const timer = setTimeout(() => dispatch({ type: "expired" }), expiresAt - Date.now());
    return () => clearTimeout(timer);
  }, [expiresAt, dispatch]);
}

/** A time that nobody keeps for us can go any moment; a held one leaves the board because we hold it. */
function useLostLive(hold: Hold, board: SlotBoard | null, lose: HoldControl["lose"]): void {
  const wasOffered = useRef<string | null>(null);
  useEffect(() => {
    if (hold.kind !== "loose" || !hold.slot || !board) {
      wasOffered.current = null;
      return;
    }
    if (isOffered(board, hold.slot)) wasOffered.current = hold.startAt;
    else if (wasOffered.current === hold.startAt)
      lose("This time has just been taken.", nearest(board, hold.startAt, 3));
  }, [hold, board, lose]);
}

function useGiveBackOnLeaving(token: { current: string | null }, dispatch: (event: HoldEvent) => void): void {
  useEffect(() => {
    const leave = () => {
      if (!token.current) return;
      giveBack(token.current);
      // The page may come back from the browser's cache, without what it gave away.
      dispatch({ type: "expired" });
    };
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      if (token.current) giveBack(token.current);
    };
  }, [token, dispatch]);
}

/** Outlives the page; if it fails, the hold ends by itself. */
function giveBack(holdToken: string): void {
  fetch("/graphql", {
    method: "POST",
    keepalive: true,
    credentials: "omit",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: print(ReleaseHoldDocument), variables: { holdToken } }),
  }).catch(() => undefined);
}
