import { useId, useState } from "react";
import { formatDate, formatTime } from "../../../../lib/time.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Hidden } from "../../../../ui/Hidden.tsx";
import { StartFields } from "../../panel/StartFields.tsx";
import type { Choice } from "./choice.ts";
import styles from "./Preview.module.css";
import type { Occurrence } from "./state-words.ts";

type Slot = Occurrence["nearest"][number];

interface ClashChoicesProps {
  readonly occurrence: Occurrence;
  readonly choice: Choice | null;
  readonly timeOf: (slot: Slot) => string;
  readonly canAppend: boolean;
  readonly onChoose: (choice: Choice | null) => void;
}

interface Way {
  readonly key: string;
  readonly label: string;
  readonly choice: Choice;
}

/** What can become of a session whose time is not free: the nearest free times, or to do without it. */
export function ClashChoices({ occurrence, choice, timeOf, canAppend, onChoose }: ClashChoicesProps) {
  const name = useId();
  const [other, setOther] = useState<string | null>(null);
  const taken = keyOf(occurrence, choice);
  const elsewhere = occurrence.nearest.filter(({ startAt }) => startAt !== occurrence.wasStartAt);
  const times = elsewhere.toSorted((a, b) => (a.startAt < b.startAt ? -1 : 1));
  const ways: Way[] = [
    ...times.map((slot): Way => ({ key: slot.startAt, label: timeOf(slot), choice: { kind: "AT", at: slot.startAt } })),
    ...(occurrence.effect === "CHANGE" ? [way("STAY", "Leave it where it was")] : []),
    ...(occurrence.mayKeep ? [way("KEEP", "Book it anyway")] : []),
    way("SKIP", "Leave it out"),
    ...(canAppend ? [way("APPEND", "Add at the end")] : []),
  ];
  // A time that was taken is free no more for the others, nor named among them.
  if (choice?.kind === "AT" && !ways.some(({ key }) => key === taken))
    ways.unshift({ key: taken ?? "other", label: otherWords(choice, timeOf), choice });
  const day = formatDate(occurrence.coachLocalStart, "long");
  return (
    <fieldset className={styles.choices}>
      <legend>
        <Hidden>What becomes of {day}</Hidden>
      </legend>
      {ways.map((one) => (
        <label key={one.key} className={styles.choice}>
          <input type="radio" name={name} checked={one.key === taken} onChange={() => onChoose(one.choice)} />
          {one.label}
        </label>
      ))}
      {other === null ? (
        <button type="button" className={styles.choice} onClick={() => setOther(occurrence.localStart)}>
          Another time…<Hidden> for {day}</Hidden>
        </button>
      ) : (
        <div className={styles.other}>
          <StartFields start={other} minutes={minutesOf(occurrence)} onChange={setOther} error={undefined} />
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

const way = (kind: "SKIP" | "APPEND" | "KEEP" | "STAY", label: string): Way => ({ key: kind, label, choice: { kind } });

const minutesOf = ({ startAt, endAt }: Occurrence): number => (Date.parse(endAt) - Date.parse(startAt)) / 60_000;

/** The choice that holds, by hand or by the policy. */
function keyOf({ outcome, bookedStartAt }: Occurrence, choice: Choice | null): string | null {
  if (choice?.kind === "AT") return "at" in choice ? choice.at : choice.local;
  switch (outcome) {
    case "CHOSEN":
    case "NEAREST":
      return bookedStartAt;
    case "SKIPPED":
      return "SKIP";
    case "APPENDED":
      return "APPEND";
    case "KEPT":
      return "KEEP";
    case "STAYS":
      return "STAY";
    default:
      return null;
  }
}

function otherWords(choice: Choice, timeOf: ClashChoicesProps["timeOf"]): string {
  if (choice.kind !== "AT") return "";
  if ("local" in choice) return `${formatDate(choice.local, "short")}, ${formatTime(choice.local)}`;
  return timeOf({ __typename: "Slot", startAt: choice.at, endAt: choice.at, localStart: "" });
}
