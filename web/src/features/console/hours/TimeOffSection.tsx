import { type FormEvent, useState } from "react";
import {
  type TimeOffPartsFragment,
  useCreateTimeOffMutation,
  useDeleteTimeOffMutation,
} from "../../../generated/console.ts";
import { formatDateRange } from "../../../lib/calendar.ts";
import { dateOf, wallTime } from "../../../lib/time.ts";
import { Button, IconButton } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { useCoach } from "../shell/coach.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";
import styles from "./Hours.module.css";

type NewTimeOff = Pick<TimeOffPartsFragment, "fromDate" | "toDate" | "reason">;

const REFETCH = { refetchQueries: ["Hours"], awaitRefetchQueries: true };

export function TimeOffSection({ timeOff }: { readonly timeOff: readonly TimeOffPartsFragment[] }) {
  const coach = useCoach();
  const today = dateOf(wallTime(Date.now(), coach.offsetMinutes));
  const coming = timeOff.filter(({ toDate }) => toDate >= today).toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
  const { create, remove, creating } = useTimeOffActions();
  return (
    <section aria-labelledby="time-off">
      <div className={styles.heading}>
        <h2 id="time-off" className={styles.title}>
          Time off
        </h2>
        <p className={styles.zone}>Whole days on which nobody can book. Sessions already booked stay.</p>
      </div>
      {coming.length === 0 ? (
        <p className={styles.none}>No time off is planned.</p>
      ) : (
        <ul className={styles.offList}>
          {coming.map((one) => (
            <li key={one.id} className={styles.off}>
              <span className={styles.offDates}>{formatDateRange(one.fromDate, one.toDate)}</span>
              <span className={styles.offReason}>{one.reason}</span>
              <IconButton
                icon="trash"
                label={`Delete time off, ${formatDateRange(one.fromDate, one.toDate)}`}
                size="s"
                onPress={() => void remove(one)}
              />
            </li>
          ))}
        </ul>
      )}
      <TimeOffForm today={today} creating={creating} onCreate={create} />
    </section>
  );
}

interface TimeOffFormProps {
  readonly today: string;
  readonly creating: boolean;
  readonly onCreate: (timeOff: NewTimeOff) => Promise<SaveProblem | null>;
}

function TimeOffForm({ today, creating, onCreate }: TimeOffFormProps) {
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const errorAt = (field: string) => (problem?.field === field ? problem.message : undefined);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (creating) return;
    if (from === "") return setProblem({ field: "fromDate", message: "Choose the first day." });
    const failed = await onCreate({ fromDate: from, toDate: to || from, reason: reason.trim() || null });
    setProblem(failed);
    if (failed !== null) return;
    setFrom("");
    setTo("");
    setReason("");
  }
  const elsewhere = problem !== null && !["fromDate", "toDate", "reason"].includes(problem.field ?? "");
  return (
    <form className={styles.offForm} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        dense
        type="date"
        label="First day"
        value={from}
        onChange={setFrom}
        error={errorAt("fromDate")}
        {...{ min: today }}
      />
      <TextField dense optional type="date" label="Last day" value={to} onChange={setTo} error={errorAt("toDate")} />
      <TextField
        dense
        optional
        label="Reason"
        placeholder="Only you see it"
        value={reason}
        onChange={setReason}
        error={errorAt("reason")}
        autoComplete="off"
      />
      <Button type="submit" isPending={creating}>
        {creating ? "Adding…" : "Add time off"}
      </Button>
      {elsewhere && (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      )}
    </form>
  );
}

function useTimeOffActions() {
  const [sendCreate, { loading: creating }] = useCreateTimeOffMutation(REFETCH);
  const [sendDelete] = useDeleteTimeOffMutation(REFETCH);
  async function create({ fromDate, toDate, reason }: NewTimeOff): Promise<SaveProblem | null> {
    try {
      const { data } = await sendCreate({ variables: { input: { fromDate, toDate, reason } } });
      const answer = data?.createTimeOff;
      if (answer?.__typename !== "TimeOffSaved") return answer ? saveProblemOf(answer) : unansweredProblem();
      toast({ tone: "success", message: `${formatDateRange(fromDate, toDate)} is time off.` });
      return null;
    } catch {
      return unansweredProblem();
    }
  }
  async function remove(timeOff: TimeOffPartsFragment) {
    try {
      const { data } = await sendDelete({ variables: { id: timeOff.id } });
      const answer = data?.deleteTimeOff;
      if (answer?.__typename !== "TimeOffDeleted")
        return toast({ tone: "danger", message: answer?.message ?? unansweredProblem().message });
      const dates = formatDateRange(timeOff.fromDate, timeOff.toDate);
      return toast({
        message: `${dates} is open again.`,
        action: { label: "Undo", onPress: () => void create(timeOff) },
      });
    } catch {
      return toast({ tone: "danger", message: unansweredProblem().message });
    }
  }
  return { create, remove, creating };
}
