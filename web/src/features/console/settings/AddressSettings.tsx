import { type FormEvent, useRef, useState } from "react";
import { type SettingPartsFragment, useUpdateAddressMutation } from "../../../generated/console.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";
import { useFirstProblem } from "../shell/use-first-problem.ts";
import { addressInput } from "./address-input.ts";
import styles from "./Settings.module.css";
import { SettingsSection } from "./SettingsSection.tsx";

/** Where the coach's booking pages lie, and where they may lead on to. */
export function AddressSettings({ coach }: { readonly coach: SettingPartsFragment }) {
  const saved = { slug: coach.slug, hosts: (coach.redirectHosts ?? []).join("\n") };
  const [edits, setEdits] = useState<Partial<typeof saved>>({});
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [update, { loading }] = useUpdateAddressMutation();
  const form = useRef<HTMLFormElement>(null);
  useFirstProblem(form, problem);
  const draft = { ...saved, ...edits };
  const changed = JSON.stringify(draft) !== JSON.stringify(saved);
  const moves = draft.slug.trim() !== saved.slug;
  const errorAt = (field: string) => (problem?.field?.split(".")[0] === field ? problem.message : undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (loading) return;
    const refused = await update({ variables: { input: addressInput(draft) } }).then(
      ({ data }) => {
        const answer = data?.updateAddress;
        if (answer?.__typename === "AddressSaved") return null;
        return answer ? saveProblemOf(answer) : unansweredProblem();
      },
      () => unansweredProblem(),
    );
    setProblem(refused);
    if (refused !== null) return;
    setEdits({});
    toast({ tone: "success", message: "Your address and hosts are saved." });
  }
  return (
    <SettingsSection title="Addresses" lead="Where your booking pages lie, and which sites they may lead on to.">
      <form ref={form} className={styles.fields} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          dense
          label="Your booking pages begin with"
          hint={
            moves
              ? `All links under ${location.host}/${saved.slug}/ end: those who have one need a new one.`
              : `${location.host}/${saved.slug}/…`
          }
          value={draft.slug}
          onChange={(slug) => setEdits((before) => ({ ...before, slug }))}
          error={errorAt("slug")}
          autoComplete="off"
          autoCorrect="off"
        />
        <TextField
          dense
          optional
          multiline
          label="Hosts to lead on to"
          placeholder="www.example.com"
          hint="One a line. After booking, a link may send clients to a page on one of these, and nowhere else."
          value={draft.hosts}
          onChange={(hosts) => setEdits((before) => ({ ...before, hosts }))}
          error={errorAt("redirectHosts")}
          autoComplete="off"
        />
        {problem && problem.field === null && (
          <Notice tone="danger" live>
            {problem.message}
          </Notice>
        )}
        {changed && (
          <div className={styles.actions}>
            <Button type="submit" variant="primary" size="s" isPending={loading}>
              {loading ? "Saving…" : "Save"}
            </Button>
            <Button
              variant="quiet"
              size="s"
              onPress={() => {
                setEdits({});
                setProblem(null);
              }}
            >
              Discard
            </Button>
          </div>
        )}
      </form>
    </SettingsSection>
  );
}
