import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { withRetries } from "./attempt.ts";

/** Sends an idempotent write, again if need be: a write without a key must not come here. */
export function send<Data>(write: () => Promise<{ data?: Data | undefined }>): Promise<Data> {
  const attempt = async () => {
    const { data } = await write();
    if (!data) throw new Error("The server gave no data and no error");
    return data;
  };
  return withRetries(
    attempt,
    CombinedGraphQLErrors.is,
    (turn) => new Promise((done) => setTimeout(done, 400 * 3 ** (turn - 1))),
  );
}

/** What to say when no result came: the answer got lost, or the server failed and gave the number of the request. */
export function describeFailure(error: unknown): string {
  if (!CombinedGraphQLErrors.is(error)) {
    return "The answer got lost on the way. Press again to make sure: it will not be done twice.";
  }
  const id = error.errors[0]?.extensions?.["requestId"];
  return `Something went wrong on our side${typeof id === "string" ? ` (request ${id})` : ""}. Nothing you wrote is lost; please try again.`;
}
