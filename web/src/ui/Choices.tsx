import { type ReactNode, useId } from "react";
import { Button } from "./Button.tsx";
import styles from "./Choices.module.css";
import { Icon } from "./Icon.tsx";

export type ChoicesProps = {
  label: string;
  name: string;
  options: readonly string[];
  /** What is chosen, in whatever order. */
  value: readonly string[];
  onChange: (value: string[]) => void;
  multiple?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
};

/** Answers below each other, all in sight: the browser's own radio buttons or checkboxes carry them. */
export function Choices({ label, name, options, value, onChange, multiple, hint, error, optional }: ChoicesProps) {
  const id = useId();
  const described = [hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(" ");
  const choose = (option: string, on: boolean) => {
    if (!multiple) return onChange([option]);
    onChange(options.filter((each) => (each === option ? on : value.includes(each))));
  };
  return (
    <fieldset
      role={multiple ? undefined : "radiogroup"}
      className={styles["group"]}
      aria-describedby={described || undefined}
      {...(!multiple && { "aria-required": !optional, "aria-invalid": Boolean(error) })}
    >
      <legend className={styles["legend"]}>
        {label}
        {optional && <span className={styles["optional"]}>optional</span>}
      </legend>
      {hint && (
        <p id={`${id}hint`} className={styles["hint"]}>
          {hint}
        </p>
      )}
      <div className={styles["options"]}>
        {options.map((option) => (
          <label key={option} className={styles["option"]}>
            <input
              type={multiple ? "checkbox" : "radio"}
              name={name}
              value={option}
              checked={value.includes(option)}
              onChange={(event) => choose(option, event.target.checked)}
            />
            <span>{option}</span>
          </label>
        ))}
        {optional && !multiple && value.length > 0 && (
          <Button variant="quiet" size="s" className={styles["clear"]} onPress={() => onChange([])}>
            Take the answer back
          </Button>
        )}
      </div>
      <ChoiceError id={`${id}error`}>{error}</ChoiceError>
    </fieldset>
  );
}

export type TickProps = {
  label: string;
  name: string;
  isSelected: boolean;
  onChange: (on: boolean) => void;
  hint?: string | undefined;
  error?: string | undefined;
  isRequired?: boolean;
};

/** One box to tick in a form for clients, with what is wrong about it at its side. */
export function Tick({ label, name, isSelected, onChange, hint, error, isRequired }: TickProps) {
  const id = useId();
  const described = [hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(" ");
  return (
    <div>
      <label className={styles["option"]}>
        <input
          type="checkbox"
          name={name}
          checked={isSelected}
          onChange={(event) => onChange(event.target.checked)}
          aria-required={isRequired}
          aria-invalid={Boolean(error)}
          aria-describedby={described || undefined}
        />
        <span>
          {label}
          {isRequired && <span className={styles["optional"]}>required</span>}
        </span>
      </label>
      {hint && (
        <p id={`${id}hint`} className={styles["hint"]}>
          {hint}
        </p>
      )}
      <ChoiceError id={`${id}error`}>{error}</ChoiceError>
    </div>
  );
}

function ChoiceError({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className={styles["error"]}>
      <Icon name="alert" size="1.1em" />
      <span>{children}</span>
    </p>
  );
}
