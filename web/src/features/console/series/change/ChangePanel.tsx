import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "../../../../ui/Button.tsx";
import { Checkbox } from "../../../../ui/Checkbox.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import type { Preview } from "../preview/state-words.ts";
import { namesOf, type Series } from "../series-words.ts";
import styles from "./Change.module.css";
import type { ChangeDraft } from "./change-draft.ts";
import { Effect } from "./Effect.tsx";
import { pressWords } from "./effect-words.ts";
import { useChangeContext } from "./use-change-context.ts";
import { useSeriesChange } from "./use-series-change.ts";

interface ChangePanelProps {
  readonly title: string;
  /** Null while it is on its way. */
  readonly series: Series | null;
  readonly draft: ChangeDraft;
  /** Nothing is wanted yet that is not so already. */
  readonly idle?: boolean;
  readonly today: string;
  readonly onChange: (change: Partial<ChangeDraft>) => void;
  readonly onClose: () => void;
  /** After the deed; it closes without. */
  readonly onDone?: () => void;
  /** The zone in which the new start is meant; the coach's at home without. */
  readonly startZone?: string;
  readonly during?: <Result>(work: Promise<Result>) => Promise<Result>;
  /** What is to be written for this change. */
  readonly children: ReactNode;
}

function pressOf({ kind }: ChangeDraft, preview: Preview | null): string {
  if (preview === null) return "Change";
  return preview.open > 0 ? `${preview.open} still to decide` : pressWords(kind, preview.occurrences);
}

/** A change of a series: what is wanted, what it would do, and the one press. Nothing has happened before that. */
export function ChangePanel(props: ChangePanelProps) {
  const { title, series, draft, idle, today, onChange, onClose, onDone = onClose, startZone, during, children } = props;
  const form = useId();
  const { changeClocks, clocks } = useChangeContext(series, startZone);
  const running = useSeriesChange({ series, draft: idle ? null : draft, clocks: changeClocks, today, onDone, during });
  const { live, busy, ready } = running;
  const drops = draft.kind === "cancel" || draft.kind === "end";
  const touched = live.preview?.occurrences ?? [];
  const asksExceptions =
    draft.scope !== "THIS" && (!draft.keepExceptions || touched.some(({ effect }) => effect === "KEEP"));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void running.carryOut();
  };
  return (
    <Panel
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" size="s" onPress={onClose}>
            Leave as it is
          </Button>
          <Button
            type="submit"
            form={form}
            variant={drops ? "danger" : "primary"}
            size="s"
            isPending={busy}
            isDisabled={!ready}
          >
            {busy ? "Saving…" : pressOf(draft, live.preview)}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        {children}
        {asksExceptions && (
          <Checkbox isSelected={draft.keepExceptions} onChange={(keepExceptions) => onChange({ keepExceptions })}>
            Leave sessions as they are that were changed for themselves
          </Checkbox>
        )}
        {draft.kind !== "extend" && draft.kind !== "resume" && (
          <TextField
            dense
            multiline
            optional
            label={`Message to ${(series && namesOf(series)) || "the client"}`}
            value={draft.message}
            onChange={(message) => onChange({ message })}
          />
        )}
        {!idle && <Effect draft={draft} running={running} clocks={clocks} onChange={onChange} />}
      </form>
    </Panel>
  );
}
