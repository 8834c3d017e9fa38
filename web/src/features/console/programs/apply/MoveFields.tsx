import { useState } from "react";
import { zoneCity } from "../../../../lib/time.ts";
import { Button } from "../../../../ui/Button.tsx";
import { StartFields } from "../../panel/StartFields.tsx";
import { useCoach } from "../../shell/coach.ts";
import styles from "./Apply.module.css";
import { momentWords } from "./plan-words.ts";
import type { PlannedSession } from "./use-plan.ts";
import type { Move } from "./wish-to-book.ts";

interface MoveFieldsProps {
  readonly session: PlannedSession;
  readonly planZone: string;
  readonly onMove: (move: Move, local: string) => void;
}

/** Where else a session could be: the free times near it, or any other time that is written. */
export function MoveFields({ session, planZone, onMove }: MoveFieldsProps) {
  const { timeZone } = useCoach();
  const [start, setStart] = useState(session.coachLocalStart);
  const minutes = Math.round((Date.parse(session.endAt) - Date.parse(session.startAt)) / 60_000);
  const inOrder = session.nearest.toSorted((a, b) => Date.parse(a.startAt) - Date.parse(b.startAt));
  return (
    <>
      <div className={styles.free}>
        <p className={styles.label}>
          {inOrder.length > 0
            ? `Free near it${planZone === timeZone ? "" : `, in ${zoneCity(planZone)} time`}`
            : "Nothing else is free within a week of it."}
        </p>
        <div className={styles.slots}>
          {inOrder.map(({ startAt, localStart }) => (
            <Button key={startAt} size="s" onPress={() => onMove({ at: startAt }, localStart)}>
              {momentWords(localStart)}
            </Button>
          ))}
        </div>
      </div>
      <div className={styles.other}>
        <StartFields start={start} minutes={minutes} onChange={setStart} error={undefined} />
        <Button
          size="s"
          isDisabled={start === session.coachLocalStart}
          onPress={() => onMove({ local: start, timeZone }, start)}
        >
          Put it there
        </Button>
      </div>
    </>
  );
}
