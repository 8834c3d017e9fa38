import type { TemplatePartsFragment } from "../../../../generated/console.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { useChange } from "../change/use-change.ts";
import { WhatItDoes } from "../change/WhatItDoes.tsx";

interface DeletePanelProps {
  readonly template: TemplatePartsFragment;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Hours are only deleted after a look at the sessions that would lie outside of them. */
export function DeletePanel({ template, onClose, onDeleted }: DeletePanelProps) {
  const flow = useChange({ change: { deleteAvailabilityTemplate: template.id }, onSaved: onDeleted, shown: true });
  const { problem, saving, preview } = flow;
  return (
    <Panel
      title={`Delete “${template.name}”?`}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" size="s" onPress={onClose}>
            Keep them
          </Button>
          <Button
            variant="danger"
            size="s"
            isPending={saving}
            isDisabled={preview.state === "refused"}
            onPress={() => void flow.save()}
          >
            {saving ? "Deleting…" : "Delete hours"}
          </Button>
        </>
      }
    >
      {problem !== null ? (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      ) : (
        <p>These hours are gone for good. Where they hold now, others take their place.</p>
      )}
      <WhatItDoes flow={flow} />
    </Panel>
  );
}
