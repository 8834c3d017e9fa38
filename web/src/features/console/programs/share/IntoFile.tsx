import { useState } from "react";
import { useShareableQuery } from "../../../../generated/console.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Checkbox } from "../../../../ui/Checkbox.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { PageError, RowsLoading } from "../../shell/PageStates.tsx";
import styles from "./Share.module.css";
import { useShare } from "./use-share.ts";

/** What goes into a file for others. */
export function IntoFile() {
  const { data, error, refetch } = useShareableQuery({ fetchPolicy: "cache-and-network" });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { share, sharing, problem } = useShare();
  const viewer = data?.viewer;
  const groups = [
    { kind: "programs", title: "Programs", items: viewer?.programs ?? [] },
    { kind: "sessionTypes", title: "Session types", items: viewer?.sessionTypes ?? [] },
    { kind: "availabilityTemplates", title: "Hours", items: viewer?.availabilityTemplates ?? [] },
  ] as const;
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => new Set([...before].filter((one) => one !== id).concat(on ? [id] : [])));
  const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).filter((id) => chosen.has(id));
  return (
    <section aria-labelledby="into" className={styles.section}>
      <h2 id="into" className={styles.title}>
        Into a file
      </h2>
      {viewer ? (
        <>
          <div className={styles.groups}>
            {groups
              .filter(({ items }) => items.length > 0)
              .map(({ kind, title, items }) => (
                <fieldset key={kind} className={styles.group}>
                  <legend className={styles.legend}>{title}</legend>
                  {items.map(({ id, name }) => (
                    <Checkbox key={id} isSelected={chosen.has(id)} onChange={(on) => toggle(id, on)}>
                      {name}
                    </Checkbox>
                  ))}
                </fieldset>
              ))}
          </div>
          <p className={styles.note}>Programs take the session types with them that they need, places included.</p>
          {problem && (
            <Notice tone="danger" live>
              {problem}
            </Notice>
          )}
          <Button
            size="s"
            isPending={sharing}
            isDisabled={chosen.size === 0}
            onPress={() =>
              void share({
                programs: idsOf(groups[0].items),
                sessionTypes: idsOf(groups[1].items),
                availabilityTemplates: idsOf(groups[2].items),
              })
            }
          >
            {sharing ? "Writing…" : "Save the file"}
          </Button>
        </>
      ) : error ? (
        <PageError what="Your programs" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={2} />
      )}
    </section>
  );
}
