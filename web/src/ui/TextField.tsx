import type { RefObject } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import { classes } from "./classes.ts";
import styles from "./Field.module.css";
import { Icon } from "./Icon.tsx";

export type TextFieldProps = Omit<AriaTextFieldProps, "children" | "className" | "style" | "validationBehavior"> & {
  label: string;
  /** What to write, under the label's field. */
  hint?: string | undefined;
  /** What was wrong and what is right; shown at the field and read with it. */
  error?: string | undefined;
  /** Marks the label; fields are required unless they say so. */
  optional?: boolean;
  multiline?: boolean;
  /** Lower, for the console's dense forms. */
  dense?: boolean;
  placeholder?: string;
  className?: string;
  inputRef?: RefObject<HTMLInputElement | null>;
};

export function TextField({
  label,
  hint,
  error,
  optional,
  multiline,
  dense,
  placeholder = "",
  className,
  inputRef,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField
      {...props}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={classes(styles["field"], dense && styles["dense"], className)}
    >
      <FieldLabel label={label} optional={optional} />
      {multiline ? (
        <TextArea className={classes(styles["input"], styles["area"])} placeholder={placeholder} />
      ) : (
        <Input className={classes(styles["input"])} placeholder={placeholder} {...(inputRef && { ref: inputRef })} />
      )}
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}

export function FieldLabel({ label, optional }: { label: string; optional?: boolean | undefined }) {
  return (
    <Label className={classes(styles["label"])}>
      {label}
      {optional && <span className={styles["optional"]}>optional</span>}
    </Label>
  );
}

export function FieldNotes({ hint, error }: { hint?: string | undefined; error?: string | undefined }) {
  return (
    <>
      {hint && !error && (
        <Text slot="description" className={classes(styles["hint"])}>
          {hint}
        </Text>
      )}
      <FieldError className={classes(styles["error"])}>
        <Icon name="alert" size="1.1em" />
        <span>{error}</span>
      </FieldError>
    </>
  );
}
