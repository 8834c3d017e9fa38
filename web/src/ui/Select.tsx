import { Button } from "react-aria-components/Button";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { classes } from "./classes.ts";
import field from "./Field.module.css";
import { Icon } from "./Icon.tsx";
import styles from "./ListBox.module.css";
import { FieldLabel, FieldNotes } from "./TextField.tsx";

export type Option<Id extends string> = { id: Id; label: string; hint?: string };

export type SelectProps<Id extends string> = {
  label: string;
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  isDisabled?: boolean;
  dense?: boolean;
  name?: string;
  className?: string;
};

export function Select<Id extends string>({
  label,
  options,
  value,
  onChange,
  placeholder = "Choose",
  hint,
  error,
  optional,
  dense,
  className,
  ...props
}: SelectProps<Id>) {
  return (
    <AriaSelect
      {...props}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      placeholder={placeholder}
      className={classes(field["field"], dense && field["dense"], className)}
    >
      <FieldLabel label={label} optional={optional} />
      <Button className={classes(field["input"], styles["trigger"])}>
        <SelectValue className={classes(styles["value"])}>
          {({ selectedText }) => selectedText || placeholder}
        </SelectValue>
        <Icon name="chevronDown" />
      </Button>
      <FieldNotes hint={hint} error={error} />
      <Popover className={classes(styles["popover"])} offset={4}>
        <ListBox className={classes(styles["list"])} items={options}>
          {(option) => <OptionRow id={option.id} label={option.label} {...(option.hint && { hint: option.hint })} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function OptionRow({ id, label, hint }: Option<string>) {
  return (
    <ListBoxItem id={id} textValue={label} className={classes(styles["option"])}>
      {({ isSelected }) => (
        <>
          <span className={styles["text"]}>{label}</span>
          {hint && <span className={styles["hint"]}>{hint}</span>}
          <span className={styles["tick"]}>{isSelected && <Icon name="check" />}</span>
        </>
      )}
    </ListBoxItem>
  );
}
