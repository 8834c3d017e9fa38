import { useEffect, useId, useRef, useState } from "react";
import { Link } from "wouter";
import styles from "./MorePlaces.module.css";
import { NavIcon } from "./NavIcon.tsx";
import { isAt, PLACES } from "./places.ts";
import { SignOutButton } from "./SignOutButton.tsx";
import { useUnsavedAmong } from "./unsaved.ts";

const REST = PLACES.filter(({ inBar }) => !inBar);
const REST_NAMES = REST.map(({ name }) => name.toLowerCase());

/** On a phone: the places that the bar has no room for, and the way out, which is never one slip of the thumb away. */
export function MorePlaces({ path }: { readonly path: string }) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const unsaved = useUnsavedAmong(REST_NAMES);
  const inside = REST.some((place) => isAt(place, path));
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone somewhere is done with it
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!open) return undefined;
    const away = ({ target }: Event) => {
      if (target instanceof Node && !whole.current?.contains(target)) setOpen(false);
    };
    const back = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    addEventListener("pointerdown", away);
    addEventListener("focusin", away);
    addEventListener("keydown", back);
    return () => {
      removeEventListener("pointerdown", away);
      removeEventListener("focusin", away);
      removeEventListener("keydown", back);
    };
  }, [open]);
  return (
    <div ref={whole} className={styles.more}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-expanded={open}
        aria-controls={id}
        data-inside={inside || undefined}
        onClick={() => setOpen(!open)}
      >
        <NavIcon name="more" />
        More
        {unsaved && <span role="img" aria-label="Unsaved changes" className={styles.unsaved} />}
      </button>
      <div id={id} className={styles.sheet} hidden={!open}>
        {REST.map((place) => (
          <Link
            key={place.path}
            href={place.path}
            className={styles.link}
            aria-current={isAt(place, path) ? "page" : undefined}
            onClick={() => setOpen(false)}
          >
            <NavIcon name={place.icon} />
            {place.name}
          </Link>
        ))}
        <hr className={styles.rule} />
        <SignOutButton className={styles.link ?? ""} labelClass="" />
      </div>
    </div>
  );
}
