import { useMemo } from "react";

export type Attempts<Input> = {
  /** The input to send for these fields: as sent before while its outcome is unknown, else a new one with a new key. */
  input: (fields: unknown, make: (idempotencyKey: string) => Input) => Input;
  /** The server has answered, with whatever: what is sent next is a new attempt. */
  settled: () => void;
};

/** After a lost answer the same input goes out with the same key, so that the server can tell a repetition from a second wish. */
export function createAttempts<Input>(): Attempts<Input> {
  let open: { fingerprint: string; input: Input } | null = null;
  return {
    input: (fields, make) => {
      const fingerprint = JSON.stringify(fields);
      if (open?.fingerprint !== fingerprint) open = { fingerprint, input: make(createKey()) };
      return open.input;
    },
    settled: () => {
      open = null;
    },
  };
}

export function useAttempts<Input>(): Attempts<Input> {
  return useMemo(() => createAttempts<Input>(), []);
}

/** randomUUID is there only on https and localhost; a page opened by its address in the local network needs a key too. */
function createKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Sends again when no answer came; an answer, good or bad, ends it. `wait` is given the number of the attempt. */
export async function withRetries<Result>(
  send: () => Promise<Result>,
  isAnswer: (error: unknown) => boolean,
  wait: (attempt: number) => Promise<void>,
  attempts = 4,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (isAnswer(error) || attempt >= attempts) throw error;
      await wait(attempt);
    }
  }
}
