import { useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { TemplatePartsFragment } from "../../../../generated/console.ts";
import { useHabits } from "../../../../lib/habits.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { toast } from "../../../../ui/Toaster.tsx";
import type { PaintGridHandle } from "../../../../ui/week-grid/PaintGrid.tsx";
import { useUnsavedMark } from "../../shell/unsaved.ts";
import { useFirstProblem } from "../../shell/use-first-problem.ts";
import { ChangeBar } from "../change/ChangeBar.tsx";
import { useChange } from "../change/use-change.ts";
import { HoursFrame } from "../HoursFrame.tsx";
import { PARTS } from "../parts.ts";
import type { Hours } from "../use-hours.ts";
import { DayHours } from "./DayHours.tsx";
import { DeletePanel } from "./DeletePanel.tsx";
import { PaintedWeek } from "./PaintedWeek.tsx";
import { problemFinder } from "./problem-finder.ts";
import { ReviewPanel } from "./ReviewPanel.tsx";
import { TemplateDetails } from "./TemplateDetails.tsx";
import { TemplateRail } from "./TemplateRail.tsx";
import { typingProblems } from "./template-edits.ts";
import { useHoursView } from "./use-hours-view.ts";
import { useNewTemplate } from "./use-new-template.ts";
import { useTemplateDraft } from "./use-template-draft.ts";
import { useUndoKeys } from "./use-undo-keys.ts";
import styles from "./Weekly.module.css";
import { WeeklyToolbar } from "./WeeklyToolbar.tsx";
import { WindowStrip } from "./WindowStrip.tsx";

interface WeeklyEditorProps {
  readonly template: TemplatePartsFragment;
  readonly templates: readonly TemplatePartsFragment[];
  readonly hours: Hours;
  readonly startsWithDetails: boolean;
}

type Side = "details" | "review" | "delete" | null;

/** One state behind the painted week and the list of fields: whichever is looked at shows it. */
export function WeeklyEditor({ template, templates, hours, startsWithDetails }: WeeklyEditorProps) {
  const editor = useTemplateDraft(template);
  const { draft, change } = editor;
  const [view, setView] = useHoursView();
  const [side, setSide] = useState<Side>(startsWithDetails ? "details" : null);
  const [askedWeek, setWeek] = useState(0);
  const [selected, setSelected] = useState<string | null>(null);
  const grid = useRef<PaintGridHandle>(null);
  const strip = useRef<HTMLFieldSetElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [, navigate] = useLocation();
  const { firstWeekday } = useHabits();
  const added = useNewTemplate();
  const week = Math.min(askedWeek, draft.cycleWeeks - 1);
  const days = useMemo(() => daysOfWeek(week, draft.cycleWeeks, firstWeekday), [week, draft.cycleWeeks, firstWeekday]);

  const unreadable = typingProblems(draft);
  const waits = change !== null || unreadable.size > 0;
  useUnsavedMark(`${PARTS.weekly.mark} ${template.id}`, waits);
  const flow = useChange({
    change: change === null || unreadable.size > 0 ? null : { updateAvailabilityTemplate: change },
    shown: side === "review",
    onAffected: () => setSide("review"),
    onSaved: () => {
      setSide((now) => (now === "review" ? null : now));
      const inUse = draft.scope.kind !== "none";
      const message = inUse ? "Your hours are saved. Booking pages show them now." : `“${draft.name.trim()}” is saved.`;
      toast({ tone: "success", message });
    },
  });
  const [typingAsked, setTypingAsked] = useState(0);
  const { errorAt, problemAt, isDetail } = problemFinder(draft, flow.problem, typingAsked > 0 ? unreadable : null);
  useFirstProblem(list, typingAsked === 0 ? null : typingAsked);
  useUndoKeys(editor);
  useEffect(() => {
    if (startsWithDetails) nameField.current?.select();
  }, [startsWithDetails]);
  useEffect(() => {
    if (flow.attempts > 0 && isDetail) setSide("details");
  }, [flow.attempts, isDetail]);

  function save() {
    if (unreadable.size > 0) {
      setView("list");
      return setTypingAsked((times) => times + 1);
    }
    setTypingAsked(0);
    return void flow.save();
  }
  function rename() {
    setSide("details");
    requestAnimationFrame(() => nameField.current?.select());
  }
  const chosen = draft.windows.find(({ key }) => key === selected) ?? null;
  const close = () => setSide(null);

  return (
    <HoursFrame
      part={PARTS.weekly}
      fills
      panel={
        side === "details" ? (
          <TemplateDetails editor={editor} hours={hours} errorAt={errorAt} nameField={nameField} onClose={close} />
        ) : side === "review" && waits ? (
          <ReviewPanel flow={flow} onClose={close} onSave={save} />
        ) : side === "delete" ? (
          <DeletePanel
            template={template}
            onClose={close}
            onDeleted={() => {
              toast({ tone: "success", message: `“${template.name}” are deleted.` });
              navigate(PARTS.weekly.path, { replace: true });
            }}
          />
        ) : null
      }
    >
      <div className={styles.weekly}>
        <TemplateRail
          templates={templates}
          currentId={template.id}
          today={hours.today}
          onNew={() => void added.add()}
          adding={added.busy}
        />
        <section className={styles.editor} aria-label={draft.name}>
          <WeeklyToolbar
            editor={editor}
            templates={templates}
            today={hours.today}
            week={week}
            onWeek={setWeek}
            view={view}
            onView={setView}
            detailsShown={side === "details"}
            onDetails={() => setSide(side === "details" ? null : "details")}
            onRename={rename}
            onNew={() => void added.add()}
            onCopy={() => void added.copy(template.id)}
            onDelete={() => setSide("delete")}
          />
          {editor.elsewhere && (
            <div className={styles.elsewhere}>
              <Notice
                tone="warning"
                title="These hours were changed elsewhere meanwhile"
                actions={
                  <Button size="s" onPress={editor.discard}>
                    Show what is saved
                  </Button>
                }
                live
              >
                Saving puts yours in their place.
              </Notice>
            </div>
          )}
          {view === "paint" ? (
            <>
              <WindowStrip
                editor={editor}
                days={days}
                window={chosen}
                strip={strip}
                onBack={() => chosen && grid.current?.focusBlock(chosen.key)}
              />
              <div className={styles.grid}>
                <PaintedWeek
                  key={week}
                  editor={editor}
                  days={days}
                  selectedKey={selected}
                  grid={grid}
                  onSelect={setSelected}
                  onWrite={() => {
                    const from = strip.current?.querySelector("input");
                    from?.focus();
                    from?.select();
                  }}
                />
              </div>
            </>
          ) : (
            <div ref={list} className={styles.list}>
              {days.map((day) => (
                <DayHours key={day} editor={editor} day={day} days={days} problemAt={problemAt} />
              ))}
            </div>
          )}
          {waits && (
            <ChangeBar
              flow={flow}
              saveWords="Save hours"
              reviewing={side === "review"}
              onReview={() => setSide("review")}
              onDiscard={() => {
                setTypingAsked(0);
                editor.discard();
              }}
              onSave={save}
              note={unreadable.size > 0 ? "Some times cannot be read yet" : null}
            />
          )}
        </section>
      </div>
    </HoursFrame>
  );
}

/** Days of the circle in the order in which the week is shown. The last week runs over into the first day of the circle. */
function daysOfWeek(week: number, cycleWeeks: number, firstWeekday: number): number[] {
  return Array.from({ length: 7 }, (_, day) => (week * 7 + firstWeekday + day) % (7 * cycleWeeks));
}
