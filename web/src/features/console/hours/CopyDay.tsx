import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { classes } from "../../../ui/classes.ts";
import { Icon } from "../../../ui/Icon.tsx";
import listBox from "../../../ui/ListBox.module.css";
import styles from "./CopyDay.module.css";

interface OtherDay {
  readonly day: number;
  readonly name: string;
}

interface CopyDayProps {
  readonly name: string;
  readonly others: readonly OtherDay[];
  readonly onCopy: (to: readonly number[]) => void;
}

export function CopyDay({ name, others, onCopy }: CopyDayProps) {
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton
        aria-label={`Copy the hours of ${name} to other days`}
        className={classes(buttonClass({ variant: "quiet", size: "s" }), styles.trigger)}
      >
        <Icon name="copy" />
      </AriaButton>
      <Popover className={listBox.popover ?? ""} offset={4} placement="bottom end">
        <Dialog aria-label={`Copy ${name} to`} className={styles.dialog ?? ""}>
          <CopyChoice
            name={name}
            others={others}
            onCopy={(to) => {
              setOpen(false);
              onCopy(to);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function CopyChoice({ name, others, onCopy }: CopyDayProps) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const all = others.every(({ day }) => chosen.includes(day));
  return (
    <>
      <p className={styles.title}>Copy {name} to</p>
      {others.map(({ day, name: other }) => (
        <Checkbox
          key={day}
          isSelected={chosen.includes(day)}
          onChange={(on) => setChosen(on ? [...chosen, day] : chosen.filter((one) => one !== day))}
        >
          {other}
        </Checkbox>
      ))}
      <div className={styles.buttons}>
        <Button size="s" variant="quiet" onPress={() => setChosen(all ? [] : others.map(({ day }) => day))}>
          {all ? "None" : "All"}
        </Button>
        <Button size="s" variant="primary" isDisabled={chosen.length === 0} onPress={() => onCopy(chosen)}>
          Copy
        </Button>
      </div>
    </>
  );
}
