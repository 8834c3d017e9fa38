import { Button as AriaButton } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import type { TemplatePartsFragment } from "../../../../generated/console.ts";
import { useHabits } from "../../../../lib/habits.ts";
import { zoneCity } from "../../../../lib/time.ts";
import { Button, buttonClass, IconButton } from "../../../../ui/Button.tsx";
import { classes } from "../../../../ui/classes.ts";
import { Icon } from "../../../../ui/Icon.tsx";
import listBox from "../../../../ui/ListBox.module.css";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { describeHours, describePeriod } from "./describe-template.ts";
import { copied } from "./open-week.ts";
import { weekOfCycle } from "./TemplateDetails.tsx";
import { TemplateMenu } from "./TemplateMenu.tsx";
import { inDraft, WEEK_NAMES } from "./template-edits.ts";
import type { HoursView } from "./use-hours-view.ts";
import type { TemplateEditor } from "./use-template-draft.ts";
import styles from "./Weekly.module.css";

interface WeeklyToolbarProps {
  readonly editor: TemplateEditor;
  readonly templates: readonly TemplatePartsFragment[];
  readonly today: string;
  readonly week: number;
  readonly onWeek: (week: number) => void;
  readonly view: HoursView;
  readonly onView: (view: HoursView) => void;
  readonly detailsShown: boolean;
  readonly onDetails: () => void;
  readonly onRename: () => void;
  readonly onNew: () => void;
  readonly onCopy: () => void;
  readonly onDelete: () => void;
}

const VIEWS = [
  { id: "paint", label: "Paint" },
  { id: "list", label: "List" },
] as const;

/** What the hours are called and what they are for; their weeks, steps back, and the two ways to change them. */
export function WeeklyToolbar(props: WeeklyToolbarProps) {
  const { editor, week, onWeek, view, onView } = props;
  const { draft, template } = editor;
  const present = weekOfCycle(draft, props.today, useHabits().firstWeekday);
  const weeks = WEEK_NAMES.slice(0, draft.cycleWeeks);
  return (
    <header className={styles.toolbar}>
      <div className={styles.heading}>
        <h2 className={styles.name}>{draft.name || "No name"}</h2>
        <span className={styles.chooser}>
          <TemplateMenu
            templates={props.templates}
            current={template}
            name={draft.name || "No name"}
            today={props.today}
            onNew={props.onNew}
          />
        </span>
        <p className={styles.facts}>{factsOf(editor)}</p>
      </div>
      <div className={styles.tools}>
        {weeks.length > 1 && (
          <Segmented
            label="Week of the cycle"
            hideLabel
            options={weeks.map((name, index) => ({
              id: String(index),
              label: index === present ? `${name} · now` : name,
            }))}
            value={String(week)}
            onChange={(id) => onWeek(Number(id))}
          />
        )}
        <span className={styles.steps}>
          <IconButton icon="undo" label="Undo" size="s" isDisabled={!editor.canUndo} onPress={editor.undo} />
          <IconButton icon="redo" label="Redo" size="s" isDisabled={!editor.canRedo} onPress={editor.redo} />
        </span>
        <Segmented label="How to change the hours" hideLabel options={VIEWS} value={view} onChange={onView} />
        <Button variant="quiet" size="s" aria-expanded={props.detailsShown} onPress={props.onDetails}>
          Details
        </Button>
        <MoreMenu {...props} />
      </div>
    </header>
  );
}

function factsOf({ draft, template }: TemplateEditor): string {
  const use =
    draft.scope.kind === "none" ? "Not in use" : draft.scope.kind === "all" ? "All session types" : typeName(template);
  return [describeHours(draft), use, describePeriod(draft.from || null, draft.until || null), zoneCity(draft.timeZone)]
    .filter(Boolean)
    .join(" · ");
}

const typeName = ({ sessionType }: TemplatePartsFragment): string => sessionType?.name ?? "One session type";

function MoreMenu({ editor, week, onWeek, onRename, onCopy, onDelete }: WeeklyToolbarProps) {
  const { draft, edit } = editor;
  const others = WEEK_NAMES.slice(0, draft.cycleWeeks).flatMap((name, index) =>
    index === week ? [] : [{ name, index }],
  );
  const allYear = draft.scope.kind === "all" && draft.from === "" && draft.until === "";
  function act(action: string) {
    if (action === "rename") onRename();
    if (action === "copy") onCopy();
    if (action === "default") edit((before) => ({ ...before, scope: { kind: "all" }, from: "", until: "" }));
    if (action === "delete") onDelete();
    const target = others.find(({ index }) => action === `week ${index}`);
    if (target === undefined) return;
    const pairs = Array.from({ length: 7 }, (_, day): [number, number] => [week * 7 + day, target.index * 7 + day]);
    edit(inDraft((before) => copied(before, pairs)));
    onWeek(target.index);
  }
  return (
    <MenuTrigger>
      <AriaButton
        aria-label={`More for ${draft.name}`}
        className={classes(buttonClass({ variant: "quiet", size: "s" }), styles.more)}
      >
        <Icon name="more" />
      </AriaButton>
      <Popover className={listBox.popover ?? ""} offset={4} placement="bottom end">
        <Menu className={listBox.list ?? ""} aria-label="More" onAction={(key) => act(String(key))}>
          <MenuItem id="rename" className={listBox.option ?? ""}>
            Rename
          </MenuItem>
          <MenuItem id="copy" className={listBox.option ?? ""}>
            Copy
          </MenuItem>
          {others.map(({ name, index }) => (
            <MenuItem key={index} id={`week ${index}`} className={listBox.option ?? ""}>
              Copy {WEEK_NAMES[week]} to {name}
            </MenuItem>
          ))}
          <MenuItem id="default" isDisabled={allYear} className={listBox.option ?? ""}>
            Make default
          </MenuItem>
          <MenuItem id="delete" className={classes(listBox.option, styles.danger)}>
            Delete…
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
