import { lazy, Suspense, useRef, useState } from "react";
import { formatOffset, formatTime, wallTime, zoneCity } from "../../lib/time.ts";
import { useNow } from "../../lib/use-now.ts";
import { Hidden } from "../../ui/Hidden.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { ViewerZone } from "./viewer-zone.ts";
import styles from "./ZonePicker.module.css";

const ZoneSearch = lazy(async () => ({ default: (await import("./ZoneSearch.tsx")).ZoneSearch }));

export type ZonePickerProps = {
  zone: ViewerZone;
  onChange: (zone: ViewerZone) => void;
  /** The search lies over what is above or below it, takes the place of the button, or is a field of a form. */
  as?: "overlay" | "below" | "block" | "field";
  /** Names the button besides the zone, where it is not about the whole page. */
  label?: string;
};

/** Says in which zone the times are, and what time it is there; a press opens the search in its place. */
export function ZonePicker({ zone, onChange, as = "overlay", label = "Time zone" }: ZonePickerProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const now = useNow(10_000);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (open) {
    return (
      <Suspense fallback={<Skeleton height="var(--control-m)" radius="var(--radius-m)" />}>
        <ZoneSearch
          current={zone}
          as={as}
          onClose={close}
          onChoose={(next) => {
            onChange(next);
            close();
          }}
        />
      </Suspense>
    );
  }
  return (
    <button ref={button} type="button" className={styles["button"]} data-as={as} onClick={() => setOpen(true)}>
      <Icon name="globe" />
      <Hidden>{label}:</Hidden>
      <span className={styles["city"]}>{zoneCity(zone.id)}</span>
      <span className={styles["now"]}>{formatTime(wallTime(now, zone.offsetMinutes))}</span>
      {as === "field" && <span className={styles["now"]}>{formatOffset(zone.offsetMinutes)}</span>}
      <Hidden>Change</Hidden>
      <Icon name="chevronDown" size="1em" />
    </button>
  );
}

/** Where the place decides, not the reader. */
export function LockedZone({ zone, place }: { zone: ViewerZone; place: string }) {
  const now = useNow(10_000);
  return (
    <div className={styles["locked"]}>
      <Icon name="pin" />
      <p>
        <Hidden>Time zone: </Hidden>
        <span className={styles["city"]}>{zoneCity(zone.id)}</span>{" "}
        <span className={styles["now"]}>{formatTime(wallTime(now, zone.offsetMinutes))}</span>
        <span className={styles["why"]}>{place}</span>
      </p>
    </div>
  );
}
