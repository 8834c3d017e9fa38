import { type FormEvent, type ReactNode, useId, useRef } from "react";
import { Button } from "../../../../ui/Button.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { useFirstProblem } from "../../shell/use-first-problem.ts";
import styles from "./ChangePanel.module.css";
import type { ChangeFlow } from "./use-change.ts";
import { WhatItDoes } from "./WhatItDoes.tsx";

interface ChangePanelProps {
  readonly title: string;
  readonly flow: ChangeFlow;
  readonly save: { readonly words: string; readonly busy: string; readonly danger?: boolean };
  /** Nothing is to be saved, or not yet. */
  readonly idle: boolean;
  readonly onClose: () => void;
  /** Something was written that closing loses; without it there is nothing to lose. */
  readonly onDiscard?: (() => void) | undefined;
  /** What is wrong in the fields before the server is asked: shown there, by whoever draws them. */
  readonly attempt?: unknown;
  readonly onSave: () => void;
  /** Whether the refusal stands at one of the fields. */
  readonly isShown?: (field: string) => boolean;
  readonly keepsFocus?: boolean;
  readonly children?: ReactNode;
}

/** A form beside the page, and below it what saving would do: the sessions it affects stand there before they are affected. */
export function ChangePanel(props: ChangePanelProps) {
  const { title, flow, save, idle, onClose, onDiscard, children } = props;
  const { problem, saving, preview } = flow;
  const form = useId();
  const element = useRef<HTMLFormElement>(null);
  useFirstProblem(element, props.attempt ?? (flow.attempts === 0 ? null : problem));
  const elsewhere = problem !== null && !(problem.field !== null && props.isShown?.(problem.field));
  return (
    <Panel
      title={title}
      onClose={onClose}
      {...(props.keepsFocus && { keepsFocus: true })}
      footer={
        <>
          {onDiscard && <span className={styles.unsaved}>Unsaved changes</span>}
          <Button variant="quiet" size="s" onPress={onDiscard ?? onClose}>
            {onDiscard ? "Discard" : "Close"}
          </Button>
          <Button
            type="submit"
            form={form}
            variant={save.danger ? "danger" : "primary"}
            size="s"
            isPending={saving}
            isDisabled={idle || (preview.state === "refused" && elsewhere)}
          >
            {saving ? save.busy : save.words}
          </Button>
        </>
      }
    >
      <form
        ref={element}
        id={form}
        className={styles.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          props.onSave();
        }}
      >
        {children}
        {elsewhere && (
          <Notice tone={preview.state === "failed" ? "warning" : "danger"} live>
            {problem.message}
          </Notice>
        )}
      </form>
      <WhatItDoes flow={flow} />
    </Panel>
  );
}
