import { useEffect, useRef, useState } from "react";
import { announce } from "../../../ui/Announcer.tsx";
import { Button, IconButton } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import styles from "./DetailsStep.module.css";
import { type FieldErrors, guestField } from "./details.ts";

type GuestFieldsProps = {
  guests: readonly string[];
  most: number;
  errors: FieldErrors;
  onChange: (guests: readonly string[]) => void;
};

/** Addresses of those who come along: none at first, each with its own way out. */
export function GuestFields({ guests, most, errors, onChange }: GuestFieldsProps) {
  const add = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // A field that was added takes the focus; what was removed hands it on.
  const [focusOn, setFocusOn] = useState<number | null>(null);
  useEffect(() => {
    if (focusOn === null) return;
    setFocusOn(null);
    const field = list.current?.querySelectorAll("input")[focusOn];
    if (field) field.focus();
    else add.current?.focus();
  }, [focusOn]);
  const full = guests.length >= most;
  return (
    <div ref={list} className={styles["guests"]}>
      {guests.map((guest, index) => (
        // Guests are told apart by their place alone.
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing else names an empty field
        <div key={index} className={styles["guest"]}>
          <TextField
            label={guests.length === 1 ? "Guest’s email" : `Email of guest ${index + 1}`}
            name={guestField(index)}
            type="email"
            inputMode="email"
            autoComplete="off"
            value={guest}
            error={errors[guestField(index)]}
            onChange={(email) => onChange(guests.map((each, at) => (at === index ? email : each)))}
          />
          <IconButton
            icon="close"
            size="l"
            label={guest ? `Remove ${guest}` : `Remove guest ${index + 1}`}
            onPress={() => {
              onChange(guests.filter((_, at) => at !== index));
              announce("Guest removed.");
              setFocusOn(Math.min(index, guests.length - 2));
            }}
          />
        </div>
      ))}
      {!full && (
        <Button
          ref={add}
          variant="quiet"
          icon="plus"
          className={styles["add"]}
          onPress={() => {
            onChange([...guests, ""]);
            setFocusOn(guests.length);
          }}
        >
          {guests.length === 0 ? "Bring somebody along" : "Add another guest"}
        </Button>
      )}
      {full && most > 1 && <p className={styles["small"]}>That is as many guests as can come along.</p>}
    </div>
  );
}
