import { useApolloClient } from "@apollo/client/react";
import { type ReactNode, useState } from "react";
import type { AvailabilityChangeInput } from "../../../../generated/schema.ts";
import { toast } from "../../../../ui/Toaster.tsx";
import { useCoach } from "../../shell/coach.ts";
import { ChangePanel } from "./ChangePanel.tsx";
import { saveChange } from "./save-change.ts";
import { useChange } from "./use-change.ts";
import { ask } from "./use-preview.ts";

export interface QuickChange {
  /** What is pressed, to show it busy. */
  readonly key: string;
  readonly change: AvailabilityChangeInput;
  /** The question where sessions are affected: “Take Boxing Day off?” */
  readonly question: string;
  readonly verb: string;
  readonly done: string;
  readonly undo?: (() => void) | undefined;
}

/** A change by one press: made at once where no session is affected, else shown with its sessions beside the page first. */
export function useQuickChange() {
  const client = useApolloClient();
  const { timeZone } = useCoach();
  const [busyKey, setBusyKey] = useState<string | null>(null);
  const [asked, setAsked] = useState<QuickChange | null>(null);

  async function run(quick: QuickChange): Promise<void> {
    if (busyKey !== null) return;
    setBusyKey(quick.key);
    const preview = await ask(client, quick.change, timeZone);
    if (preview.state === "known" && preview.affected.length > 0) setAsked(quick);
    else {
      const refused = preview.state === "refused" || preview.state === "failed" ? preview.problem : null;
      const problem = refused ?? (await saveChange(client, quick.change, []));
      if (problem === null) tellDone(quick);
      else toast({ tone: "danger", message: problem.message });
    }
    setBusyKey(null);
  }
  const panel: ReactNode = asked && (
    <QuickChangePanel
      key={asked.key}
      quick={asked}
      onClose={() => setAsked(null)}
      onSaved={() => {
        setAsked(null);
        toast({ tone: "success", message: asked.done });
      }}
    />
  );
  return { run, busyKey, panel, close: () => setAsked(null) };
}

function tellDone({ done, undo }: QuickChange): void {
  toast({ message: done, ...(undo ? { action: { label: "Undo", onPress: undo } } : { tone: "success" as const }) });
}

interface QuickChangePanelProps {
  readonly quick: QuickChange;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

function QuickChangePanel({ quick, onClose, onSaved }: QuickChangePanelProps) {
  const flow = useChange({ change: quick.change, onSaved, shown: true });
  return (
    <ChangePanel
      title={quick.question}
      flow={flow}
      save={{ words: quick.verb, busy: "Saving…" }}
      idle={false}
      onClose={onClose}
      onSave={() => void flow.save()}
    />
  );
}
