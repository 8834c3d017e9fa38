import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { SharePracticeDocument, type SharePracticeQueryVariables } from "../../../../generated/console.ts";
import { unansweredProblem } from "../../shell/save-problem.ts";

/** Has a file written for other coaches, and gives it to the browser to keep; or says why not. */
export function useShare() {
  const apollo = useApolloClient();
  const [sharing, setSharing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function share(variables: SharePracticeQueryVariables): Promise<string | null> {
    setSharing(true);
    setProblem(null);
    const answer = await apollo.query({ query: SharePracticeDocument, variables, fetchPolicy: "network-only" }).then(
      ({ data }) => data?.sharePractice,
      () => undefined,
    );
    setSharing(false);
    if (answer?.__typename === "SharedFile") {
      keepFile(answer.fileName, answer.text);
      return null;
    }
    const { message } = answer ?? unansweredProblem();
    setProblem(message);
    return message;
  }
  return { share, sharing, problem };
}

function keepFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // Once the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
