import type {
  BulkChangeInput,
  BulkChoiceInput,
  ClashPolicy,
  SessionSelectionInput,
} from "../../../../generated/schema.ts";
import type { PickedClient } from "../../panel/ClientPicker.tsx";
import { keptState } from "../../shell/kept-state.ts";

/** What was decided for one session: a time, by an instant or on the coach's clock, or to leave or put it all the same. */
export type Choice =
  | { readonly kind: "KEEP" | "STAY" }
  | { readonly kind: "AT"; readonly at: string }
  | { readonly kind: "AT"; readonly local: string };

/** Which sessions, and what shall become of them, as it stands in the form. Numbers are kept as typed. */
export interface ChangeDraft {
  readonly from: string;
  readonly to: string;
  /** All without. */
  readonly weekdays: readonly number[];
  readonly typeIds: readonly string[];
  readonly client: PickedClient | null;
  /** Those of them that are left as they are. */
  readonly left: ReadonlySet<string>;
  readonly kind: "move" | "type" | "cancel";
  readonly how: "by" | "to";
  readonly days: string;
  readonly minutes: string;
  readonly toDate: string;
  readonly newTypeId: string | null;
  readonly policy: ClashPolicy;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly message: string;
}

export const useKeptChange = keptState<ChangeDraft>();

export const newChange = (from: string, to: string): ChangeDraft => ({
  ...{ from, to, weekdays: [], typeIds: [], client: null, left: new Set<string>() },
  ...{ kind: "move", how: "by", days: "7", minutes: "", toDate: "", newTypeId: null },
  ...{ policy: "REFUSE", choices: new Map<string, Choice>(), message: "" },
});

const selectionOf = ({ from, to, weekdays, typeIds, client }: ChangeDraft): SessionSelectionInput => ({
  from,
  to,
  ...(weekdays.length > 0 && { weekdays }),
  ...(typeIds.length > 0 && { sessionTypes: typeIds }),
  ...(client && { clients: [client.id] }),
});

/** Asks for nothing but the list of what is selected: it is told what cancelling would do. */
export const listing = (draft: ChangeDraft): BulkChangeInput => ({ selection: selectionOf(draft), cancel: true });

/** The change as it is meant for some of the listed sessions; null while it says nothing yet. */
export function readChange(draft: ChangeDraft, listed: readonly string[], timeZone: string): BulkChangeInput | null {
  const chosen = listed.filter((id) => !draft.left.has(id));
  if (chosen.length === 0) return null;
  const selection = {
    ...selectionOf(draft),
    ...(chosen.length < listed.length && { bookings: chosen }),
  };
  const rest = {
    selection,
    policy: draft.policy,
    choices: [...draft.choices].filter(([id]) => chosen.includes(id)).map((one) => choiceInput(one, timeZone)),
  };
  if (draft.kind === "cancel") return { selection, cancel: true };
  if (draft.kind === "type") {
    return draft.newTypeId === null ? null : { ...rest, type: { sessionType: draft.newTypeId } };
  }
  if (draft.how === "to") {
    const minutes = readSigned(draft.minutes);
    return draft.toDate === "" || minutes === null ? null : { ...rest, move: { toDate: draft.toDate, minutes } };
  }
  const [days, minutes] = [readSigned(draft.days), readSigned(draft.minutes)];
  if (days === null || minutes === null || (days === 0 && minutes === 0)) return null;
  return { ...rest, move: { days, minutes } };
}

function choiceInput([booking, choice]: readonly [string, Choice], timeZone: string): BulkChoiceInput {
  if (choice.kind !== "AT") return { booking, kind: choice.kind };
  return { booking, kind: "AT", start: "at" in choice ? { at: choice.at } : { local: choice.local, timeZone } };
}

/** "7", "-1", "−1"; nothing is none. */
export function readSigned(text: string): number | null {
  const typed = text.trim().replace("−", "-");
  if (typed === "") return 0;
  return /^[+-]?\d{1,4}$/.test(typed) ? Number(typed) : null;
}
