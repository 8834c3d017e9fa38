import { PageParts } from "../shell/PageParts.tsx";
import { ALL_PROGRAMS, BOOKED_PROGRAMS, SHARE } from "./program-addresses.ts";

const PARTS = [
  { path: ALL_PROGRAMS, name: "To book" },
  { path: BOOKED_PROGRAMS, name: "Booked" },
  { path: SHARE, name: "Share" },
];

export function ProgramParts() {
  return <PageParts label="Parts of the programs" parts={PARTS} />;
}
