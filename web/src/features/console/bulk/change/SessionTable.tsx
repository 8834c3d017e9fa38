import { Button } from "../../../../ui/Button.tsx";
import { countOf } from "../../programs/program-words.ts";
import styles from "./Change.module.css";
import { ChangedRow } from "./ChangedRow.tsx";
import type { ChangeDraft, Choice } from "./change-draft.ts";
import type { Change, ChangedSession } from "./change-words.ts";
import { useTheirTimes } from "./use-their-times.ts";

interface SessionTableProps {
  readonly draft: ChangeDraft;
  readonly sessions: readonly ChangedSession[];
  readonly preview: Change | null;
  readonly busy: boolean;
  readonly onChange: (part: Partial<ChangeDraft>) => void;
}

/** Every selected session, as it is and as it would be; any of them can be left as it is. */
export function SessionTable({ draft, sessions, preview, busy, onChange }: SessionTableProps) {
  const { left, choices } = draft;
  const outcomes = new Map(preview?.sessions.map((session) => [session.booking.id, session]));
  const theirTimeOf = useTheirTimes(preview?.sessions ?? []);
  const choose = (id: string, choice: Choice | null) => {
    const next = new Map(choices);
    if (choice === null) next.delete(id);
    else next.set(id, choice);
    onChange({ choices: next });
  };
  return (
    <section aria-labelledby="sessions" aria-busy={busy} className={styles.sessions}>
      <div className={styles.head}>
        <h2 id="sessions" className={styles.title}>
          {countOf(sessions.length - left.size, "session")}
          {left.size > 0 && <span className={styles.facts}> of {sessions.length}</span>}
        </h2>
        <Button
          size="s"
          variant="quiet"
          onPress={() =>
            onChange({ left: left.size > 0 ? new Set() : new Set(sessions.map(({ booking }) => booking.id)) })
          }
        >
          {left.size > 0 ? "Choose all" : "Choose none"}
        </Button>
      </div>
      <ul>
        {sessions.map((session) => {
          const { id } = session.booking;
          return (
            <ChangedRow
              key={id}
              session={session}
              after={left.has(id) ? null : (outcomes.get(id) ?? null)}
              kind={draft.kind}
              isChosen={!left.has(id)}
              choice={choices.get(id) ?? null}
              theirTimeOf={theirTimeOf}
              onChosen={(on) => onChange({ left: new Set(on ? [...left].filter((one) => one !== id) : [...left, id]) })}
              onChoose={(choice) => choose(id, choice)}
            />
          );
        })}
      </ul>
    </section>
  );
}
