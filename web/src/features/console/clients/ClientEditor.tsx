import { type FormEvent, useId, useRef, useState } from "react";
import { type ClientPartsFragment, useUpdateClientMutation } from "../../../generated/console.ts";
import { weekdayName } from "../../../lib/calendar.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { ZonePicker } from "../../slots/ZonePicker.tsx";
import { ClientPrograms } from "../programs/ClientPrograms.tsx";
import { ClientSeries } from "../series/ClientSeries.tsx";
import { localeOptions } from "../settings/locales.ts";
import { useCoach } from "../shell/coach.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";
import { useFirstProblem } from "../shell/use-first-problem.ts";
import styles from "./ClientEditor.module.css";
import { ClientLinks } from "./ClientLinks.tsx";
import { ClientSeats } from "./ClientSeats.tsx";
import { type ClientDraft, clientDraftOf, readClient, USUAL } from "./client-draft.ts";

interface ClientEditorProps {
  readonly client: ClientPartsFragment;
  readonly onClose: () => void;
}

/** What is known about a client, and how she reads times. Seats that are taken keep what was typed for them. */
export function ClientEditor({ client, onClose }: ClientEditorProps) {
  const form = useId();
  const saved = clientDraftOf(client);
  const [draft, setDraft] = useState(saved);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [update, { loading }] = useUpdateClientMutation();
  const element = useRef<HTMLFormElement>(null);
  useFirstProblem(element, problem);
  const changed = JSON.stringify(draft) !== JSON.stringify(saved);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (loading) return;
    const refused = await update({ variables: { input: { id: client.id, ...readClient(draft) } } }).then(
      ({ data }) => {
        const answer = data?.updateClient;
        if (answer?.__typename === "ClientSaved") return null;
        return answer ? saveProblemOf(answer) : unansweredProblem();
      },
      () => unansweredProblem(),
    );
    setProblem(refused);
    if (refused === null) toast({ tone: "success", message: `${draft.name.trim()} is saved.` });
  }
  return (
    <Panel
      title={client.name}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" size="s" onPress={changed ? () => setDraft(saved) : onClose}>
            {changed ? "Discard" : "Close"}
          </Button>
          <Button type="submit" form={form} variant="primary" size="s" isPending={loading} isDisabled={!changed}>
            {loading ? "Saving…" : "Save"}
          </Button>
        </>
      }
    >
      <ClientSeats clientId={client.id} />
      <ClientSeries client={client} />
      <ClientPrograms client={client} />
      <ClientLinks client={client} />
      <form ref={element} id={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <h3 className={styles.title}>Details</h3>
        <ClientFields
          draft={draft}
          problem={problem}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        />
      </form>
    </Panel>
  );
}

interface ClientFieldsProps {
  readonly draft: ClientDraft;
  readonly problem: SaveProblem | null;
  readonly onChange: (change: Partial<ClientDraft>) => void;
}

const SHOWN = ["name", "email", "phone"];
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0];

function ClientFields({ draft, problem, onChange }: ClientFieldsProps) {
  const { zones } = useCoach();
  const offsetMinutes =
    zones.find(({ id, aliases }) => id === draft.timeZone || aliases.includes(draft.timeZone))?.offsetMinutes ?? 0;
  const text = (
    field: "name" | "email" | "phone",
    label: string,
    more: { type?: "email" | "tel"; optional?: true },
  ) => (
    <TextField
      dense
      label={label}
      value={draft[field]}
      onChange={(value) => onChange({ [field]: value })}
      error={problem?.field === field ? problem.message : undefined}
      autoComplete="off"
      {...more}
    />
  );
  return (
    <>
      {text("name", "Name", {})}
      {text("email", "Email", { type: "email" })}
      {text("phone", "Phone", { type: "tel", optional: true })}
      <div>
        <p className={styles.label}>Time zone</p>
        <ZonePicker
          as="field"
          zone={{ id: draft.timeZone, offsetMinutes }}
          onChange={({ id }) => onChange({ timeZone: id })}
        />
      </div>
      <Select
        dense
        label="Dates and times as in"
        options={localeOptions(draft.locale === USUAL ? null : draft.locale, "Their browser")}
        value={draft.locale}
        onChange={(locale) => onChange({ locale })}
        hint="How they are written in messages."
      />
      <div className={styles.pair}>
        <Select
          dense
          label="Clock"
          options={[
            { id: USUAL, label: "As usual there" },
            { id: "H24", label: "24 hours" },
            { id: "H12", label: "12 hours" },
          ]}
          value={draft.hourCycle}
          onChange={(hourCycle) => onChange({ hourCycle })}
        />
        <Select
          dense
          label="Week begins on"
          options={[
            { id: USUAL, label: "As usual there" },
            ...WEEKDAYS.map((day) => ({ id: String(day), label: weekdayName(day) })),
          ]}
          value={draft.firstWeekday}
          onChange={(firstWeekday) => onChange({ firstWeekday })}
        />
      </div>
      {problem && !SHOWN.includes(problem.field ?? "") && (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      )}
    </>
  );
}
