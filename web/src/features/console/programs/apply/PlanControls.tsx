import { Button } from "../../../../ui/Button.tsx";
import { Segmented } from "../../../../ui/Segmented.tsx";
import styles from "./Apply.module.css";
import type { WishToBook } from "./wish-to-book.ts";

interface PlanControlsProps {
  readonly wish: WishToBook;
  readonly onRestFollows: (follows: boolean) => void;
  readonly onStartOver: () => void;
}

/** What the other sessions do when one is moved, and the way back to the plan as it was. */
export function PlanControls({ wish, onRestFollows, onStartOver }: PlanControlsProps) {
  return (
    <div className={styles.controls}>
      <Segmented
        label="When you move a session"
        options={[
          { id: "follow", label: "Plan the rest anew" },
          { id: "stay", label: "Leave the rest where it is" },
        ]}
        value={wish.restFollows ? "follow" : "stay"}
        onChange={(rest) => onRestFollows(rest === "follow")}
      />
      {wish.byHand.size > 0 && (
        <Button size="s" variant="quiet" icon="undo" onPress={onStartOver}>
          Take your moves back
        </Button>
      )}
    </div>
  );
}
