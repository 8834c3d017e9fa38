import type { DragEvent } from "react";
import { TextField } from "../../../ui/TextField.tsx";
import { countOf } from "../programs/program-words.ts";
import { FileButton } from "../shell/FileButton.tsx";
import styles from "./Bulk.module.css";
import { lineCount } from "./bulk-words.ts";

interface GiveListProps {
  readonly csv: string;
  readonly error: string | undefined;
  readonly onChange: (csv: string) => void;
}

const MAX_BYTES = 200_000;
const EXAMPLE = "name,email,phone,time zone,start\nAnn Archer,ann@example.com,,Europe/Berlin,2027-01-12 10:00";

/** A list of clients as a spreadsheet gives it: pasted, dropped, or from a file. It is read line by line once it is planned. */
export function GiveList({ csv, error, onChange }: GiveListProps) {
  function drop(event: DragEvent) {
    const file = event.dataTransfer.files[0];
    if (file === undefined || file.size > MAX_BYTES) return;
    event.preventDefault();
    void file.text().then(onChange);
  }
  const lines = lineCount(csv);
  return (
    <div className={styles.list} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <TextField
        multiline
        label="List"
        className={styles.csv ?? ""}
        placeholder={EXAMPLE}
        value={csv}
        onChange={onChange}
        error={error}
        hint={
          lines > 0
            ? `${countOf(lines, "line")} below the names of the columns.`
            : "The first line names the columns: name and email; phone, time zone, note and start if you like."
        }
        spellCheck="false"
        autoComplete="off"
      />
      <FileButton
        label="Choose a file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        maxBytes={MAX_BYTES}
        onText={onChange}
      />
    </div>
  );
}
