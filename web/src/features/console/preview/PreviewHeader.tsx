import { formatDays, formatMonth } from "../../../lib/calendar.ts";
import { formatDuration } from "../../../lib/time.ts";
import { Button, buttonClass, IconButton } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/Select.tsx";
import type { ViewerZone } from "../../slots/viewer-zone.ts";
import { ZonePicker } from "../../slots/ZonePicker.tsx";
import calendar from "../calendar/Calendar.module.css";
import { KIND_WORDS, type Link, nameOf } from "../links/link-words.ts";
import styles from "./Preview.module.css";

export type PreviewLink = Link;

interface PreviewHeaderProps {
  readonly link: PreviewLink;
  readonly links: readonly PreviewLink[];
  readonly onLink: (id: string) => void;
  readonly length: number;
  readonly onLength: (minutes: number) => void;
  readonly zone: ViewerZone;
  readonly onZone: (zone: ViewerZone) => void;
  readonly days: readonly string[];
  readonly today: string;
  readonly narrow: boolean;
  readonly onTurn: (pages: number) => void;
  readonly onDate: (date: string) => void;
}

/** Which page, for whom, and when. */
export function PreviewHeader(props: PreviewHeaderProps) {
  const { link, links, onLink, length, onLength, zone, onZone, days, today, narrow, onTurn, onDate } = props;
  const first = days[0] ?? today;
  const title = narrow ? formatMonth(first, today) : formatDays(first, days.at(-1) ?? first);
  const inPerson = link.sessionType.place.kind === "ADDRESS";
  return (
    <div>
      <header className={calendar.header}>
        <h1 className={calendar.title} aria-live="polite">
          {title}
        </h1>
        <div className={calendar.turn}>
          <IconButton icon="chevronLeft" label="Earlier" size="s" onPress={() => onTurn(-1)} />
          <Button variant="quiet" size="s" onPress={() => onDate(today)}>
            Today
          </Button>
          <IconButton icon="chevronRight" label="Later" size="s" onPress={() => onTurn(1)} />
        </div>
        <div className={calendar.tools}>
          <a className={buttonClass({ size: "s" })} href={link.path} target="_blank" rel="noreferrer">
            Open the page
          </a>
        </div>
      </header>
      <div className={styles.bar}>
        <Select
          dense
          label="Page"
          className={styles.page ?? ""}
          options={links.map((one) => ({
            id: one.id,
            label: nameOf(one),
            ...(one.kind !== "PUBLIC" && { hint: KIND_WORDS[one.kind] }),
          }))}
          value={link.id}
          onChange={onLink}
        />
        {link.minutes.length > 1 && (
          <Select
            dense
            label="Length"
            options={link.minutes.map((minutes) => ({
              id: String(minutes),
              label: formatDuration(minutes),
            }))}
            value={String(length)}
            onChange={(minutes) => onLength(Number(minutes))}
          />
        )}
        <div className={styles.client}>
          <p className={styles.label}>For a client in</p>
          <div className={styles.zone}>
            <ZonePicker as="below" label="For a client in" zone={zone} onChange={onZone} />
          </div>
        </div>
        {inPerson && (
          <p className={styles.note}>You meet in person: the page itself always shows the times of the place.</p>
        )}
      </div>
    </div>
  );
}
