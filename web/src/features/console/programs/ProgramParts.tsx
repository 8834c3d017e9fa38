import { PageParts } from "../shell/PageParts.tsx";
import { ALL_PROGRAMS, BOOKED_PROGRAMS } from "./program-addresses.ts";

const PARTS = [
  { path: ALL_PROGRAMS, name: "To book" },
  { path: BOOKED_PROGRAMS, name: "Booked" },
];

export function ProgramParts() {
  return <PageParts label="Parts of the programs" parts={PARTS} />;
}
