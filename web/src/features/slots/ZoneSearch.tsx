import { useMemo, useState } from "react";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { useTimeZonesQuery } from "../../generated/client.ts";
import { formatOffset, formatTime, wallTime, zoneCity } from "../../lib/time.ts";
import { classes } from "../../ui/classes.ts";
import field from "../../ui/Field.module.css";
import { Icon } from "../../ui/Icon.tsx";
import listBox from "../../ui/ListBox.module.css";
import { OptionRow } from "../../ui/Select.tsx";
import type { ViewerZone } from "./viewer-zone.ts";
import styles from "./ZonePicker.module.css";
import { searchZones, type ZoneMatch } from "./zone-search.ts";

type ZoneSearchProps = { current: ViewerZone; onChoose: (zone: ViewerZone) => void; onClose: () => void };

export function ZoneSearch({ current, onChoose, onClose }: ZoneSearchProps) {
  const { data, error } = useTimeZonesQuery();
  const [text, setText] = useState("");
  const zones = data?.timeZones.zones;
  const found = useMemo(() => searchZones(zones ?? [], text), [zones, text]);
  const now = Date.now();
  return (
    <ComboBox
      aria-label="Time zone: search a city"
      className={classes(styles["search"])}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus
      items={found.map((match) => ({ ...match, id: match.zone.id }))}
      inputValue={text}
      onInputChange={setText}
      defaultFilter={() => true}
      value={null}
      onChange={(id) => {
        const chosen = zones?.find((zone) => zone.id === id);
        if (chosen) onChoose({ id: chosen.id, offsetMinutes: chosen.offsetMinutes });
      }}
      onBlur={onClose}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <span className={styles["box"]}>
        <Icon name="search" />
        <Input className={classes(field["input"])} placeholder={`${zoneCity(current.id)}: search another city`} />
      </span>
      <Popover className={classes(listBox["popover"])} offset={4}>
        <ListBox
          className={classes(listBox["list"])}
          renderEmptyState={() => <p className={listBox["empty"]}>{emptyText(zones !== undefined, error !== undefined, text)}</p>}
        >
          {(match: ZoneMatch & { id: string }) => (
            <OptionRow id={match.id} label={label(match)} hint={`${formatTime(wallTime(now, match.zone.offsetMinutes))}  ${formatOffset(match.zone.offsetMinutes)}`} />
          )}
        </ListBox>
        {data && <p className={styles["release"]}>Time zone rules {data.timeZones.release}</p>}
      </Popover>
    </ComboBox>
  );
}

function label({ zone, alias }: ZoneMatch): string {
  return alias ? `${zoneCity(zone.id)} (${zoneCity(alias)})` : zoneCity(zone.id);
}

function emptyText(loaded: boolean, failed: boolean, text: string): string {
  if (failed) return "The list of time zones could not be loaded. Close and open it again.";
  if (!loaded) return "Loading the time zones…";
  return `No time zone is called “${text}”. Try the largest city near you.`;
}
