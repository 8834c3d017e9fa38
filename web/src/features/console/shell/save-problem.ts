/** Why something was not saved, and at which field if the server named one. */
export interface SaveProblem {
  readonly message: string;
  readonly field: string | null;
}

interface Refusing {
  readonly message: string;
  readonly field?: string;
}

export const saveProblemOf = ({ message, field }: Refusing): SaveProblem => ({ message, field: field ?? null });

export const unansweredProblem = (): SaveProblem => ({
  field: null,
  message: navigator.onLine
    ? "No answer came from the server, so nothing is known to be saved. Try again."
    : "You are offline: nothing is saved yet. What you wrote stays here; save it when the connection is back.",
});
