import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { TextField } from "react-aria-components/TextField";
import { classes } from "../../../ui/classes.ts";
import field from "../../../ui/Field.module.css";
import styles from "./WindowFields.module.css";

interface TimeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The field is left: what was typed can be written properly. */
  readonly onLeave: () => void;
  readonly error: string | undefined;
}

/** A time as text: quicker to type than any picker, and forgiving about how. */
export function TimeInput({ label, value, onChange, onLeave, error }: TimeInputProps) {
  return (
    <TextField
      aria-label={label}
      value={value}
      onChange={onChange}
      onBlur={onLeave}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      autoComplete="off"
      className={classes(field.field, field.dense, styles.time)}
    >
      <Input className={classes(field.input, styles.input)} />
      <FieldError className={classes(field.error, styles.error)}>{error}</FieldError>
    </TextField>
  );
}
