import type { OverridePartsFragment } from "../../../../generated/console.ts";
import { formatDate } from "../../../../lib/time.ts";
import { IconButton } from "../../../../ui/Button.tsx";
import type { QuickChange } from "../change/use-quick-change.tsx";
import rows from "../Rows.module.css";
import { describeDay } from "./day-draft.ts";

interface OverrideListProps {
  readonly overrides: readonly OverridePartsFragment[];
  readonly today: string;
  readonly chosen: ReadonlySet<string>;
  readonly busyKey: string | null;
  readonly onOpen: (date: string) => void;
  readonly onRemove: (change: QuickChange) => void;
  readonly onRestore: (change: QuickChange) => void;
}

/** The dates to come that have hours of their own. */
export function OverrideList({ overrides, today, chosen, busyKey, onOpen, onRemove, onRestore }: OverrideListProps) {
  const coming = overrides.filter(({ date }) => date >= today).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  if (coming.length === 0) return <p className={rows.none}>None. The weekly hours hold on every date.</p>;
  return (
    <ul className={rows.rows}>
      {coming.map((override) => {
        const { date, windows, timeZone } = override;
        const day = formatDate(date, "short");
        const restore: QuickChange = {
          key: `restore ${date}`,
          change: {
            setDateOverrides: { dates: [date], windows: windows.map(({ start, end }) => ({ start, end })), timeZone },
          },
          question: `Give ${day} its own hours again?`,
          verb: "Save date",
          done: `${day} has its own hours again.`,
        };
        return (
          <li key={date} className={rows.row} data-current={chosen.has(date) || undefined}>
            <button type="button" className={rows.open} onClick={() => onOpen(date)}>
              <span className={rows.what}>
                {formatDate(date, date.slice(0, 4) === today.slice(0, 4) ? "short" : "full")}
              </span>
              <span className={rows.more}>{describeDay(windows)}</span>
            </button>
            <IconButton
              icon="trash"
              label={`Back to the weekly hours on ${formatDate(date, "long")}`}
              size="s"
              isPending={busyKey === `remove ${date}`}
              onPress={() =>
                onRemove({
                  key: `remove ${date}`,
                  change: { removeDateOverrides: [date] },
                  question: `Back to the weekly hours on ${day}?`,
                  verb: "Back to weekly hours",
                  done: `The weekly hours hold on ${day}.`,
                  undo: () => onRestore(restore),
                })
              }
            />
          </li>
        );
      })}
    </ul>
  );
}
