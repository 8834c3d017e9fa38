import { useEffect, useState } from "react";
import { useConnection, useOnline } from "../lib/connection.ts";
import styles from "./ConnectionStatus.module.css";
import { classes } from "./classes.ts";

const graceMs = 800;

/** Beside a button that has been pressed: why it takes so long, and that nothing has to be done about it. */
export function SendingStatus({ busy }: { busy: boolean }) {
  const online = useOnline();
  return (
    <p className={classes(styles["status"], styles["sending"])} role="status">
      {busy && !online && (
        <>
          <span className={styles["dot"]} aria-hidden="true" />
          You are offline. It is sent when you are back.
        </>
      )}
    </p>
  );
}

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
