import { skipToken } from "@apollo/client/react";
import { useWhyNotOnQuery, type WhyNotPartsFragment } from "../../generated/client.ts";
import { formatDate } from "../../lib/time.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { dateReason, sayClosed, usualStarts } from "./closed-date.ts";
import styles from "./SlotPicker.module.css";
import type { PickerState } from "./use-slot-picker.ts";
import { WaitButton } from "./WaitButton.tsx";

type ClosedDateProps = {
  picker: PickerState;
  date: string;
  onDate: (date: string) => void;
  onWait?: ((what: string) => void) | undefined;
};

/** What a press on a date without free times answers: roughly why, and the next that has some. */
export function ClosedDate({ picker, date, onDate, onWait }: ClosedDateProps) {
  const { source, today, last, live } = picker;
  const days = live.board?.days;
  const known = date < today ? "PAST" : date > last ? "TOO_FAR" : null;
  const starts = known === null && days ? usualStarts(days, date) : null;
  const { coach, link, minutes } = source;
  const { data } = useWhyNotOnQuery(
    starts ? { variables: { coach, link, minutes, ...starts }, fetchPolicy: "no-cache" } : skipToken,
  );
  const after = [...(days?.keys() ?? [])].find((day) => day > date);
  const reason =
    known ??
    (data
      ? dateReason([data.first, data.second, data.third, data.fourth, data.fifth, data.sixth].map(reasonOf))
      : null);
  const waiting = starts !== null && !data;
  const mayOpen = reason === null || reason === "TAKEN";
  return (
    <div className={styles["empty"]} role="status">
      {!waiting && (
        <p>
          {formatDate(date, "long")} {sayClosed(reason)}.
        </p>
      )}
      {!waiting && (
        <div className={styles["ways"]}>
          {after && (
            <Button size="s" onPress={() => onDate(after)}>
              Next free: {formatDate(after, "short")}
              <Icon name="arrowRight" />
            </Button>
          )}
          {mayOpen && (
            <WaitButton what={date} onWait={onWait}>
              Wait for this day
            </WaitButton>
          )}
        </div>
      )}
    </div>
  );
}

function reasonOf(answer: WhyNotPartsFragment) {
  return answer.__typename === "WhyNot" ? answer.reason : null;
}
