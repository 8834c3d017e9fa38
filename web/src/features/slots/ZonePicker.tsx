import { lazy, Suspense, useRef, useState } from "react";
import { formatTime, wallTime, zoneCity } from "../../lib/time.ts";
import { useNow } from "../../lib/use-now.ts";
import { Hidden } from "../../ui/Hidden.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { ViewerZone } from "./viewer-zone.ts";
import styles from "./ZonePicker.module.css";

const ZoneSearch = lazy(async () => ({ default: (await import("./ZoneSearch.tsx")).ZoneSearch }));

/** Says in which zone the times are, and what time it is there; a press opens the search in its place. */
export function ZonePicker({ zone, onChange }: { zone: ViewerZone; onChange: (zone: ViewerZone) => void }) {
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
    <button ref={button} type="button" className={styles["button"]} onClick={() => setOpen(true)}>
      <Icon name="globe" />
      <Hidden>Time zone:</Hidden>
      <span className={styles["city"]}>{zoneCity(zone.id)}</span>
      <span className={styles["now"]}>{formatTime(wallTime(now, zone.offsetMinutes))}</span>
      <Hidden>Change</Hidden>
      <Icon name="chevronDown" size="1em" />
    </button>
  );
}
