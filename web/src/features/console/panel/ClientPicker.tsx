import { type RefObject, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { useClientsQuery } from "../../../generated/console.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import field from "../../../ui/Field.module.css";
import { Icon } from "../../../ui/Icon.tsx";
import listBox from "../../../ui/ListBox.module.css";
import { OptionRow } from "../../../ui/Select.tsx";
import { FieldLabel, FieldNotes } from "../../../ui/TextField.tsx";
import { useSettledText } from "../shell/use-settled-text.ts";
import styles from "./Panel.module.css";

export interface PickedClient {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
}

interface ClientPickerProps {
  readonly label?: string;
  readonly picked: PickedClient | null;
  readonly onPick: (client: PickedClient) => void;
  /** Without it, only known clients are offered. */
  readonly onNew?: (name: string) => void;
  readonly error: string | undefined;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

const NEW_ID = "new";
const SHOWN = 8;

/** Finds a client by name or address; a name that nobody has begins a new one. */
export function ClientPicker({ label = "Client", picked, onPick, onNew, error, inputRef }: ClientPickerProps) {
  const [text, setText] = useState(picked?.name ?? "");
  const search = useSettledText(text === picked?.name ? "" : text.trim());
  const {
    data,
    previousData,
    error: failed,
  } = useClientsQuery({ variables: { first: SHOWN, search: search || null } });
  const typed = text.trim();
  const fetched = (data ?? previousData)?.viewer?.clients?.edges.map(({ node }) => node) ?? [];
  // The list that stands until the answer comes must not offer, under quick fingers, somebody who was not asked for.
  const clients = typed === picked?.name ? fetched : fetched.filter((client) => matches(client, typed));
  const items = [
    ...clients.map(({ id, name, email }) => ({ id, label: name, hint: email })),
    ...(onNew
      ? [{ id: NEW_ID, label: typed && typed !== picked?.name ? `New client “${typed}”` : "New client", hint: "" }]
      : []),
  ];
  return (
    <ComboBox
      className={classes(field.field, field.dense)}
      menuTrigger="input"
      items={items}
      inputValue={text}
      onInputChange={setText}
      defaultFilter={() => true}
      value={picked?.id ?? null}
      onChange={(id) => {
        if (id === NEW_ID) return onNew?.(typed === picked?.name ? "" : typed);
        const client = clients.find((one) => one.id === id);
        if (client) {
          setText(client.name);
          onPick(client);
        }
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} />
      <span className={styles.picker}>
        <Input ref={inputRef} className={field.input ?? ""} placeholder="Name or email" />
        <Button className={classes(buttonClass({ variant: "quiet", size: "s" }), styles.open)}>
          <Icon name="chevronDown" />
        </Button>
      </span>
      <FieldNotes
        error={error}
        hint={
          failed
            ? `The clients could not be loaded.${onNew ? " A new client can be added all the same." : ""}`
            : picked?.email
        }
      />
      <Popover className={listBox.popover ?? ""} offset={4}>
        <ListBox className={listBox.list ?? ""}>
          {(item: { id: string; label: string; hint: string }) => (
            <OptionRow id={item.id} label={item.label} {...(item.hint && { hint: item.hint })} />
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function matches({ name, email }: PickedClient, typed: string): boolean {
  return `${name}\n${email}`.toLowerCase().includes(typed.toLowerCase());
}
