import { useId, useState } from "react";
import { dateOf, formatDate, formatTime } from "../../../../lib/time.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Hidden } from "../../../../ui/Hidden.tsx";
import { StartFields } from "../../panel/StartFields.tsx";
import preview from "../../series/preview/Preview.module.css";
import type { Choice } from "./change-draft.ts";
import { type ChangedSession, whoIn } from "./change-words.ts";

interface WayOutProps {
  readonly session: ChangedSession;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice | null) => void;
}

interface Way {
  readonly key: string;
  readonly label: string;
  readonly choice: Choice;
}

const momentWords = (local: string): string => `${formatDate(dateOf(local), "short")}, ${formatTime(local)}`;

/** What can become of a session whose new time is not free. */
export function WayOut({ session, choice, onChoose }: WayOutProps) {
  const name = useId();
  const [other, setOther] = useState<string | null>(null);
  const times = session.nearest.toSorted((a, b) => Date.parse(a.startAt) - Date.parse(b.startAt));
  const ways: Way[] = [
    ...times.map(({ startAt, localStart }): Way => {
      return { key: startAt, label: momentWords(localStart), choice: { kind: "AT", at: startAt } };
    }),
    { key: "STAY", label: "Leave it where it is", choice: { kind: "STAY" } },
    ...(session.mayKeep ? [{ key: "KEEP", label: "Put it there anyway", choice: { kind: "KEEP" } } as const] : []),
  ];
  const taken = keyOf(session, choice);
  if (choice?.kind === "AT" && !ways.some(({ key }) => key === taken)) {
    const label = "local" in choice ? momentWords(choice.local) : momentWords(session.coachLocalStart ?? choice.at);
    ways.unshift({ key: taken ?? "other", label, choice });
  }
  const { startAt, endAt, coachTime } = session.booking;
  return (
    <fieldset className={preview["choices"]}>
      <legend>
        <Hidden>What becomes of {whoIn(session)}</Hidden>
      </legend>
      {ways.map((way) => (
        <label key={way.key} className={preview["choice"]}>
          <input type="radio" name={name} checked={way.key === taken} onChange={() => onChoose(way.choice)} />
          {way.label}
        </label>
      ))}
      {other === null ? (
        <button
          type="button"
          className={preview["choice"]}
          onClick={() => setOther(session.coachLocalStart ?? coachTime?.localStart ?? "")}
        >
          Another time…
          <Hidden> for {whoIn(session)}</Hidden>
        </button>
      ) : (
        <div className={preview["other"]}>
          <StartFields
            start={other}
            minutes={Math.round((Date.parse(endAt) - Date.parse(startAt)) / 60_000)}
            onChange={setOther}
            error={undefined}
          />
          <Button
            size="s"
            onPress={() => {
              onChoose({ kind: "AT", local: other });
              setOther(null);
            }}
          >
            Take this time
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** What holds, by hand or by the policy. */
function keyOf({ outcome, startAt }: ChangedSession, choice: Choice | null): string | null {
  if (choice?.kind === "AT") return "at" in choice ? choice.at : choice.local;
  if (outcome === "CHOSEN" || outcome === "NEAREST") return startAt;
  return outcome === "KEPT" ? "KEEP" : outcome === "STAYS" ? "STAY" : null;
}
