import { formatDuration } from "../../../lib/time.ts";
import { Swatch } from "../shell/Swatch.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { LinkSwitch } from "./LinkSwitch.tsx";
import styles from "./LinksPage.module.css";
import {
  closedWords,
  datesWords,
  endWords,
  hasSomeLengths,
  isOpen,
  KIND_WORDS,
  type Link,
  nameOf,
  shownAddress,
  usesWords,
} from "./link-words.ts";

interface LinkListProps {
  readonly links: readonly Link[];
  readonly currentId: string | null;
  readonly endOf: (link: Link) => string | null;
  readonly onOpen: (id: string) => void;
}

export function LinkList({ links, currentId, endOf, onOpen }: LinkListProps) {
  return (
    <ul className={styles.list}>
      {links.map((link) => (
        <LinkRow
          key={link.id}
          link={link}
          end={endOf(link)}
          current={link.id === currentId}
          onOpen={() => onOpen(link.id)}
        />
      ))}
    </ul>
  );
}

interface LinkRowProps {
  readonly link: Link;
  readonly end: string | null;
  readonly current: boolean;
  readonly onOpen: () => void;
}

/** The whole row opens the link; copying and switching lie above that. */
function LinkRow({ link, end, current, onOpen }: LinkRowProps) {
  const name = nameOf(link);
  const closed = closedWords(link, end);
  return (
    <li className={styles.item}>
      <div className={styles.row} data-current={current || undefined} data-closed={closed !== null || undefined}>
        <Swatch colour={link.sessionType.colour} />
        <div className={styles.text}>
          <p className={styles.heading}>
            <button type="button" className={styles.name} aria-pressed={current} onClick={onOpen}>
              {name}
            </button>
            {link.name && <span className={styles.type}>{link.sessionType.name}</span>}
            {isOpen(link) && hasSomeLengths(link) && (
              <span className={styles.type}>{link.minutes.map(formatDuration).join(", ")}</span>
            )}
          </p>
          <p className={styles.url}>{shownAddress(link, location.origin)}</p>
          <p className={styles.facts}>
            {closed && <span className={styles.closed}>{closed}</span>}
            <span>{KIND_WORDS[link.kind]}</span>
            {(closed !== "Used up" || link.kind !== "SINGLE_USE") && <span>{usesWords(link)}</span>}
            {link.client && <span>for {link.client.name}</span>}
            {closed === null && datesWords(link) && <span>sessions {datesWords(link)}</span>}
            {closed === null && end && <span>ends {endWords(end)}</span>}
          </p>
        </div>
        <div className={styles.actions}>
          <CopyButton text={`${location.origin}${link.path}`} what={`the link to ${name}`} />
          <LinkSwitch link={link} />
        </div>
      </div>
    </li>
  );
}
