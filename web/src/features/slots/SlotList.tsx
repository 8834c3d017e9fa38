import { type KeyboardEvent, useRef, useState } from "react";
import { formatOffset, formatTime } from "../../lib/time.ts";
import { classes } from "../../ui/classes.ts";
import styles from "./SlotList.module.css";
import type { Slot } from "./slot-board.ts";
import { type ShownSlot, useVanishing } from "./use-vanishing.ts";

export type SlotListProps = {
  date: string;
  slots: readonly Slot[];
  onChoose: (slot: Slot) => void;
  /** Shows how many seats are left: for sessions with more than one. */
  seats: boolean;
  labelledBy: string;
};

const parts = [
  { name: "Morning", until: "12:00" },
  { name: "Afternoon", until: "17:00" },
  { name: "Evening", until: "24:00" },
] as const;
const groupFrom = 9;

/** The times of one day: one tab stop, arrow keys within. */
export function SlotList({ date, slots, onChoose, seats, labelledBy }: SlotListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [stop, setStop] = useState<string | null>(null);
  const shown = useVanishing(slots, date, focused);
  const tabStop = shown.some(({ slot }) => slot.startAt === stop)
    ? stop
    : shown.find(({ gone }) => !gone)?.slot.startAt;
  const repeated = repeatedTimes(slots);
  const row = ({ slot, gone }: ShownSlot) => {
    const label = <SlotLabel slot={slot} seats={seats} twice={repeated.has(slot.localStart)} />;
    if (gone && focused !== slot.startAt)
      return (
        <span key={slot.startAt} className={classes(styles["slot"], styles["gone"])} aria-hidden="true">
          {label}
        </span>
      );
    return (
      <button
        key={slot.startAt}
        type="button"
        className={classes(styles["slot"], gone && styles["gone"])}
        aria-disabled={gone || undefined}
        data-start={slot.startAt}
        tabIndex={slot.startAt === tabStop ? 0 : -1}
        onFocus={() => {
          setFocused(slot.startAt);
          setStop(slot.startAt);
        }}
        onBlur={() => setFocused(null)}
        onClick={() => {
          if (!gone) onChoose(slot);
        }}
      >
        {label}
      </button>
    );
  };
  return (
    <div
      ref={list}
      role="group"
      aria-labelledby={labelledBy}
      className={styles["list"]}
      onKeyDown={(event) => walk(event, list.current)}
    >
      {groups(shown).map(({ name, rows }) => (
        <div key={name ?? "all"} className={styles["part"]}>
          {name && <p className={styles["name"]}>{name}</p>}
          <div className={styles["times"]}>{rows.map(row)}</div>
        </div>
      ))}
    </div>
  );
}

function SlotLabel({ slot, seats, twice }: { slot: Slot; seats: boolean; twice: boolean }) {
  return (
    <>
      <span>{formatTime(slot.localStart)}</span>
      {twice && <span className={styles["note"]}>{formatOffset(slot.offsetMinutes)}</span>}
      {seats && <span className={styles["note"]}>{slot.seatsLeft} left</span>}
    </>
  );
}

/** When clocks go back an hour comes twice; the offset tells which is meant. */
function repeatedTimes(slots: readonly Slot[]): Set<string> {
  const times = slots.map((slot) => slot.localStart);
  return new Set(times.filter((time, index) => times.indexOf(time) !== index));
}

function groups(shown: ShownSlot[]): { name: string | null; rows: ShownSlot[] }[] {
  if (shown.length < groupFrom) return [{ name: null, rows: shown }];
  const part = ({ slot }: ShownSlot) => parts.find(({ until }) => slot.localStart.slice(11) < until)?.name;
  return parts
    .map(({ name }) => ({ name, rows: shown.filter((row) => part(row) === name) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Left and right by order, up and down by what is seen there, whatever the number of columns. */
function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  const buttons = [...(list?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
  const active = document.activeElement;
  const at = active instanceof HTMLButtonElement ? buttons.indexOf(active) : -1;
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = destination(event.key, buttons, at);
  if (target === null) return;
  event.preventDefault();
  target?.focus();
}

function destination(key: string, buttons: HTMLButtonElement[], at: number): HTMLButtonElement | undefined | null {
  switch (key) {
    case "ArrowRight":
      return buttons[at + 1];
    case "ArrowLeft":
      return buttons[at - 1];
    case "Home":
      return buttons[0];
    case "End":
      return buttons.at(-1);
    case "ArrowDown":
      return inNextRow(buttons.slice(at + 1), buttons[at]);
    case "ArrowUp":
      return inNextRow(buttons.slice(0, at).reverse(), buttons[at]);
    default:
      return null;
  }
}

/** Of the nearest other row in this direction, the button closest sideways. */
function inNextRow(
  candidates: HTMLButtonElement[],
  from: HTMLButtonElement | undefined,
): HTMLButtonElement | undefined {
  const here = from?.getBoundingClientRect();
  if (!here) return undefined;
  const rowTop = candidates
    .map((button) => button.getBoundingClientRect().top)
    .find((top) => Math.abs(top - here.top) > 4);
  return candidates
    .filter((button) => rowTop !== undefined && Math.abs(button.getBoundingClientRect().top - rowTop) <= 4)
    .toSorted(
      (a, b) =>
        Math.abs(a.getBoundingClientRect().left - here.left) - Math.abs(b.getBoundingClientRect().left - here.left),
    )[0];
}
