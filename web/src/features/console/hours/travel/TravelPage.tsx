import type { TravelPartsFragment } from "../../../../generated/console.ts";
import { formatDateRange } from "../../../../lib/calendar.ts";
import { zoneCity } from "../../../../lib/time.ts";
import { Button, IconButton } from "../../../../ui/Button.tsx";
import { keptState } from "../../shell/kept-state.ts";
import { PageEmpty } from "../../shell/PageStates.tsx";
import { useUnsavedMark } from "../../shell/unsaved.ts";
import { useShortcuts } from "../../shell/use-shortcuts.ts";
import { useQuickChange } from "../change/use-quick-change.tsx";
import { HoursFrame } from "../HoursFrame.tsx";
import { PARTS } from "../parts.ts";
import rows from "../Rows.module.css";
import type { Hours } from "../use-hours.ts";
import { TravelEditor } from "./TravelEditor.tsx";
import { NEW_TRAVEL, type TravelDraft, travelDraftOf } from "./travel-draft.ts";

const useKeptTravel = keptState<TravelDraft>();

/** Where the coach will be, and on which clocks her hours are read then. */
export function TravelPage({ hours }: { readonly hours: Hours }) {
  const [draft, keep] = useKeptTravel();
  const quick = useQuickChange();
  const { travel, today } = hours;
  const saved = travel.find(({ id }) => id === draft?.id);
  const base = saved ? travelDraftOf(saved) : NEW_TRAVEL;
  const touched = draft !== null && JSON.stringify(draft) !== JSON.stringify(base);
  useUnsavedMark(PARTS.travel.mark, touched);
  const add = () => keep((before) => (before?.id === null ? before : NEW_TRAVEL));
  useShortcuts({ new: add, ...(draft !== null && { close: () => keep(() => null) }) });

  const coming = travel.filter(({ toDate }) => toDate >= today);
  const over = travel.filter(({ toDate }) => toDate < today).toReversed();
  const list = (items: readonly TravelPartsFragment[]) => (
    <ul className={rows.rows}>
      {items.map((one) => (
        <TravelRow
          key={one.id}
          travel={one}
          current={one.id === draft?.id}
          busy={quick.busyKey === one.id}
          onOpen={() => keep(() => travelDraftOf(one))}
          onRemove={() => {
            keep((before) => (before?.id === one.id ? null : before));
            const { id, ...again } = travelDraftOf(one);
            const words = `${one.place}, ${formatDateRange(one.fromDate, one.toDate)},`;
            void quick.run({
              key: one.id,
              change: { deleteTravel: one.id },
              question: `Stay at home instead of ${one.place}?`,
              verb: "Delete travel",
              done: `${words} is deleted.`,
              undo: () =>
                void quick.run({
                  key: `again ${id}`,
                  change: { createTravel: again },
                  question: `Go to ${one.place} after all?`,
                  verb: "Save travel",
                  done: `${words} is back.`,
                }),
            });
          }}
        />
      ))}
    </ul>
  );

  return (
    <HoursFrame
      part={PARTS.travel}
      panel={
        quick.panel ??
        (draft && (
          <TravelEditor
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
            title="You stay where you are"
            action={
              <Button variant="primary" icon="plus" onPress={add}>
                Add travel
              </Button>
            }
          >
            In Lisbon from 3 to 20 May? Say so, and your hours are read on the clocks there, or stay at home time. What
            is booked keeps its moment.
          </PageEmpty>
        ) : (
          <>
            <div className={rows.lead}>
              <p>What is booked keeps its moment; your calendar shows it on the clocks you will have before you.</p>
              <Button variant="primary" size="s" icon="plus" onPress={add}>
                Add travel
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

interface TravelRowProps {
  readonly travel: TravelPartsFragment;
  readonly current: boolean;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function TravelRow({ travel, current, busy, onOpen, onRemove }: TravelRowProps) {
  const dates = formatDateRange(travel.fromDate, travel.toDate);
  return (
    <li className={rows.row} data-current={current || undefined}>
      <button type="button" className={rows.open} onClick={onOpen}>
        <span className={rows.what}>{travel.place}</span>
        <span className={rows.more}>{dates}</span>
        <span className={rows.tag}>
          {travel.keepHomeHours ? "Hours at home time" : `Hours in ${zoneCity(travel.timeZone)} time`}
        </span>
      </button>
      <IconButton
        icon="trash"
        label={`Delete travel, ${travel.place}, ${dates}`}
        size="s"
        isPending={busy}
        onPress={onRemove}
      />
    </li>
  );
}
