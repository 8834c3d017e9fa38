import { useRef } from "react";
import { weekdayName } from "../../../../lib/calendar.ts";
import { IconButton } from "../../../../ui/Button.tsx";
import { CopyDay } from "../CopyDay.tsx";
import { WindowFields } from "../WindowFields.tsx";
import type { WindowProblem } from "../window-text.ts";
import styles from "./DayHours.module.css";
import { closed, copied, DAY, freshKey, roomOn, windowsOn } from "./open-week.ts";
import { inDraft, textsOf, tidied, typed } from "./template-edits.ts";
import type { TemplateEditor } from "./use-template-draft.ts";

interface DayHoursProps {
  readonly editor: TemplateEditor;
  /** Of the circle. */
  readonly day: number;
  readonly days: readonly number[];
  readonly problemAt: (key: string) => WindowProblem;
}

/** The windows of one day as text. */
export function DayHours({ editor, day, days, problemAt }: DayHoursProps) {
  const { draft, edit, amend } = editor;
  const name = weekdayName(day % 7);
  const windows = windowsOn(draft, day);
  const room = roomOn(draft, day);
  const row = useRef<HTMLFieldSetElement>(null);
  function add() {
    if (room === null) return;
    const { from, to } = room;
    edit(
      inDraft((week) => ({
        ...week,
        windows: [...week.windows, { key: freshKey(week), at: day * DAY + from, minutes: to - from, typed: null }],
      })),
    );
  }
  return (
    <fieldset ref={row} className={styles.day}>
      <legend className={styles.weekday}>{name}</legend>
      <div className={styles.windows}>
        {windows.length === 0 && <p className={styles.closed}>Closed</p>}
        {windows.map((window, index) => (
          <div key={window.key} className={styles.window}>
            <WindowFields
              name={windows.length > 1 ? `${name}, window ${index + 1}` : name}
              texts={textsOf(window)}
              overnight={(window.at % DAY) + window.minutes > DAY}
              problem={problemAt(window.key)}
              onChange={(texts) =>
                edit(
                  inDraft((week) => typed(week, window.key, texts)),
                  `type ${window.key}`,
                )
              }
              onLeave={() => amend(inDraft((week) => tidied(week, window.key)))}
            />
            <IconButton
              icon="close"
              label={`Remove ${name}, ${textsOf(window).start} to ${textsOf(window).end}`}
              size="s"
              onPress={() => {
                edit(inDraft((week) => closed(week, window.key)));
                row.current?.querySelector<HTMLElement>("[data-add]")?.focus();
              }}
            />
          </div>
        ))}
      </div>
      <div className={styles.actions}>
        <IconButton
          icon="plus"
          label={`Add hours on ${name}`}
          size="s"
          data-add
          isDisabled={room === null}
          onPress={add}
        />
        <CopyDay
          name={name}
          others={days.filter((one) => one !== day).map((one) => ({ day: one, name: weekdayName(one % 7) }))}
          onCopy={(to) =>
            edit(
              inDraft((week) =>
                copied(
                  week,
                  to.map((one): [number, number] => [day, one]),
                ),
              ),
            )
          }
        />
      </div>
    </fieldset>
  );
}
