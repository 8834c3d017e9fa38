import { useMemo, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Input } from "react-aria-components/Input";
import { ListBox } from "react-aria-components/ListBox";
import { TextField } from "react-aria-components/TextField";
import { useTimeZonesQuery } from "../../generated/client.ts";
import { detectZone, formatOffset, formatTime, wallTime, zoneCity } from "../../lib/time.ts";
import { classes } from "../../ui/classes.ts";
import field from "../../ui/Field.module.css";
import { Icon } from "../../ui/Icon.tsx";
import listBox from "../../ui/ListBox.module.css";
import { OptionRow } from "../../ui/Select.tsx";
import { HabitChoices } from "./HabitChoices.tsx";
import type { ViewerZone } from "./viewer-zone.ts";
import styles from "./ZonePicker.module.css";
import { nearestFirst, type PlaceMatch, placeOf, placesOf, searchPlaces } from "./zone-search.ts";

type ZoneSearchProps = {
  current: ViewerZone;
  as: "overlay" | "below" | "block" | "field";
  onChoose: (zone: ViewerZone) => void;
  onClose: () => void;
};

/** A field with its list on the page itself: nothing is blocked, and Escape or leaving closes it. */
export function ZoneSearch({ current, as, onChoose, onClose }: ZoneSearchProps) {
  const { data, error } = useTimeZonesQuery();
  const [text, setText] = useState("");
  const zones = data?.timeZones.zones;
  const places = useMemo(() => placesOf(zones ?? []), [zones]);
  const here = useMemo(() => placeOf(places, detectZone().id)?.id, [places]);
  const chosen = placeOf(places, current.id);
  const listed = useMemo(
    () => nearestFirst(places, [here ?? "", chosen?.id ?? ""], current.offsetMinutes),
    [places, here, chosen, current.offsetMinutes],
  );
  const found = useMemo(() => searchPlaces(listed, text), [listed, text]);
  const now = Date.now();
  return (
    <div
      className={styles["search"]}
      data-as={as}
      // A press on what takes no focus itself stays inside.
      tabIndex={-1}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
      onKeyDownCapture={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <Autocomplete inputValue={text} onInputChange={setText}>
        <TextField aria-label="Time zone: search a city or country" autoFocus className={classes(styles["box"])}>
          <Icon name="search" />
          <Input
            role="combobox"
            aria-expanded="true"
            className={classes(field["input"])}
            placeholder="Search a city or country"
          />
        </TextField>
        <ListBox
          aria-label="Time zones"
          className={classes(listBox["list"], styles["zones"])}
          items={found.map((match) => ({ ...match, id: match.place.id }))}
          dependencies={[now]}
          selectionMode="single"
          selectedKeys={chosen ? [chosen.id] : []}
          onSelectionChange={(keys) => {
            const next = places.find(({ id }) => keys !== "all" && keys.has(id));
            if (next) onChoose({ id: next.id, offsetMinutes: next.offsetMinutes });
            else onClose();
          }}
          renderEmptyState={() => (
            <p className={listBox["empty"]}>{emptyText(zones !== undefined, error !== undefined, text)}</p>
          )}
        >
          {(match: PlaceMatch & { id: string }) => (
            <OptionRow
              id={match.id}
              label={label(match, match.id === here)}
              hint={`${formatTime(wallTime(now, match.place.offsetMinutes))}\u2002${formatOffset(match.place.offsetMinutes)}`}
            />
          )}
        </ListBox>
      </Autocomplete>
      {(as === "overlay" || as === "block") && <HabitChoices />}
      {data && <p className={styles["release"]}>Time zone rules {data.timeZones.release}</p>}
    </div>
  );
}

function label({ place: { city, country }, alias }: PlaceMatch, here: boolean): string {
  const name = [alias ? `${city} (${zoneCity(alias)})` : city, country !== city && country].filter(Boolean).join(", ");
  return here ? `${name} (this device)` : name;
}

function emptyText(loaded: boolean, failed: boolean, text: string): string {
  if (failed) return "The list of time zones could not be loaded. Close and open it again.";
  if (!loaded) return "Loading the time zones…";
  return `No place is called “${text}”. Try the largest city near you, or your country.`;
}
