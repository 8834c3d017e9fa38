import { Button } from "react-aria-components/Button";
import { Menu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { buttonClass } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import listBox from "../../../ui/ListBox.module.css";
import styles from "./Calendar.module.css";
import type { CalendarPreferences } from "./calendar-preferences.ts";
import type { DayCount } from "./calendar-view.ts";

interface ViewMenuProps {
  readonly narrow: boolean;
  readonly preferences: CalendarPreferences;
  readonly prefer: (next: Partial<CalendarPreferences>) => void;
  /** A month is shown, on a page of its own. */
  readonly month?: boolean;
  readonly onMonth: () => void;
}

const MONTH = "month";

const COUNTS: readonly { readonly days: DayCount; readonly name: string }[] = [
  { days: 1, name: "Day" },
  { days: 3, name: "3 days" },
  { days: 7, name: "Week" },
];

/** How much is shown, and what of it. */
export function ViewMenu({ narrow, preferences, prefer, month = false, onMonth }: ViewMenuProps) {
  const shown = COUNTS.filter(({ days }) => !narrow || days < 7);
  return (
    <MenuTrigger>
      <Button className={buttonClass({ variant: "quiet", size: "s" })}>
        {month ? "Month" : COUNTS.find(({ days }) => days === preferences.days)?.name}
        <Icon name="chevronDown" size="1em" />
      </Button>
      <Popover className={listBox.popover ?? ""} offset={4} placement="bottom end">
        <Menu className={listBox.list ?? ""} aria-label="View">
          <MenuSection
            aria-label="Days"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[month ? MONTH : preferences.days]}
            onSelectionChange={(keys) => {
              if (keys !== "all" && keys.has(MONTH)) return onMonth();
              const chosen = shown.find(({ days }) => keys === "all" || keys.has(days));
              return chosen && prefer({ days: chosen.days });
            }}
          >
            {shown.map(({ days, name }) => (
              <Item key={days} id={days} name={name} />
            ))}
            <Item id={MONTH} name="Month" keyCap="M" />
          </MenuSection>
          {!month && <Separator className={styles.rule ?? ""} />}
          {!month && (
            <MenuSection
              aria-label="Shown"
              selectionMode="multiple"
              selectedKeys={[
                ...(preferences.showCancelled ? ["cancelled"] : []),
                ...(preferences.secondZone ? ["zone"] : []),
              ]}
              onSelectionChange={(keys) => {
                const all = keys === "all";
                prefer({ showCancelled: all || keys.has("cancelled"), secondZone: all || keys.has("zone") });
              }}
            >
              <Item id="zone" name="Clients’ time zone" keyCap="Z" />
              <Item id="cancelled" name="Cancelled sessions" keyCap="X" />
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Item({ id, name, keyCap }: { readonly id: string | number; readonly name: string; readonly keyCap?: string }) {
  return (
    <MenuItem id={id} textValue={name} className={listBox.option ?? ""}>
      {({ isSelected }) => (
        <>
          <span className={listBox.text}>{name}</span>
          {keyCap && <kbd className={listBox.hint}>{keyCap}</kbd>}
          <span className={listBox.tick}>{isSelected && <Icon name="check" />}</span>
        </>
      )}
    </MenuItem>
  );
}
