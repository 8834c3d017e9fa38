import { useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { useTimeZonesQuery } from "../../../generated/client.ts";
import { formatOffset, formatTime, wallTime, zoneCity } from "../../../lib/time.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import field from "../../../ui/Field.module.css";
import { Icon } from "../../../ui/Icon.tsx";
import listBox from "../../../ui/ListBox.module.css";
import { OptionRow } from "../../../ui/Select.tsx";
import { FieldLabel, FieldNotes } from "../../../ui/TextField.tsx";
import { type Place, type PlaceMatch, placeOf, placesOf, searchPlaces } from "../../slots/zone-search.ts";
import styles from "./SearchField.module.css";

interface ZoneFieldProps {
  readonly label: string;
  /** Empty while none is chosen. */
  readonly value: string;
  readonly onChange: (timeZone: string, city: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
}

const SHOWN = 40;

/** A time zone by city, country, another name or offset, with the time it is there. */
export function ZoneField({ label, value, onChange, error, hint }: ZoneFieldProps) {
  const { data, error: failed } = useTimeZonesQuery();
  const places = useMemo(() => placesOf(data?.timeZones.zones ?? []), [data]);
  const chosen = placeOf(places, value);
  const own = chosen?.city ?? (value === "" ? "" : zoneCity(value));
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? own;
  const found = useMemo(() => searchPlaces(places, shown === own ? "" : shown, SHOWN), [places, shown, own]);
  const now = Date.now();
  return (
    <ComboBox
      className={classes(field.field, field.dense)}
      menuTrigger="focus"
      items={found.map((match) => ({ ...match, id: match.place.id }))}
      inputValue={shown}
      onInputChange={setText}
      defaultFilter={() => true}
      value={chosen?.id ?? null}
      onChange={(id) => {
        const place = places.find((one) => one.id === id);
        setText(null);
        if (place) onChange(place.id, place.city);
      }}
      onBlur={() => setText(null)}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      allowsEmptyCollection
    >
      <FieldLabel label={label} />
      <span className={styles.picker}>
        <Input className={field.input ?? ""} placeholder="Search a city or country" />
        <Button className={classes(buttonClass({ variant: "quiet", size: "s" }), styles.open)}>
          <Icon name="chevronDown" />
        </Button>
      </span>
      <FieldNotes
        error={error}
        hint={failed ? "The list of time zones could not be loaded." : (hint ?? (chosen && nowIn(chosen, now)))}
      />
      <Popover className={listBox.popover ?? ""} offset={4}>
        <ListBox
          className={classes(listBox.list, styles.list)}
          renderEmptyState={() => (
            <p className={listBox.empty}>No time zone is called “{shown}”. Try the largest city nearby.</p>
          )}
        >
          {(match: PlaceMatch & { id: string }) => (
            <OptionRow id={match.id} label={labelOf(match)} hint={nowIn(match.place, now)} />
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

const nowIn = ({ offsetMinutes }: Place, now: number): string =>
  `${formatTime(wallTime(now, offsetMinutes))}\u2002${formatOffset(offsetMinutes)}`;

function labelOf({ place, alias }: PlaceMatch): string {
  const city = alias === null ? place.city : `${place.city} (${zoneCity(alias)})`;
  return place.country === null ? city : `${city}, ${place.country}`;
}
