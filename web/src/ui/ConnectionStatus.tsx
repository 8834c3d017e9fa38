import { useEffect, useState } from "react";
import { useConnection, useOnline } from "../lib/connection.ts";
import styles from "./ConnectionStatus.module.css";

const graceMs = 800;

/** Silent while all is well. A blink of the network is not worth a word; longer than that, it says so until it is over. */
export function ConnectionStatus() {
  const lost = useConnection() === "lost";
  const online = useOnline();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!lost) return setShown(false);
    const timer = setTimeout(() => setShown(true), graceMs);
    return () => clearTimeout(timer);
  }, [lost]);
  return (
    <p className={styles["status"]} role="status">
      {shown && (
        <>
          <span className={styles["dot"]} aria-hidden="true" />
          {online ? "Reconnecting…" : "You are offline"}
        </>
      )}
    </p>
  );
}
