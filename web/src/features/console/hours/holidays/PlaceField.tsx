import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { buttonClass } from "../../../../ui/Button.tsx";
import { classes } from "../../../../ui/classes.ts";
import field from "../../../../ui/Field.module.css";
import { Icon } from "../../../../ui/Icon.tsx";
import listBox from "../../../../ui/ListBox.module.css";
import { OptionRow } from "../../../../ui/Select.tsx";
import { FieldLabel, FieldNotes } from "../../../../ui/TextField.tsx";
import search from "../SearchField.module.css";

export interface HolidayPlace {
  readonly code: string;
  readonly name: string;
}

interface PlaceFieldProps {
  readonly label: string;
  readonly optional?: boolean;
  /** Null while they are on their way. */
  readonly places: readonly HolidayPlace[] | null;
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
}

/** A country, state or region, found by its name. */
export function PlaceField({ label, optional, places, value, onChange, error, hint }: PlaceFieldProps) {
  const chosen = places?.find(({ code }) => code === value);
  const own = chosen?.name ?? "";
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? own;
  const words = fold(shown);
  const found = (places ?? []).filter(({ name }) => shown === own || ` ${fold(name)}`.includes(` ${words}`));
  return (
    <ComboBox
      className={classes(field.field, field.dense)}
      menuTrigger="focus"
      items={found.map((place) => ({ ...place, id: place.code }))}
      inputValue={shown}
      onInputChange={(next) => {
        setText(next);
        if (optional && next === "") onChange(null);
      }}
      defaultFilter={() => true}
      value={value}
      onChange={(code) => {
        setText(null);
        const place = places?.find((one) => one.code === code);
        if (place) onChange(place.code);
      }}
      onBlur={() => setText(null)}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      allowsEmptyCollection
    >
      <FieldLabel label={label} optional={optional} />
      <span className={search.picker}>
        <Input
          className={field.input ?? ""}
          placeholder={places === null ? "Loading…" : optional ? "All of it" : "Search"}
        />
        <Button className={classes(buttonClass({ variant: "quiet", size: "s" }), search.open)}>
          <Icon name="chevronDown" />
        </Button>
      </span>
      <FieldNotes error={error} hint={hint} />
      <Popover className={listBox.popover ?? ""} offset={4}>
        <ListBox
          className={classes(listBox.list, search.list)}
          renderEmptyState={() => <p className={listBox.empty}>Nothing is called “{shown}”.</p>}
        >
          {(place: HolidayPlace & { id: string }) => <OptionRow id={place.id} label={place.name} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
