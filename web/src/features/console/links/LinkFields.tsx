import { Segmented } from "../../../ui/Segmented.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { useCoach } from "../shell/coach.ts";
import { ForClient } from "./ForClient.tsx";
import styles from "./LinkEditor.module.css";
import { LinkLimits } from "./LinkLimits.tsx";
import type { LinkDraft, LinkProblems } from "./link-draft.ts";
import { KIND_WORDS, type Link } from "./link-words.ts";
import { RedirectField } from "./RedirectField.tsx";

export interface TypeChoice {
  readonly id: string;
  readonly name: string;
  readonly minutes: readonly number[];
}

export interface LinkFieldsProps {
  readonly draft: LinkDraft;
  readonly link: Link | null;
  readonly problems: LinkProblems;
  readonly sessionTypes: readonly TypeChoice[];
  readonly redirectHosts: readonly string[];
  readonly onChange: (change: Partial<LinkDraft>) => void;
}

const KINDS = (["PUBLIC", "SECRET", "SINGLE_USE"] as const).map((id) => ({ id, label: KIND_WORDS[id] }));

const KIND_HINTS = {
  PUBLIC: "An address that can be read out. Anybody who knows or guesses it can book.",
  SECRET: "A long address that nobody can guess. Those you give it to can book, again and again.",
  SINGLE_USE: "A long address that nobody can guess. It closes after one booking.",
} as const;

/** What a link opens and its kind are settled when it is made; all else can change. */
export function LinkFields(props: LinkFieldsProps) {
  const { draft, link, problems, sessionTypes, redirectHosts, onChange } = props;
  return (
    <>
      {link === null && (
        <>
          <Select
            dense
            label="Session type"
            options={sessionTypes.map(({ id, name }) => ({ id, label: name }))}
            value={draft.sessionType || null}
            onChange={(sessionType) => onChange({ sessionType, someLengths: false, minutes: [] })}
            error={problems.sessionType}
          />
          <div className={styles.field}>
            <Segmented label="Kind" options={KINDS} value={draft.kind} onChange={(kind) => onChange({ kind })} />
            <p className={styles.hint}>{KIND_HINTS[draft.kind]}</p>
          </div>
        </>
      )}
      {draft.kind === "PUBLIC" ? (
        <AddressField {...props} />
      ) : (
        <ForClient client={draft.client} onChange={(client) => onChange({ client })} error={problems.client} />
      )}
      <TextField
        dense
        optional
        label="Name"
        hint="For your own eyes, to find it again."
        value={draft.name}
        onChange={(name) => onChange({ name })}
        error={problems.name}
        autoComplete="off"
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Limits</legend>
        <LinkLimits
          draft={draft}
          problems={problems}
          lengths={sessionTypes.find(({ id }) => id === draft.sessionType)?.minutes ?? []}
          onChange={onChange}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>After booking</legend>
        <RedirectField draft={draft} problem={problems.redirectUrl} hosts={redirectHosts} onChange={onChange} />
      </fieldset>
    </>
  );
}

function AddressField({ draft, link, problems, onChange }: LinkFieldsProps) {
  const { slug } = useCoach();
  const moved = link !== null && draft.slug !== link.slug;
  return (
    <TextField
      dense
      optional={link === null}
      label="Address"
      hint={
        moved
          ? `From /${slug}/${link.slug} it then leads nowhere: tell those who have it.`
          : `Follows ${location.host}/${slug}/. Small letters, digits and hyphens.`
      }
      placeholder={link === null ? "made from the name of the session type" : ""}
      value={draft.slug}
      onChange={(value) => onChange({ slug: value })}
      error={problems.slug}
      autoComplete="off"
      autoCorrect="off"
    />
  );
}
