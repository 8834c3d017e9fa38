import type { RefObject } from "react";
import { weekdayName } from "../../../../lib/calendar.ts";
import { Button, IconButton } from "../../../../ui/Button.tsx";
import { CopyDay } from "../CopyDay.tsx";
import { WindowFields } from "../WindowFields.tsx";
import { closed, copied, DAY, dayOf, type OpenWindow } from "./open-week.ts";
import { inDraft, textsOf, tidied, typed, typingProblems } from "./template-edits.ts";
import type { TemplateEditor } from "./use-template-draft.ts";
import styles from "./Weekly.module.css";

interface WindowStripProps {
  readonly editor: TemplateEditor;
  readonly days: readonly number[];
  readonly window: OpenWindow | null;
  readonly strip: RefObject<HTMLFieldSetElement | null>;
  /** The work goes on in the grid. */
  readonly onBack: () => void;
}

/** Above the painted week: the chosen window in words. It has its place also while none is chosen, so that nothing moves. */
export function WindowStrip({ editor, days, window, strip, onBack }: WindowStripProps) {
  const { edit, amend, draft } = editor;
  if (window === null) {
    return (
      <p className={styles.strip}>
        <span className={styles.stripHint}>
          <span className={styles.byMouse}>
            Drag over closed time to open it, over several days at once if you like. Choose a window to change it.
          </span>
          <span className={styles.byTouch}>
            Touch closed time to open it, or hold and drag. Touch a window to change it.
          </span>
        </span>
      </p>
    );
  }
  const { key } = window;
  const day = dayOf(window);
  const name = weekdayName(day % 7);
  const others = days.filter((one) => one !== day).map((one) => ({ day: one, name: weekdayName(one % 7) }));
  return (
    <fieldset
      ref={strip}
      className={styles.strip}
      aria-label={`Open on ${name}`}
      onKeyDown={(event) => {
        if (event.key !== "Escape" && (event.key !== "Enter" || !(event.target instanceof HTMLInputElement))) return;
        event.preventDefault();
        event.stopPropagation();
        amend(inDraft((week) => tidied(week, key)));
        onBack();
      }}
    >
      <span className={styles.stripDay}>{name}</span>
      <WindowFields
        name={name}
        texts={textsOf(window)}
        overnight={(window.at % DAY) + window.minutes > DAY}
        problem={typingProblems(draft).get(key) ?? {}}
        onChange={(texts) =>
          edit(
            inDraft((week) => typed(week, key, texts)),
            `type ${key}`,
          )
        }
        onLeave={() => amend(inDraft((week) => tidied(week, key)))}
      />
      <CopyDay
        name={name}
        others={others}
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
      <IconButton
        icon="trash"
        label={`Close ${name}, ${textsOf(window).start} to ${textsOf(window).end}`}
        size="s"
        onPress={() => edit(inDraft((week) => closed(week, key)))}
      />
      <Button variant="quiet" size="s" className={styles.stripDone ?? ""} onPress={onBack}>
        Done
      </Button>
    </fieldset>
  );
}
