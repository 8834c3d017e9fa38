import { useId, useRef, useState } from "react";
import { formatDate, relativeDay } from "../../lib/time.ts";
import { useMedia } from "../../lib/use-media.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { ConnectionStatus } from "../../ui/ConnectionStatus.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useStepFocus } from "../../ui/use-step-focus.ts";
import { ClosedDate } from "./ClosedDate.tsx";
import { type DayState, MonthGrid } from "./MonthGrid.tsx";
import { SlotList } from "./SlotList.tsx";
import styles from "./SlotPicker.module.css";
import type { Slot } from "./slot-board.ts";
import type { PickerState } from "./use-slot-picker.ts";
import type { ViewerZone } from "./viewer-zone.ts";
import { WaitButton } from "./WaitButton.tsx";
import { LockedZone, ZonePicker } from "./ZonePicker.tsx";

export type SlotPickerProps = {
  picker: PickerState;
  /** Where there is room for one pane only: the month, or the times of a day. */
  pane: "date" | "time";
  onDate: (date: string) => void;
  onBack: () => void;
  onChoose: (slot: Slot) => void;
  zone: ViewerZone;
  onZone: (zone: ViewerZone) => void;
  /** Why the zone cannot be chosen, where the place decides it. */
  locked: string | null;
  seats: boolean;
  /** Leads to waiting for what is not free: a full session by its start, a local date, or "any". Left out where nobody can wait. */
  onWait?: ((what: string) => void) | undefined;
  /** The start of a session that is being moved. */
  present?: string | undefined;
  /** The viewer comes back from a later step, and so does the focus. */
  returning: boolean;
};

export function SlotPicker(props: SlotPickerProps) {
  const { picker, pane, onDate, zone, onZone, locked, onWait } = props;
  const month = useRef<HTMLElement>(null);
  const { live, focused, focus } = picker;
  const [closed, setClosed] = useState<string | null>(null);
  const stateOf = (date: string): DayState => {
    if (live.board?.days.has(date)) return "free";
    return onWait && live.board?.full.has(date) ? "full" : null;
  };
  const asked = closed === focused && live.board && !stateOf(closed) ? closed : null;
  const monthIsEmpty = live.board?.days.size === 0;
  useStepFocus(pane, () => {
    if (pane === "date") month.current?.querySelector<HTMLElement>('td [tabindex="0"]')?.focus();
  });
  return (
    <div className={styles["picker"]} data-pane={pane}>
      <section ref={month} className={styles["month"]} aria-label="Choose a date">
        <MonthGrid
          focused={focused}
          onFocus={focus}
          value={picker.date}
          onChoose={onDate}
          onClosed={setClosed}
          stateOf={stateOf}
          first={picker.first}
          last={picker.last}
          today={picker.today}
          loading={live.board === null && live.problem === null}
        />
        {asked && !monthIsEmpty && (
          <ClosedDate key={asked} picker={picker} date={asked} onDate={onDate} onWait={onWait} />
        )}
        {monthIsEmpty && <EmptyMonth picker={picker} onDate={onDate} />}
        {live.problem && (
          <Notice tone="warning" live>
            {live.problem.message}
          </Notice>
        )}
        {live.unreachable && !live.board && (
          <Notice tone="warning" live>
            The calendar cannot be reached. Trying again…
          </Notice>
        )}
        {live.board && (
          <div className={styles["wait"]}>
            <WaitButton what="any" onWait={onWait}>
              {monthIsEmpty ? "Be told when time opens" : "Nothing fits? Be told when time opens"}
            </WaitButton>
          </div>
        )}
        <footer className={styles["foot"]}>
          {locked ? <LockedZone zone={zone} place={locked} /> : <ZonePicker zone={zone} onChange={onZone} />}
          <ConnectionStatus />
        </footer>
      </section>
      <DayPane {...props} />
    </div>
  );
}

function DayPane(props: SlotPickerProps) {
  const { picker, pane, onDate, onBack, onChoose, seats, returning, onWait, present } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const alone = !useMedia("(min-width: 48rem)");
  useStepFocus(pane === "time" && (alone || returning) ? "time" : null, () => heading.current?.focus(), returning);
  const { date, slots, today } = picker;
  const full = onWait ? picker.full : [];
  if (!date) {
    return (
      <section className={classes(styles["day"], styles["waiting"])} aria-label="Times">
        {picker.live.board?.days.size === 0 ? null : <p>Choose a date to see its times.</p>}
      </section>
    );
  }
  const relative = relativeDay(date, today);
  return (
    <section className={styles["day"]} aria-labelledby={id}>
      <header className={styles["heading"]}>
        <span className={styles["back"]}>
          <IconButton icon="chevronLeft" label="Back to the month" onPress={onBack} />
        </span>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles["date"]}>
          {formatDate(date, "long")}
          {relative && <span className={styles["relative"]}>{relative}</span>}
        </h2>
      </header>
      <div className={styles["times"]}>
        {slots === null && <TimesSkeleton />}
        {slots && (
          <SlotList
            date={date}
            slots={slots}
            onChoose={onChoose}
            full={full}
            onWait={(startAt) => onWait?.(startAt)}
            seats={seats}
            labelledBy={id}
            present={present}
          />
        )}
        {slots?.length === 0 && <EmptyDay picker={picker} full={full.length > 0} date={date} onDate={onDate} />}
        <div className={styles["after"]} data-empty={slots?.length === 0 || undefined}>
          <WaitButton what={date} onWait={onWait}>
            {slots?.length === 0 ? "Wait for this day" : "None fits? Wait for this day"}
          </WaitButton>
          <DayAfter picker={picker} date={date} onDate={onDate} />
        </div>
      </div>
    </section>
  );
}

/** On a phone, where the month is a step away: on to the next day that has times. */
function DayAfter({ picker, date, onDate }: { picker: PickerState; date: string; onDate: (date: string) => void }) {
  const after = [...(picker.live.board?.days.keys() ?? [])].find((day) => day > date);
  if (!after || picker.slots?.length === 0) return null;
  return (
    <Button variant="quiet" className={styles["onward"]} onPress={() => onDate(after)}>
      {formatDate(after, "short")}
      <Icon name="arrowRight" />
    </Button>
  );
}

function EmptyMonth({ picker, onDate }: { picker: PickerState; onDate: (date: string) => void }) {
  const month = formatDate(picker.focused.slice(0, 7), "month");
  return (
    <div className={styles["empty"]} role="status">
      <p>
        No free times in {month}
        {picker.nextFree === null &&
          ` or later, up to ${formatDate(picker.last, "day")}. This page shows new ones by itself`}
        .
      </p>
      <NextFree picker={picker} onDate={onDate} />
    </div>
  );
}

type EmptyDayProps = { picker: PickerState; full: boolean; date: string; onDate: (date: string) => void };

function EmptyDay({ picker, full, date, onDate }: EmptyDayProps) {
  return (
    <div className={styles["empty"]} role="status">
      <p>
        {full
          ? `All is full on ${formatDate(date, "day")}. Press a session to wait for a seat.`
          : `No times are left on ${formatDate(date, "day")}.`}
      </p>
      <NextFree picker={picker} onDate={onDate} />
    </div>
  );
}

function NextFree({ picker: { nextFree, focus }, onDate }: { picker: PickerState; onDate: (date: string) => void }) {
  if (!nextFree) return null;
  const go = () => {
    focus(nextFree);
    onDate(nextFree);
  };
  return (
    <Button onPress={go}>
      Next free: {formatDate(nextFree, "short")}
      <Icon name="arrowRight" />
    </Button>
  );
}

function TimesSkeleton() {
  return (
    <div className={styles["bones"]} aria-hidden="true">
      {[..."12345678"].map((bone) => (
        <Skeleton key={bone} height="var(--control-l)" radius="var(--radius-m)" />
      ))}
    </div>
  );
}
