import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useLocation } from "wouter";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { dateOf, type WallTime } from "../../../ui/week-grid/wall-time.ts";
import type { Draft } from "../calendar/calendar-state.ts";
import { useZoneOn } from "../calendar/clocks.ts";
import { useKeptSeries } from "../series/kept-series.ts";
import { newSeriesDraft } from "../series/series-draft.ts";
import { useCoach } from "../shell/coach.ts";
import { useFirstProblem } from "../shell/use-first-problem.ts";
import { ClientPicker, type PickedClient } from "./ClientPicker.tsx";
import { DraftFields, type OfferedType } from "./DraftFields.tsx";
import { OverlapHint } from "./MovePanel.tsx";
import { type NewClient, NewClientFields } from "./NewClientFields.tsx";
import type { Outcome } from "./outcome.ts";
import styles from "./Panel.module.css";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { StartFields } from "./StartFields.tsx";
import type { NewSessionInput } from "./use-session-actions.ts";

interface NewSessionPanelProps {
  readonly draft: Draft;
  readonly types: readonly OfferedType[];
  readonly inTheWay: readonly string[];
  readonly onDraft: (draft: Draft) => void;
  readonly onBook: (input: NewSessionInput) => Promise<Outcome>;
  readonly onClose: () => void;
}

const SHOWN_FIELDS = ["client", "newClient.name", "newClient.email", "newClient.phone", "start", "start.local", "note"];

/** A session on a client's behalf. Hours and notice do not bind the coach; her other sessions do. */
export function NewSessionPanel({ draft, types, inTheWay, onDraft, onBook, onClose }: NewSessionPanelProps) {
  const coach = useCoach();
  const zoneOn = useZoneOn();
  const form = useId();
  const client = useRef<HTMLInputElement>(null);
  // After the panel has taken the focus to its heading: the name is what comes next.
  useEffect(() => client.current?.focus(), []);
  const [picked, setPicked] = useState<PickedClient | null>(null);
  const [added, setAdded] = useState<NewClient | null>(null);
  const [note, setNote] = useState("");
  const [, keepSeries] = useKeptSeries();
  const [, navigate] = useLocation();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const formElement = useRef<HTMLFormElement>(null);
  useFirstProblem(formElement, outcome);
  const errorAt = (field: string) =>
    outcome?.kind === "field" && outcome.field === field ? outcome.message : undefined;

  /** What was written goes on as the first session of a series. */
  function repeat() {
    const { start, sessionTypeId, minutes } = draft;
    keepSeries(() => newSeriesDraft({ start, sessionTypeId, minutes, note, added, clients: picked ? [picked] : [] }));
    navigate("/console/series/new");
  }
  async function book(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (picked === null && added === null) {
      return setOutcome({ kind: "field", field: "client", message: "Choose a client, or write a new name." });
    }
    setBusy(true);
    const answer = await onBook({
      sessionType: draft.sessionTypeId,
      start: { local: draft.start, timeZone: zoneOn(dateOf(draft.start)) },
      minutes: draft.minutes,
      note: note.trim() || null,
      ...(added === null
        ? { client: picked?.id ?? null }
        : { newClient: { ...added, phone: added.phone.trim() || null } }),
    });
    setBusy(false);
    return setOutcome(answer);
  }

  return (
    <Panel
      title="New session"
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" size="s" onPress={onClose}>
            Discard
          </Button>
          <Button variant="quiet" size="s" icon="repeat" onPress={repeat}>
            Repeat…
          </Button>
          <Button type="submit" form={form} variant="primary" size="s" isPending={busy}>
            {busy ? "Booking…" : "Book session"}
          </Button>
        </>
      }
    >
      <form ref={formElement} id={form} className={styles.fields} onSubmit={(event) => void book(event)} noValidate>
        {added === null ? (
          <ClientPicker
            picked={picked}
            onPick={setPicked}
            onNew={(name) => setAdded({ name, email: "", phone: "", timeZone: coach.timeZone })}
            error={errorAt("client")}
            inputRef={client}
          />
        ) : (
          <NewClientFields client={added} onChange={setAdded} onBack={() => setAdded(null)} errorAt={errorAt} />
        )}
        <DraftFields draft={draft} types={types} onDraft={onDraft} />
        <StartFields
          start={draft.start}
          minutes={draft.minutes}
          onChange={(start: WallTime) => onDraft({ ...draft, start })}
          error={errorAt("start") ?? errorAt("start.local")}
        />
        <OverlapHint names={inTheWay} />
        <TextField dense multiline optional label="Note" value={note} onChange={setNote} error={errorAt("note")} />
        {!(outcome?.kind === "field" && SHOWN_FIELDS.includes(outcome.field)) && (
          <ProblemNotice
            outcome={outcome}
            start={draft.start}
            onAlternative={(start) => onDraft({ ...draft, start })}
          />
        )}
      </form>
    </Panel>
  );
}
