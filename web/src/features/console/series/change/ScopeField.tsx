import type { SeriesScope } from "../../../../generated/schema.ts";
import { Segmented } from "../../../../ui/Segmented.tsx";

const SCOPES: readonly { readonly id: SeriesScope; readonly label: string }[] = [
  { id: "THIS", label: "This one" },
  { id: "FOLLOWING", label: "This and following" },
  { id: "ALL", label: "All to come" },
];

interface ScopeFieldProps {
  readonly label: string;
  readonly scope: SeriesScope;
  readonly onChange: (scope: SeriesScope) => void;
}

/** Which sessions of a series a change is about. */
export function ScopeField({ label, scope, onChange }: ScopeFieldProps) {
  return <Segmented label={label} options={SCOPES} value={scope} onChange={onChange} />;
}
