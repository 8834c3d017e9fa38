import { Link, useLocation } from "wouter";
import { initials } from "../../../lib/initials.ts";
import { Button } from "../../../ui/Button.tsx";
import { ConnectionStatus } from "../../../ui/ConnectionStatus.tsx";
import { Hidden } from "../../../ui/Hidden.tsx";
import { useRequests } from "../requests/RequestsProvider.tsx";
import { useWaitingCount } from "../waitlist/use-waiting-count.ts";
import styles from "./ConsoleNav.module.css";
import { useCoach } from "./coach.ts";
import { MorePlaces } from "./MorePlaces.tsx";
import { NavIcon } from "./NavIcon.tsx";
import { type ConsolePlace, isAt, PLACE_GROUPS } from "./places.ts";
import { SignOutButton } from "./SignOutButton.tsx";
import { keyOf } from "./shortcuts.ts";
import { useUnsaved } from "./unsaved.ts";

interface ConsoleNavProps {
  readonly onHelp: () => void;
  readonly helpShown: boolean;
}

/** A slim column beside the page; on a phone, a bar below it. */
export function ConsoleNav({ onHelp, helpShown }: ConsoleNavProps) {
  const coach = useCoach();
  const [path] = useLocation();
  const counts = { requests: useRequests().requests?.length ?? 0, waiting: useWaitingCount() };
  return (
    <header className={styles.side}>
      <div className={styles.coach}>
        <span className={styles.mark} aria-hidden="true">
          {initials(coach.name)}
        </span>
        <span className={styles.name}>{coach.name}</span>
      </div>
      <nav aria-label="Console" className={styles.nav}>
        {PLACE_GROUPS.map((group) => (
          <div key={group[0]?.path} className={styles.group}>
            {group.map((place) => (
              <PlaceLink
                key={place.path}
                place={place}
                current={isAt(place, path)}
                count={place.counts ? counts[place.counts] : 0}
              />
            ))}
          </div>
        ))}
        <MorePlaces path={path} />
      </nav>
      <div className={styles.foot}>
        <ConnectionStatus />
        <Button variant="quiet" size="s" className={styles.footButton ?? ""} onPress={onHelp} aria-expanded={helpShown}>
          <NavIcon name="keys" />
          <span className={styles.label}>Keys</span>
          <kbd className={styles.key}>?</kbd>
        </Button>
        <SignOutButton className={styles.footButton ?? ""} labelClass={styles.label ?? ""} />
      </div>
    </header>
  );
}

const COUNT_WORDS = {
  requests: (count: number) => (count === 1 ? "1 waits for your answer" : `${count} wait for your answer`),
  waiting: (count: number) => (count === 1 ? "1 person waits" : `${count} people wait`),
} as const;

interface PlaceLinkProps {
  readonly place: ConsolePlace;
  readonly current: boolean;
  readonly count: number;
}

function PlaceLink({ place, current, count }: PlaceLinkProps) {
  const waits = useUnsaved(place.name.toLowerCase());
  const key = keyOf(place.action);
  return (
    <Link
      href={place.path}
      className={styles.link}
      aria-current={current ? "page" : undefined}
      data-in-bar={place.inBar || undefined}
      title={key === null ? place.name : `${place.name} (${key})`}
    >
      <NavIcon name={place.icon} />
      <span className={styles.label}>{place.name}</span>
      {waits && <span role="img" aria-label="Unsaved changes" title="Unsaved changes" className={styles.waits} />}
      {place.counts && count > 0 && (
        <span className={styles.count} data-calls={place.counts === "requests" || undefined}>
          <span aria-hidden="true">{count}</span>
          <Hidden>, {COUNT_WORDS[place.counts](count)}</Hidden>
        </span>
      )}
      <span className={styles.shortLabel} aria-hidden="true">
        {place.shortName}
      </span>
      <kbd className={styles.key}>{key}</kbd>
    </Link>
  );
}
