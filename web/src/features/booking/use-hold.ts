import { print } from "graphql";
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { ReleaseHoldDocument, useHoldSlotMutation } from "../../generated/client.ts";
import { isOffered, nearest, type Slot, type SlotBoard } from "../slots/slot-board.ts";
import { type Hold, reduceHold } from "./hold.ts";
import { HoldKeeper, type Where } from "./hold-keeper.ts";

const alternativesShown = 3;

export type HoldControl = {
  hold: Hold;
  /** Keeps a time for this visitor, giving up the one before. */
  take: (startAt: string, slot: Slot | null) => void;
  release: () => void;
  /** The booking found out that the time is gone. */
  lose: (message: string, alternatives: readonly Slot[]) => void;
  /** The hold became a booking: there is nothing left to give back. */
  settle: () => void;
  /** A code was sent, with which the booking has to be proven. */
  awaitProof: (proof: { token: string; email: string; expiresAt: string }) => void;
  giveUpProof: () => void;
  /** The server says that the time of the hold is over. */
  expire: () => void;
};

export function useHold(where: Where, board: SlotBoard | null): HoldControl {
  const [holdSlot] = useHoldSlotMutation();
  const [hold, tell] = useReducer(reduceHold, { kind: "none" });
  const seen = useRef(board);
  seen.current = board;
  const [keeper] = useState(
    () =>
      new HoldKeeper({
        ask: (input) =>
          holdSlot({ variables: { input } }).then(
            ({ data }) => data?.holdSlot ?? null,
            () => null,
          ),
        giveBack,
        tell,
        nearest: (startAt) => (seen.current ? nearest(seen.current, startAt, alternativesShown) : []),
      }),
  );
  const take = useCallback(
    (startAt: string, slot: Slot | null) => void keeper.take(where, startAt, slot),
    [keeper, where],
  );
  useExpiry(hold, keeper);
  useLostLive(hold, board, keeper);
  useGiveBackOnLeaving(hold, keeper, take);
  return useMemo(
    () => ({
      ...{ hold, take },
      release: () => keeper.release(),
      lose: (message, alternatives) => keeper.lose(message, alternatives),
      settle: () => keeper.settle(),
      awaitProof: (proof) => keeper.awaitProof(proof, where),
      giveUpProof: () => keeper.giveUpProof(),
      expire: () => keeper.expire(),
    }),
    [hold, take, keeper, where],
  );
}

function useExpiry(hold: Hold, keeper: HoldKeeper): void {
  const expiresAt = hold.kind === "held" ? hold.expiresAt : null;
  useEffect(() => {
    if (expiresAt === null) return;
    const timer = setTimeout(() => keeper.expire(), expiresAt - Date.now());
    return () => clearTimeout(timer);
  }, [expiresAt, keeper]);
}

/** A time that nobody keeps for us can go any moment; a held one leaves the board because we hold it. */
function useLostLive(hold: Hold, board: SlotBoard | null, keeper: HoldKeeper): void {
  const wasOffered = useRef<string | null>(null);
  useEffect(() => {
    if (hold.kind !== "loose" || !hold.slot || !board) {
      wasOffered.current = null;
      return;
    }
    if (isOffered(board, hold.slot)) wasOffered.current = hold.startAt;
    else if (wasOffered.current === hold.startAt) keeper.lose("This time has just been taken.", []);
  }, [hold, board, keeper]);
}

function useGiveBackOnLeaving(hold: Hold, keeper: HoldKeeper, take: HoldControl["take"]): void {
  const latest = useRef({ hold, take });
  latest.current = { hold, take };
  const gone = useRef(false);
  useEffect(() => {
    let again = false;
    gone.current = false;
    const leave = () => {
      again = keeper.leave(true);
    };
    // Brought back from the browser's cache, the page has lost what it gave away.
    const back = ({ persisted }: PageTransitionEvent) => {
      const { hold: before, take: retake } = latest.current;
      if (persisted && again && before.kind !== "none") retake(before.startAt, before.slot);
      again = false;
    };
    addEventListener("pagehide", leave);
    addEventListener("pageshow", back);
    return () => {
      removeEventListener("pagehide", leave);
      removeEventListener("pageshow", back);
      gone.current = true;
      // React tries effects out by undoing and doing them in one breath: that is no leaving.
      setTimeout(() => gone.current && keeper.leave(false));
    };
  }, [keeper]);
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
