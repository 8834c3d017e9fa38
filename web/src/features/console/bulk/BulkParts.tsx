import { PageParts } from "../shell/PageParts.tsx";
import { ALL_RUNS } from "./bulk-addresses.ts";

const PARTS = [{ path: ALL_RUNS, name: "Booked for many" }];

export function BulkParts() {
  return <PageParts label="Parts of what is done in bulk" parts={PARTS} />;
}
