import { formatDate, formatTimeRange } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { addMinutes, dateOf } from "../../../ui/week-grid/wall-time.ts";
import type { Draft } from "../calendar/calendar-state.ts";
import { useZoneOn } from "../calendar/clocks.ts";
import { DraftFields, type OfferedType } from "./DraftFields.tsx";
import { Explanation } from "./Explanation.tsx";
import styles from "./Panel.module.css";

interface PlacePanelProps {
  readonly draft: Draft;
  readonly types: readonly OfferedType[];
  /** Changes whenever the calendar does, so that the reasons stay true. */
  readonly revision: number;
  readonly onDraft: (draft: Draft) => void;
  readonly onNew: () => void;
  readonly onClose: () => void;
}

/** An empty place: whether clients are offered it, why not, and a session of one's own there. */
export function PlacePanel({ draft, types, revision, onDraft, onNew, onClose }: PlacePanelProps) {
  const timeZone = useZoneOn()(dateOf(draft.start));
  return (
    <Panel
      title={formatDate(dateOf(draft.start), "long")}
      onClose={onClose}
      footer={
        <Button variant="primary" size="s" icon="plus" onPress={onNew}>
          New session here
        </Button>
      }
    >
      <p className={styles.time}>{formatTimeRange(draft.start, addMinutes(draft.start, draft.minutes))}</p>
      <DraftFields draft={draft} types={types} onDraft={onDraft} />
      <Explanation
        key={`${draft.sessionTypeId} ${draft.start} ${draft.minutes}`}
        sessionTypeId={draft.sessionTypeId}
        minutes={draft.minutes}
        start={{ local: draft.start, timeZone }}
        timeZone={timeZone}
        revision={revision}
      />
    </Panel>
  );
}
