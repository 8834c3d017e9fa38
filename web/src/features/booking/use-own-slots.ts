import { useEffect, useState } from "react";
import type { Slot } from "../slots/slot-board.ts";
import type { Where } from "./hold-keeper.ts";
import { otherTabsHolds } from "./own-holds.ts";

/** What this visitor's other tabs hold: taken for everybody else, and free to be gone on with here. */
export function useOwnSlots({ coach, link, minutes, timeZone }: Where): readonly Slot[] {
  const [slots, setSlots] = useState<readonly Slot[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const read = () => {
      clearTimeout(timer);
      const holds = otherTabsHolds({ coach, link, minutes });
      setSlots(holds.flatMap((hold) => (hold.slot && hold.timeZone === timeZone ? [hold.slot] : [])));
      const first = Math.min(...holds.map(({ expiresAt }) => expiresAt));
      if (Number.isFinite(first)) timer = setTimeout(read, first - Date.now() + 1);
    };
    read();
    addEventListener("storage", read);
    return () => {
      clearTimeout(timer);
      removeEventListener("storage", read);
    };
  }, [coach, link, minutes, timeZone]);
  return slots;
}
