import { useId, useRef, useState } from "react";
import { Link } from "wouter";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { bookedAddress } from "../programs/program-addresses.ts";
import styles from "./Bulk.module.css";
import { type Item, notesWords, sessionsWords } from "./bulk-words.ts";
import { ItemSessions } from "./ItemSessions.tsx";
import { useMend } from "./use-mend.ts";

/** A client who is planned, booked, or not: what she gets, and every session of it on request. */
export function ItemRow({ item, isDraft }: { readonly item: Item; readonly isDraft: boolean }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { mend, mending, problem } = useMend(item, row);
  const notes = notesWords(item);
  const isLeft = item.status === "LEFT";
  return (
    <li ref={row} className={styles.item}>
      <div className={styles.itemLine}>
        <div className={styles.text}>
          <p className={styles.who}>
            {item.name || item.email || item.raw}
            {item.line !== null && <span className={styles.facts}> line {item.line}</span>}
          </p>
          {item.problem && !isLeft ? (
            <p className={styles.error}>{item.problem}</p>
          ) : (
            !isLeft && (
              <p className={styles.facts}>
                {sessionsWords(item)}
                {notes && <span className={styles.warning}> · {notes}</span>}
                {item.replanned && <span className={styles.warning}> · planned anew: a time was taken meanwhile</span>}
              </p>
            )
          )}
          {problem && <p className={styles.error}>{problem.message}</p>}
        </div>
        <div className={styles.itemActions}>
          {item.sessions.length > 0 && (
            <Button
              size="s"
              variant="quiet"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              aria-label={`Sessions of ${item.name}`}
              onPress={() => setOpen(!open)}
            >
              Sessions
            </Button>
          )}
          {isDraft && (
            <Button
              size="s"
              variant="quiet"
              isPending={mending}
              data-mend=""
              aria-label={`${isLeft ? "Take in" : "Leave out"} ${item.name || item.email || `line ${item.line}`}`}
              onPress={() => void mend({ leaveOut: !isLeft })}
            >
              {isLeft ? "Take in" : "Leave out"}
            </Button>
          )}
          <Booked item={item} />
        </div>
      </div>
      {open && <ItemSessions id={id} item={item} />}
    </li>
  );
}

function Booked({ item }: { readonly item: Item }) {
  if (item.status !== "BOOKED") return null;
  const href = item.programBooking
    ? bookedAddress(item.programBooking.id)
    : item.series && `/console/series/${encodeURIComponent(item.series.id)}`;
  if (!href) return null;
  return (
    <Link href={href} className={buttonClass({ size: "s", variant: "quiet" })} aria-label={`Open ${item.name}`}>
      Open
    </Link>
  );
}
