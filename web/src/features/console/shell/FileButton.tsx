import { type ChangeEvent, useState } from "react";
import { buttonClass } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import styles from "./FileButton.module.css";

interface FileButtonProps {
  readonly label: string;
  /** Endings and types: ".csv,text/csv". */
  readonly accept: string;
  readonly maxBytes: number;
  readonly onText: (text: string) => void;
}

/** Reads a text file: the browser's own field, drawn as a button. */
export function FileButton({ label, accept, maxBytes, onText }: FileButtonProps) {
  const [problem, setProblem] = useState<string | null>(null);
  async function read(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    // The same file again is a change too.
    const clear = () => {
      event.target.value = "";
    };
    if (file === undefined) return;
    if (file.size > maxBytes) {
      clear();
      return setProblem(`${file.name} is too large for this: at most ${Math.round(maxBytes / 1000)} KB.`);
    }
    setProblem(null);
    const text = await file.text();
    clear();
    return onText(text);
  }
  return (
    <>
      <label className={classes(buttonClass({ size: "s" }), styles.file)}>
        {label}
        <input type="file" accept={accept} className={styles.input} onChange={(event) => void read(event)} />
      </label>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </>
  );
}
