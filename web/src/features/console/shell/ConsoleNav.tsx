import { useState } from "react";
import { Link, useLocation } from "wouter";
import { Button } from "../../../ui/Button.tsx";
import { ConnectionStatus } from "../../../ui/ConnectionStatus.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { signOut } from "../../sign-in/auth.ts";
import styles from "./ConsoleNav.module.css";
import { useCoach } from "./coach.ts";
import { NavIcon } from "./NavIcon.tsx";
import { type ConsolePlace, PLACES } from "./places.ts";
import { useUnsaved } from "./unsaved.ts";

interface ConsoleNavProps {
  readonly onHelp: () => void;
  readonly helpShown: boolean;
}

/** A slim column beside the page; on a phone, a bar below it. */
export function ConsoleNav({ onHelp, helpShown }: ConsoleNavProps) {
  const coach = useCoach();
  const [path] = useLocation();
  return (
    <header className={styles.side}>
      <div className={styles.coach}>
        <span className={styles.mark} aria-hidden="true">
          {coach.name.slice(0, 1)}
        </span>
        <span className={styles.name}>{coach.name}</span>
      </div>
      <nav aria-label="Console" className={styles.nav}>
        {PLACES.map((place, index) => (
          <PlaceLink key={place.path} place={place} number={index + 1} current={isAt(place, path)} />
        ))}
      </nav>
      <div className={styles.foot}>
        <ConnectionStatus />
        <Button variant="quiet" size="s" className={styles.footButton ?? ""} onPress={onHelp} aria-expanded={helpShown}>
          <NavIcon name="keys" />
          <span className={styles.label}>Keys</span>
          <kbd className={styles.key}>?</kbd>
        </Button>
        <SignOutButton />
      </div>
    </header>
  );
}

/** The calendar is at home at the top of the console; the other places have their parts below them. */
const isAt = (place: ConsolePlace, path: string): boolean =>
  path === place.path ||
  (place.also ?? []).includes(path) ||
  (place.path !== "/console" && path.startsWith(`${place.path}/`));

function PlaceLink({
  place,
  number,
  current,
}: {
  readonly place: ConsolePlace;
  readonly number: number;
  readonly current: boolean;
}) {
  const waits = useUnsaved(place.name.toLowerCase());
  return (
    <Link
      href={place.path}
      className={styles.link}
      aria-current={current ? "page" : undefined}
      title={`${place.name} (${number})`}
    >
      <NavIcon name={place.icon} />
      <span className={styles.label}>{place.name}</span>
      {waits && <span role="img" aria-label="Unsaved changes" title="Unsaved changes" className={styles.waits} />}
      <span className={styles.shortLabel} aria-hidden="true">
        {place.shortName}
      </span>
      <kbd className={styles.key}>{number}</kbd>
    </Link>
  );
}

function SignOutButton() {
  const [leaving, setLeaving] = useState(false);
  async function leave() {
    setLeaving(true);
    const problem = await signOut();
    if (problem === null) return location.assign("/sign-in");
    setLeaving(false);
    return toast({ tone: "danger", message: problem });
  }
  return (
    <Button
      variant="quiet"
      size="s"
      className={styles.footButton ?? ""}
      isPending={leaving}
      onPress={() => void leave()}
    >
      <NavIcon name="signOut" />
      <span className={styles.label}>{leaving ? "Signing out…" : "Sign out"}</span>
    </Button>
  );
}
