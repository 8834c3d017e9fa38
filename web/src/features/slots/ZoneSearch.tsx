import { useMemo, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Input } from "react-aria-components/Input";
import { ListBox } from "react-aria-components/ListBox";
import { TextField } from "react-aria-components/TextField";
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

/** A field with its list on the page itself: nothing is laid over the rest, and Escape or leaving closes it. */
export function ZoneSearch({ current, onChoose, onClose }: ZoneSearchProps) {
  const { data, error } = useTimeZonesQuery();
  const [text, setText] = useState("");
  const zones = data?.timeZones.zones;
  const found = useMemo(() => searchZones(zones ?? [], text), [zones, text]);
  const now = Date.now();
  return (
    <div
      className={styles["search"]}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
      onKeyDownCapture={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <Autocomplete inputValue={text} onInputChange={setText}>
        <TextField aria-label="Time zone: search a city" autoFocus className={classes(styles["box"])}>
          <Icon name="search" />
          <Input
            role="combobox"
            aria-expanded="true"
            className={classes(field["input"])}
            placeholder={`${zoneCity(current.id)}: search a city`}
          />
        </TextField>
        <ListBox
          aria-label="Time zones"
          className={classes(listBox["list"], styles["zones"])}
          items={found.map((match) => ({ ...match, id: match.zone.id }))}
          dependencies={[now]}
          selectionMode="single"
          selectedKeys={[current.id]}
          onSelectionChange={(keys) => {
            const chosen = zones?.find((zone) => keys !== "all" && keys.has(zone.id));
            if (chosen) onChoose({ id: chosen.id, offsetMinutes: chosen.offsetMinutes });
            else onClose();
          }}
          renderEmptyState={() => (
            <p className={listBox["empty"]}>{emptyText(zones !== undefined, error !== undefined, text)}</p>
          )}
        >
          {(match: ZoneMatch & { id: string }) => (
            <OptionRow
              id={match.id}
              label={label(match)}
              hint={`${formatTime(wallTime(now, match.zone.offsetMinutes))}\u2002${formatOffset(match.zone.offsetMinutes)}`}
            />
          )}
        </ListBox>
      </Autocomplete>
      {data && <p className={styles["release"]}>Time zone rules {data.timeZones.release}</p>}
    </div>
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
