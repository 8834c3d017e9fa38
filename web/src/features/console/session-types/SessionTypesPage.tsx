import { useState } from "react";
import { type SessionTypePartsFragment, useSessionTypesQuery } from "../../../generated/console.ts";
import { formatDuration } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { Swatch } from "../shell/Swatch.tsx";
import { useUnsavedMark } from "../shell/unsaved.ts";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { SessionTypeEditor } from "./SessionTypeEditor.tsx";
import styles from "./SessionTypesPage.module.css";

const NEW_ID = "new";

export function SessionTypesPage() {
  const { data, error, refetch } = useSessionTypesQuery({ fetchPolicy: "cache-and-network" });
  const [editedId, setEditedId] = useState<string | null>(null);
  const types = data?.viewer?.sessionTypes;
  const defaults = data?.viewer?.sessionDefaults;
  const edited = types?.find(({ id }) => id === editedId) ?? null;
  const [unsaved, setUnsaved] = useState(false);
  const [nudged, setNudged] = useState(false);
  const edit = (id: string | null) => {
    setNudged(false);
    setUnsaved(false);
    setEditedId(id);
  };
  // What was written is not lost by a slip: only Discard gives it up.
  const leaveFor = (id: string | null) => {
    if (id === editedId) return;
    if (unsaved) setNudged(true);
    else edit(id);
  };
  useUnsavedMark("session types: form", unsaved);
  useShortcuts({ new: () => leaveFor(NEW_ID), ...(editedId !== null && { close: () => leaveFor(null) }) });
  const add = (
    <Button variant="primary" size="s" icon="plus" onPress={() => leaveFor(NEW_ID)}>
      New session type
    </Button>
  );
  const editing = editedId !== null && (editedId === NEW_ID || edited !== null);
  return (
    <PageFrame
      title="Session types"
      lead="What clients can book. Changes reach open booking pages at once; sessions already booked stay as they are."
      actions={types && types.length > 0 ? add : undefined}
      panel={
        editing &&
        defaults && (
          <SessionTypeEditor
            key={editedId}
            type={edited}
            defaults={defaults}
            templates={data?.viewer?.availabilityTemplates ?? []}
            nudged={nudged && unsaved}
            onUnsaved={setUnsaved}
            onClose={() => leaveFor(null)}
            onDiscard={() => edit(null)}
            onSaved={({ id }) => edit(id)}
          />
        )
      }
    >
      {types ? (
        types.length === 0 ? (
          <PageEmpty title="Nothing to book yet" action={add}>
            A session type says what a client can book: how long, where, and on what notice.
          </PageEmpty>
        ) : (
          <ul className={styles.list}>
            {types.map((type) => (
              <TypeRow key={type.id} type={type} current={type.id === editedId} onOpen={() => leaveFor(type.id)} />
            ))}
          </ul>
        )
      ) : error ? (
        <PageError what="The session types" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={4} />
      )}
    </PageFrame>
  );
}

const PLACE_ICONS = { VIDEO: "video", PHONE: "phone", ADDRESS: "pin" } as const;

interface TypeRowProps {
  readonly type: SessionTypePartsFragment;
  readonly current: boolean;
  readonly onOpen: () => void;
}

function TypeRow({ type, current, onOpen }: TypeRowProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-off={!type.active || undefined}
        aria-pressed={current}
        onClick={onOpen}
      >
        <Swatch colour={type.colour} />
        <span className={styles.text}>
          <span className={styles.name}>{type.name}</span>
          <span className={styles.facts}>
            {[
              type.minutes.map(formatDuration).join(", "),
              type.capacity > 1 && `group of up to ${type.capacity}`,
              !type.active && "switched off",
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
        <span className={styles.place}>
          <Icon name={PLACE_ICONS[type.place.kind]} />
        </span>
      </button>
    </li>
  );
}
