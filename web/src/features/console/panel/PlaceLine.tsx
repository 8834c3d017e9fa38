import { Icon } from "../../../ui/Icon.tsx";
import type { Place } from "../calendar/bookings.ts";
import styles from "./Panel.module.css";

const ICONS = { VIDEO: "video", PHONE: "phone", ADDRESS: "pin" } as const;
const NAMES = { VIDEO: "By video", PHONE: "By phone", ADDRESS: "In person" } as const;

export function PlaceLine({ place }: { readonly place: Place }) {
  const href = place.kind === "PHONE" ? `tel:${place.detail}` : /^https:\/\//.test(place.detail) ? place.detail : null;
  return (
    <p className={styles.line}>
      <Icon name={ICONS[place.kind]} />
      <span>
        {href === null ? (
          place.detail || NAMES[place.kind]
        ) : (
          <a href={href} target={place.kind === "PHONE" ? undefined : "_blank"} rel="noreferrer">
            {place.detail}
          </a>
        )}
      </span>
    </p>
  );
}
