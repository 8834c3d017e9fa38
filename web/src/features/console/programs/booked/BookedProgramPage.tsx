import { useState } from "react";
import { Link } from "wouter";
import { type BookedProgramPartsFragment, useBookedProgramQuery } from "../../../../generated/console.ts";
import { dateOf, formatDate, wallTime } from "../../../../lib/time.ts";
import { useNow } from "../../../../lib/use-now.ts";
import { buttonClass } from "../../../../ui/Button.tsx";
import { Icon } from "../../../../ui/Icon.tsx";
import { useCalendarRevision } from "../../series/use-calendar-revision.ts";
import { useCoach } from "../../shell/coach.ts";
import { PageFrame } from "../../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../../shell/PageStates.tsx";
import styles from "../Programs.module.css";
import { BOOKED_PROGRAMS } from "../program-addresses.ts";
import { titleOfStep } from "../program-words.ts";
import { BookedTimeline } from "./BookedTimeline.tsx";
import { ProgramUndoLine } from "./ProgramUndoLine.tsx";
import { bookedSessions, progressOf, progressWords } from "./progress.ts";
import { ShiftPanel } from "./ShiftPanel.tsx";

/** A program as it was booked for a client. */
export function BookedProgramPage({ id }: { readonly id: string }) {
  const coach = useCoach();
  const { data, error, refetch } = useBookedProgramQuery({ variables: { id }, fetchPolicy: "cache-and-network" });
  useCalendarRevision(dateOf(wallTime(Date.now(), coach.offsetMinutes)), () => void refetch());
  const node = data?.node;
  if (node?.__typename === "ProgramBooking") return <Booked booking={node} />;
  return (
    <PageFrame title="Booked program">
      {data ? (
        <PageEmpty
          title="It is not there any more"
          action={
            <Link href={BOOKED_PROGRAMS} className={buttonClass({ size: "s" })}>
              All booked programs
            </Link>
          }
        >
          Its booking was taken back, or the address is mistyped.
        </PageEmpty>
      ) : error ? (
        <PageError what="The booked program" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={6} />
      )}
    </PageFrame>
  );
}

function Booked({ booking }: { readonly booking: BookedProgramPartsFragment }) {
  const { offsetMinutes } = useCoach();
  const now = useNow(60_000);
  const [movedId, setMovedId] = useState<string | null>(null);
  const sessions = bookedSessions(booking.bookings);
  const titles = booking.steps.flatMap((step) => Array.from({ length: step.count }, () => titleOfStep(step)));
  const titleOf = (session: number) => titles[session] ?? `Session ${session + 1}`;
  const moved = sessions.find(({ id }) => id === movedId);
  return (
    <PageFrame
      title={`${booking.name} with ${booking.client.name}`}
      lead={`${booking.startDate > dateOf(wallTime(now, offsetMinutes)) ? "Begins" : "Began"} on ${formatDate(booking.startDate, "full")}. ${progressWords(progressOf(booking.bookings, now))}.`}
      panel={
        moved && (
          <ShiftPanel
            key={moved.id}
            session={moved}
            titleOf={titleOf}
            sessions={sessions}
            client={booking.client}
            onClose={() => setMovedId(null)}
          />
        )
      }
    >
      <Link href={BOOKED_PROGRAMS} className={styles.back ?? ""}>
        <Icon name="chevronLeft" /> Booked programs
      </Link>
      <ProgramUndoLine id={booking.id} version={booking.version} />
      <BookedTimeline
        sessions={sessions}
        titleOf={titleOf}
        clientZone={booking.client.timeZone}
        onMove={({ id }) => setMovedId(id)}
      />
    </PageFrame>
  );
}
