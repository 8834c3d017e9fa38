import { PageParts } from "../shell/PageParts.tsx";
import { ALL_RUNS, CHANGE_MANY } from "./bulk-addresses.ts";

const PARTS = [
  { path: ALL_RUNS, name: "Book for many" },
  { path: CHANGE_MANY, name: "Change many" },
];

export function BulkParts() {
  return <PageParts label="Parts of what is done in bulk" parts={PARTS} />;
}
