import { useState } from "react";
import { formatDate, formatTimeRange } from "../../../../lib/time.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { Skeleton } from "../../../../ui/Skeleton.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import { addMinutes, dateOf } from "../../../../ui/week-grid/wall-time.ts";
import panel from "../../panel/Panel.module.css";
import { StartFields } from "../../panel/StartFields.tsx";
import { useCoach } from "../../shell/coach.ts";
import timeline from "../apply/Apply.module.css";
import { PlannedRow } from "../apply/PlannedRow.tsx";
import { countOf } from "../program-words.ts";
import type { BookedSession } from "./progress.ts";
import { newShift } from "./shift-draft.ts";
import { useShift } from "./use-shift.ts";

interface ShiftPanelProps {
  readonly session: BookedSession;
  readonly titleOf: (session: number) => string;
  /** All sessions of the program as they stand. */
  readonly sessions: readonly BookedSession[];
  readonly client: { readonly name: string; readonly timeZone: string };
  readonly onClose: () => void;
}

/** A session of a booked program goes elsewhere, and what follows with it if she wants: shown before it is done. */
export function ShiftPanel({ session, titleOf, sessions, client, onClose }: ShiftPanelProps) {
  const { timeZone } = useCoach();
  const [draft, setDraft] = useState(() => newShift(session.id));
  const [openNumber, setOpenNumber] = useState<number | null>(null);
  const { plan, problem, planning, saving, carryOut, clear } = useShift({ draft, onDone: onClose });
  const minutes = Math.round((Date.parse(session.endAt) - Date.parse(session.startAt)) / 60_000);
  const moved = plan?.sessions.filter(({ startAt, wasStartAt }) => startAt !== wasStartAt) ?? [];
  const idle = draft.place === null;
  const itself = plan?.sessions.find(({ number }) => number === session.programSession);
  const start =
    draft.place && "local" in draft.place ? draft.place.local : (itself?.coachLocalStart ?? session.localStart);
  const wasOf = new Map(sessions.map((one) => [one.programSession, one.localStart]));
  const change = (part: Partial<typeof draft>) => {
    clear();
    setDraft((before) => ({ ...before, ...part }));
  };
  const atStart = problem?.field?.startsWith("shift.start") ? problem.message : undefined;
  return (
    <Panel
      title={`Move ${titleOf(session.programSession ?? 0)}`}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" size="s" onPress={onClose}>
            Keep as it is
          </Button>
          <Button
            variant="primary"
            size="s"
            isPending={saving || (planning && !idle)}
            isDisabled={plan === null || moved.length === 0 || plan.open > 0}
            onPress={() => void carryOut()}
          >
            {saving ? "Moving…" : moved.length > 0 ? `Move ${countOf(moved.length, "session")}` : "Move"}
          </Button>
        </>
      }
    >
      <dl className={panel.change}>
        <div className={panel.changeLine}>
          <dt>Now</dt>
          <dd>
            {formatDate(dateOf(session.localStart), "short")},{" "}
            {formatTimeRange(session.localStart, addMinutes(session.localStart, minutes))}
          </dd>
        </div>
      </dl>
      <StartFields
        start={start}
        minutes={minutes}
        onChange={(local) =>
          change({ place: local === session.localStart ? null : { local, timeZone }, moves: new Map() })
        }
        error={atStart}
      />
      <Segmented
        label="The sessions after it"
        options={[
          { id: "follow", label: "Follow, as in the program" },
          { id: "stay", label: "Stay" },
        ]}
        value={draft.follows ? "follow" : "stay"}
        onChange={(how) => change({ follows: how === "follow", moves: new Map() })}
      />
      {idle ? (
        <p className={panel.hint}>Choose another time, and see here what moves with it before it is done.</p>
      ) : plan ? (
        <ol className={timeline.timeline} aria-label="What moves" aria-busy={planning}>
          {moved.map((one, index) => (
            <PlannedRow
              key={one.number}
              session={one}
              previous={moved[index - 1]}
              title={titleOf(one.number)}
              hasWishes={false}
              was={wasOf.get(one.number) ?? null}
              byHand={draft.moves.has(one.number)}
              planZone={plan.timeZone}
              clocks={{ coachZone: timeZone, clientZone: client.timeZone, clientName: client.name }}
              isOpen={openNumber === one.number}
              onOpen={(open) => setOpenNumber(open ? one.number : null)}
              onMove={(move) =>
                one.number === session.programSession
                  ? change({ place: move, moves: new Map() })
                  : change({ moves: new Map([...draft.moves, [one.number, move]]) })
              }
              onRelease={() => change({ moves: new Map([...draft.moves].filter(([number]) => number !== one.number)) })}
            />
          ))}
        </ol>
      ) : (
        problem === null && <Skeleton height="6rem" />
      )}
      {problem && atStart === undefined && (
        <Notice tone="warning" live>
          {problem.message}
        </Notice>
      )}
      <TextField
        dense
        multiline
        optional
        label={`Message to ${client.name}`}
        value={draft.message}
        onChange={(message) => change({ message })}
      />
    </Panel>
  );
}
