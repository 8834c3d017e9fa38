import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { weekdayName } from "../../../lib/calendar.ts";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { classes } from "../../../ui/classes.ts";
import { Icon } from "../../../ui/Icon.tsx";
import listBox from "../../../ui/ListBox.module.css";
import styles from "./Hours.module.css";

interface CopyDayProps {
  readonly name: string;
  readonly weekday: number;
  readonly weekdays: readonly number[];
  readonly onCopy: (to: readonly number[]) => void;
}

export function CopyDay({ name, weekday, weekdays, onCopy }: CopyDayProps) {
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton
        aria-label={`Copy the hours of ${name} to other days`}
        className={classes(buttonClass({ variant: "quiet", size: "s" }), styles.copy)}
      >
        <Icon name="copy" />
      </AriaButton>
      <Popover className={listBox.popover ?? ""} offset={4} placement="bottom end">
        <Dialog aria-label={`Copy ${name} to`} className={styles.copyDialog ?? ""}>
          <CopyChoice
            weekday={weekday}
            weekdays={weekdays}
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

function CopyChoice({ weekday, weekdays, onCopy }: Omit<CopyDayProps, "name">) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  return (
    <>
      <p className={styles.copyTitle}>Copy {weekdayName(weekday)} to</p>
      {weekdays
        .filter((day) => day !== weekday)
        .map((day) => (
          <Checkbox
            key={day}
            isSelected={chosen.includes(day)}
            onChange={(on) => setChosen(on ? [...chosen, day] : chosen.filter((one) => one !== day))}
          >
            {weekdayName(day)}
          </Checkbox>
        ))}
      <Button size="s" variant="primary" isDisabled={chosen.length === 0} onPress={() => onCopy(chosen)}>
        Copy
      </Button>
    </>
  );
}
