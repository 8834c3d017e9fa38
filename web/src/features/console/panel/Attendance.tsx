import { useState } from "react";
import type { Attendance as Kind } from "../../../generated/schema.ts";
import { Segmented } from "../../../ui/Segmented.tsx";
import type { Seat, Session } from "../calendar/bookings.ts";
import type { Outcome } from "./outcome.ts";
import { ProblemNotice } from "./ProblemNotice.tsx";

interface AttendanceProps {
  readonly session: Session;
  readonly seat: Seat;
  readonly onAttend: (seat: Seat, attendance: Kind) => Promise<Outcome>;
}

const OPTIONS = [
  { id: "COMPLETED", label: "Came" },
  { id: "NO_SHOW", label: "Did not come" },
] as const;

/** Who came, noted by hand once the session has begun; what nobody notes counts as held. */
export function Attendance({ session, seat, onAttend }: AttendanceProps) {
  const [chosen, setChosen] = useState<Kind | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  async function note(attendance: Kind) {
    setChosen(attendance);
    setOutcome(await onAttend(seat, attendance));
    setChosen(null);
  }
  return (
    <>
      <Segmented
        label={`Whether ${seat.name} came`}
        hideLabel
        options={OPTIONS}
        value={chosen ?? noted(session, seat)}
        onChange={(attendance) => void note(attendance)}
      />
      <ProblemNotice outcome={outcome} />
    </>
  );
}

function noted({ status }: Session, { noShow }: Seat): Kind | null {
  if (noShow || status === "NO_SHOW") return "NO_SHOW";
  return status === "COMPLETED" ? "COMPLETED" : null;
}
