import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { CopyButton } from "../links/CopyButton.tsx";
import styles from "./NewSeries.module.css";
import { type RuleDraft, readRule, ruleFromText } from "./rule-draft.ts";

interface RuleTextProps {
  readonly rule: RuleDraft;
  readonly start: string;
  /** As the server writes it, with its start and exceptions; empty while it is not known. */
  readonly recurrence: string;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}

/** The rule as other calendars write it, to be copied from here or pasted here. */
export function RuleText({ rule, start, recurrence, error, onChange }: RuleTextProps) {
  const [pasted, setPasted] = useState(rule.text ?? "");
  const read = readRule(rule, start);
  const written = recurrence || ("text" in read ? read.text : "");
  function take() {
    const known = ruleFromText(pasted, start);
    onChange(known ?? { text: pasted.trim() });
  }
  return (
    <details className={styles.text} open={rule.text !== null || undefined}>
      <summary>As RRULE text</summary>
      <div className={styles.textBody}>
        {written && (
          <div className={styles.written}>
            <pre className={styles.code}>{written}</pre>
            <CopyButton text={written} what="the rule" variant="quiet" />
          </div>
        )}
        <TextField
          dense
          multiline
          optional
          label="From another calendar"
          placeholder="RRULE:FREQ=WEEKLY;COUNT=12"
          value={pasted}
          onChange={setPasted}
          error={error}
          hint="Lines of DTSTART, RRULE, EXDATE and RDATE."
        />
        <div className={styles.buttons}>
          <Button size="s" isDisabled={pasted.trim() === "" || pasted.trim() === rule.text} onPress={take}>
            Use this rule
          </Button>
          {rule.text !== null && (
            <Button size="s" variant="quiet" onPress={() => onChange({ text: null })}>
              Choose days instead
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}
