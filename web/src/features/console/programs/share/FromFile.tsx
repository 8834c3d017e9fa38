import { type DragEvent, useState } from "react";
import { Button } from "../../../../ui/Button.tsx";
import { Checkbox } from "../../../../ui/Checkbox.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { Skeleton } from "../../../../ui/Skeleton.tsx";
import { FileButton } from "../../shell/FileButton.tsx";
import { Contents } from "./Contents.tsx";
import styles from "./Share.module.css";
import { useImport } from "./use-import.ts";

const MAX_BYTES = 60_000;

/** What a file of another coach would add, checked before anything is; then it is added whole. */
export function FromFile() {
  const [text, setText] = useState<string | null>(null);
  const [useOwnTypes, setUseOwnTypes] = useState(true);
  const { contents, faults, problem, checking, importing, add } = useImport(text, useOwnTypes, () => setText(null));
  const added = contents && countAdded(contents);
  function drop(event: DragEvent) {
    const file = event.dataTransfer.files[0];
    if (file === undefined || file.size > MAX_BYTES) return;
    event.preventDefault();
    void file.text().then(setText);
  }
  return (
    <section
      aria-labelledby="from"
      className={styles.section}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <h2 id="from" className={styles.title}>
        From a file
      </h2>
      <FileButton label="Choose a file" accept=".json,application/json" maxBytes={MAX_BYTES} onText={setText} />
      {checking && !contents && <Skeleton height="4rem" />}
      {problem && (
        <Notice tone="danger" title="This file cannot be used as it is" live>
          {faults.length > 0 ? (
            <ul className={styles.faults}>
              {faults.map(({ line, path, message }) => (
                <li key={`${line} ${path} ${message}`}>
                  <b>Line {line}</b> {message}
                </li>
              ))}
            </ul>
          ) : (
            problem
          )}
        </Notice>
      )}
      {contents && added !== null && (
        <>
          <Contents contents={contents} />
          <Checkbox isSelected={useOwnTypes} onChange={setUseOwnTypes}>
            Use my own session types where the names are the same
          </Checkbox>
          <Button size="s" variant="primary" isPending={importing} isDisabled={added === 0} onPress={() => void add()}>
            {importing ? "Adding…" : "Add to my practice"}
          </Button>
        </>
      )}
    </section>
  );
}

const countAdded = (contents: NonNullable<ReturnType<typeof useImport>["contents"]>): number =>
  [...contents.programs, ...contents.sessionTypes, ...contents.availabilityTemplates].filter(({ isOwn }) => !isOwn)
    .length;
