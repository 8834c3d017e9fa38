import { Button } from "../../../../ui/Button.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { affectedWords } from "../change/decisions.ts";
import type { ChangeFlow } from "../change/use-change.ts";
import { WhatItDoes } from "../change/WhatItDoes.tsx";

interface ReviewPanelProps {
  readonly flow: ChangeFlow;
  readonly onClose: () => void;
  readonly onSave: () => void;
}

/** What the unsaved changes would do, with the choices for each session. */
export function ReviewPanel({ flow, onClose, onSave }: ReviewPanelProps) {
  const { preview, problem, saving } = flow;
  const title = preview.state === "known" ? affectedWords(preview.affected.length) : "What this does";
  return (
    <Panel
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" size="s" onPress={onClose}>
            Back
          </Button>
          <Button variant="primary" size="s" isPending={saving} onPress={onSave}>
            {saving ? "Saving…" : "Save hours"}
          </Button>
        </>
      }
    >
      {problem !== null && (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      )}
      <WhatItDoes flow={flow} titled={false} />
    </Panel>
  );
}
