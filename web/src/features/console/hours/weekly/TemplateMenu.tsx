import { Button } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { useLocation } from "wouter";
import type { TemplatePartsFragment } from "../../../../generated/console.ts";
import { buttonClass } from "../../../../ui/Button.tsx";
import { classes } from "../../../../ui/classes.ts";
import { Icon } from "../../../../ui/Icon.tsx";
import listBox from "../../../../ui/ListBox.module.css";
import { describeUse } from "./describe-template.ts";
import { addressOf } from "./TemplateRail.tsx";
import styles from "./Weekly.module.css";

interface TemplateMenuProps {
  readonly templates: readonly TemplatePartsFragment[];
  readonly current: TemplatePartsFragment;
  readonly name: string;
  readonly today: string;
  readonly onNew: () => void;
}

const NEW_ID = "new";

/** The list of hours where there is no room for it beside them. */
export function TemplateMenu({ templates, current, name, today, onNew }: TemplateMenuProps) {
  const [, navigate] = useLocation();
  return (
    <MenuTrigger>
      <Button
        className={classes(buttonClass({ variant: "quiet", size: "s" }), styles.menuTrigger)}
        aria-label={`${name}. Choose other hours`}
      >
        <span className={styles.menuName}>{name}</span>
        <Icon name="chevronDown" size="1em" />
      </Button>
      <Popover className={listBox.popover ?? ""} offset={4} placement="bottom start">
        <Menu
          className={listBox.list ?? ""}
          aria-label="Your hours"
          selectionMode="single"
          selectedKeys={[current.id]}
          onAction={(key) => {
            if (key === NEW_ID) onNew();
            else navigate(addressOf(String(key)), { replace: true });
          }}
        >
          {templates.map((template) => (
            <MenuItem key={template.id} id={template.id} textValue={template.name} className={listBox.option ?? ""}>
              <span className={listBox.text}>
                {template.name}
                <span className={styles.menuFacts}>{describeUse(template, today)}</span>
              </span>
              <span className={listBox.tick}>{template.id === current.id && <Icon name="check" />}</span>
            </MenuItem>
          ))}
          <MenuItem id={NEW_ID} textValue="New hours" className={listBox.option ?? ""}>
            <Icon name="plus" />
            <span className={listBox.text}>New hours</span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
