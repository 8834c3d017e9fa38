import { useState } from "react";
import { useUpdateAddressMutation } from "../../../generated/console.ts";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import styles from "./LinkEditor.module.css";
import type { LinkDraft } from "./link-draft.ts";
import { Optional } from "./Optional.tsx";
import { hostToAllow } from "./redirect-host.ts";

interface RedirectFieldProps {
  readonly draft: LinkDraft;
  readonly problem: string | undefined;
  /** Those that the coach allows now. */
  readonly hosts: readonly string[];
  readonly onChange: (change: Partial<LinkDraft>) => void;
}

/** Visitors are sent to hosts alone that the coach has allowed; one that is not yet can be allowed here. */
export function RedirectField({ draft, problem, hosts, onChange }: RedirectFieldProps) {
  const [update, { loading }] = useUpdateAddressMutation();
  const [refused, setRefused] = useState<string | null>(null);
  const host = hostToAllow(draft.redirectUrl, hosts);
  async function allow() {
    const answer = await update({ variables: { input: { redirectHosts: [...hosts, host ?? ""] } } }).then(
      ({ data }) => data?.updateAddress,
      () => undefined,
    );
    const message = answer && "message" in answer ? answer.message : null;
    setRefused(answer ? message : "No answer came from the server. Try again.");
    // The refusal of the address itself is answered with this.
    if (answer && message === null) onChange({ redirectUrl: draft.redirectUrl });
  }
  return (
    <Optional
      label="Lead on to a page of yours"
      isOn={draft.redirects}
      onChange={(redirects) => onChange({ redirects })}
    >
      <TextField
        dense
        label="Page"
        type="url"
        placeholder="https://"
        hint={
          hosts.length > 0
            ? `On ${listOf(hosts)}. Only hosts you allow are led to.`
            : "Begins with https://. Only hosts you allow are led to."
        }
        value={draft.redirectUrl}
        onChange={(redirectUrl) => onChange({ redirectUrl })}
        error={problem}
        autoComplete="off"
      />
      {host !== null && (
        <div className={styles.allow}>
          <p className={styles.hint}>You have not allowed {host} yet.</p>
          <Button size="s" isPending={loading} onPress={() => void allow()}>
            {loading ? "Allowing…" : `Allow ${host}`}
          </Button>
        </div>
      )}
      {refused && <p className={styles.error}>{refused}</p>}
    </Optional>
  );
}

const listOf = (hosts: readonly string[]): string =>
  hosts.length > 3 ? `${hosts.slice(0, 2).join(", ")} and ${hosts.length - 2} more` : hosts.join(" or ");
