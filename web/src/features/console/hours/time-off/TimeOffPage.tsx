import type { TimeOffPartsFragment } from "../../../../generated/console.ts";
import { Button, IconButton } from "../../../../ui/Button.tsx";
import { Icon } from "../../../../ui/Icon.tsx";
import { useCoach } from "../../shell/coach.ts";
import { keptState } from "../../shell/kept-state.ts";
import { PageEmpty } from "../../shell/PageStates.tsx";
import { useUnsavedMark } from "../../shell/unsaved.ts";
import { useShortcuts } from "../../shell/use-shortcuts.ts";
import { useQuickChange } from "../change/use-quick-change.tsx";
import { HoursFrame } from "../HoursFrame.tsx";
import { PARTS } from "../parts.ts";
import rows from "../Rows.module.css";
import type { Hours } from "../use-hours.ts";
import { TimeOffEditor } from "./TimeOffEditor.tsx";
import { describeTimeOff, newTimeOff, readTimeOff, type TimeOffDraft, timeOffDraftOf } from "./time-off-draft.ts";

const useKeptTimeOff = keptState<TimeOffDraft>();

/** When the coach is away. */
export function TimeOffPage({ hours }: { readonly hours: Hours }) {
  const coach = useCoach();
  const [draft, keep] = useKeptTimeOff();
  const quick = useQuickChange();
  const { timeOff, today } = hours;
  const saved = timeOff.find(({ id }) => id === draft?.id);
  const base = saved ? timeOffDraftOf(saved, coach.timeZone) : newTimeOff(coach.timeZone);
  const touched = draft !== null && JSON.stringify(draft) !== JSON.stringify(base);
  useUnsavedMark(PARTS.timeOff.mark, touched);
  const add = () => keep((before) => (before?.id === null ? before : newTimeOff(coach.timeZone)));
  useShortcuts({ new: add, ...(draft !== null && { close: () => keep(() => null) }) });

  const inOrder = timeOff.toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
  const coming = inOrder.filter(({ toDate, yearly }) => yearly || toDate >= today);
  const over = inOrder.filter((one) => !coming.includes(one)).toReversed();
  const list = (items: readonly TimeOffPartsFragment[]) => (
    <ul className={rows.rows}>
      {items.map((one) => (
        <TimeOffRow
          key={one.id}
          timeOff={one}
          current={one.id === draft?.id}
          busy={quick.busyKey === one.id}
          onOpen={() => keep(() => timeOffDraftOf(one, coach.timeZone))}
          onRemove={() => {
            const again = readTimeOff(timeOffDraftOf(one, coach.timeZone));
            void quick.run({
              key: one.id,
              change: { deleteTimeOff: one.id },
              question: "Work in this time?",
              verb: "Delete time off",
              done: `${describeTimeOff(one)} is open again.`,
              undo: () => "input" in again && void quick.run(takenAgain(one, again.input)),
            });
          }}
        />
      ))}
    </ul>
  );

  return (
    <HoursFrame
      part={PARTS.timeOff}
      panel={
        quick.panel ??
        (draft && (
          <TimeOffEditor
            key={draft.id ?? "new"}
            draft={draft}
            touched={touched}
            onChange={(next) => keep(() => next)}
            onClose={() => keep(() => null)}
            onDiscard={() => keep(() => (draft.id === null ? null : base))}
          />
        ))
      }
    >
      <div className={rows.page}>
        {coming.length === 0 ? (
          <PageEmpty
            title="No time off is planned"
            action={
              <Button variant="primary" icon="plus" onPress={add}>
                Add time off
              </Button>
            }
          >
            A holiday, a course, an afternoon at the dentist: nobody can book then. Only you see the reason.
          </PageEmpty>
        ) : (
          <>
            <div className={rows.lead}>
              <p>Nobody can book then. Only you see the reasons.</p>
              <Button variant="primary" size="s" icon="plus" onPress={add}>
                Add time off
              </Button>
            </div>
            {list(coming)}
          </>
        )}
        {over.length > 0 && (
          <details className={rows.over}>
            <summary>{over.length} that are over</summary>
            {list(over)}
          </details>
        )}
      </div>
    </HoursFrame>
  );
}

const takenAgain = (
  one: TimeOffPartsFragment,
  input: Extract<ReturnType<typeof readTimeOff>, { input: unknown }>["input"],
) => ({
  key: `again ${one.id}`,
  change: { createTimeOff: input },
  question: "Take this time off again?",
  verb: "Take it off",
  done: `${describeTimeOff(one)} is time off again.`,
});

interface TimeOffRowProps {
  readonly timeOff: TimeOffPartsFragment;
  readonly current: boolean;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function TimeOffRow({ timeOff, current, busy, onOpen, onRemove }: TimeOffRowProps) {
  return (
    <li className={rows.row} data-current={current || undefined}>
      <button type="button" className={rows.open} onClick={onOpen}>
        <span className={rows.what}>{describeTimeOff(timeOff)}</span>
        <span className={rows.more}>{timeOff.reason}</span>
        {timeOff.yearly && (
          <span className={rows.tag}>
            <Icon name="repeat" /> every year
          </span>
        )}
      </button>
      <IconButton
        icon="trash"
        label={`Delete time off, ${describeTimeOff(timeOff)}`}
        size="s"
        isPending={busy}
        onPress={onRemove}
      />
    </li>
  );
}
