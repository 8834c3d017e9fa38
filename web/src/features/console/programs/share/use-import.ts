import { useState } from "react";
import { useCheckSharedFileQuery, useImportSharedFileMutation } from "../../../../generated/console.ts";
import type { ImportSharedFileInput } from "../../../../generated/schema.ts";
import { useAttempts } from "../../../../lib/attempt.ts";
import { describeFailure, send } from "../../../../lib/send.ts";
import { toast } from "../../../../ui/Toaster.tsx";
import { countOf } from "../program-words.ts";

/** What a file holds, what is wrong with it, and the press that adds it. */
export function useImport(text: string | null, useOwnTypes: boolean, onDone: () => void) {
  const { data, error, loading } = useCheckSharedFileQuery({
    variables: { input: { text: text ?? "", useOwnTypes } },
    skip: text === null,
    fetchPolicy: "network-only",
  });
  const [mutate, { loading: importing }] = useImportSharedFileMutation({
    refetchQueries: ["Programs", "Shareable", "SessionTypes"],
  });
  const attempts = useAttempts<ImportSharedFileInput>();
  const [refusal, setRefusal] = useState<string | null>(null);
  const answer = text === null ? undefined : data?.checkSharedFile;
  const contents = answer?.__typename === "SharedFileContents" ? answer : null;
  const refused = answer && answer.__typename !== "SharedFileContents" ? answer : null;

  async function add(): Promise<void> {
    if (text === null || importing) return;
    setRefusal(null);
    const fields = { text, useOwnTypes };
    const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    try {
      const { importSharedFile } = await send(() => mutate({ variables: { input } }));
      attempts.settled();
      if (importSharedFile.__typename !== "SharedFileImported") return setRefusal(importSharedFile.message);
      toast({ tone: "success", message: addedWords(importSharedFile) });
      return onDone();
    } catch (failure) {
      return setRefusal(describeFailure(failure));
    }
  }
  return {
    contents,
    faults: refused?.__typename === "SharedFileRefused" ? refused.faults : [],
    problem: refusal ?? refused?.message ?? (error && text !== null ? describeFailure(error) : null),
    checking: loading,
    importing,
    add,
  };
}

interface Imported {
  readonly programs: readonly unknown[];
  readonly sessionTypes: readonly unknown[];
  readonly availabilityTemplates: readonly unknown[];
}

/** "1 program and 2 session types are added. The session types are off until you have looked at them." */
function addedWords({ programs, sessionTypes, availabilityTemplates }: Imported): string {
  const parts = [
    programs.length > 0 && countOf(programs.length, "program"),
    sessionTypes.length > 0 && countOf(sessionTypes.length, "session type"),
    availabilityTemplates.length > 0 && `hours (${availabilityTemplates.length})`,
  ].filter((part) => part !== false);
  const added = `${parts.join(" and ") || "Nothing"} added.`;
  return sessionTypes.length > 0 ? `${added} New session types are off until you switch them on.` : added;
}
