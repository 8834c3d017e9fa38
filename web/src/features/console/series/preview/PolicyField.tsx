import type { ClashPolicy } from "../../../../generated/schema.ts";
import { Segmented } from "../../../../ui/Segmented.tsx";

const POLICIES: readonly { readonly id: ClashPolicy; readonly label: string }[] = [
  { id: "REFUSE", label: "I choose" },
  { id: "NEAREST_OF_DAY", label: "Nearest that day" },
  { id: "NEAREST_OF_WEEK", label: "Nearest that week" },
  { id: "SKIP", label: "Leave out" },
  { id: "APPEND", label: "Add at the end" },
];
const STAY = { id: "STAY", label: "Leave where it was" } as const;

interface PolicyFieldProps {
  readonly policy: ClashPolicy;
  readonly onChange: (policy: ClashPolicy) => void;
  /** The sessions are there already, and could stay. */
  readonly mayStay?: boolean;
  /** There is no end to add at. */
  readonly isEndless?: boolean;
  /** Clashes can be decided one by one. */
  readonly mayChoose?: boolean;
}

/** What becomes of all that clashes; what was chosen one by one stays as chosen. */
export function PolicyField({
  policy,
  onChange,
  mayStay = false,
  isEndless = false,
  mayChoose = true,
}: PolicyFieldProps) {
  const options = POLICIES.filter(({ id }) => (id !== "APPEND" || !isEndless) && (id !== "REFUSE" || mayChoose));
  return (
    <Segmented
      label="Where a time is not free"
      options={mayStay ? [...options, STAY] : options}
      value={policy}
      onChange={onChange}
    />
  );
}
