import { type ChangeEvent, type DragEvent, useState } from "react";
import { buttonClass } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import { TextField } from "../../../ui/TextField.tsx";
import { countOf } from "../programs/program-words.ts";
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
  const [problem, setProblem] = useState<string | null>(null);
  async function read(file: File | undefined) {
    if (file === undefined) return;
    if (file.size > MAX_BYTES) return setProblem(`${file.name} is no list of clients: it is too large.`);
    setProblem(null);
    return onChange(await file.text());
  }
  function drop(event: DragEvent) {
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void read(file);
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
        error={problem ?? error}
        hint={
          lines > 0
            ? `${countOf(lines, "line")} below the names of the columns.`
            : "The first line names the columns: name and email; phone, time zone, note and start if you like."
        }
        spellCheck="false"
        autoComplete="off"
      />
      <label className={classes(buttonClass({ size: "s" }), styles.file)}>
        Choose a file
        <input
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          className={styles.hidden}
          onChange={(event: ChangeEvent<HTMLInputElement>) => {
            void read(event.target.files?.[0]);
            // The same file again is a change too.
            event.target.value = "";
          }}
        />
      </label>
    </div>
  );
}
