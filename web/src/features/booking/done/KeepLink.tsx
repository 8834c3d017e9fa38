import { Link } from "wouter";
import { embedded } from "../../../lib/host-page.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { CopyLink } from "../../session/CopyLink.tsx";
import styles from "./Confirmation.module.css";

/** What leads out of another site's page opens in a tab of its own. */
const ownTab = { target: "_blank", rel: "noopener" } as const;

/** The link is the only key to the booking. */
export function KeepLink({ token }: { token: string }) {
  const path = `/manage/${token}`;
  return (
    <div className={styles["keep"]}>
      <p>Something came up? Move or cancel the session on its own page. Keep the link: it is yours alone.</p>
      <div className={styles["actions"]}>
        <Link href={path} className={buttonClass()} {...(embedded && ownTab)}>
          Move or cancel
        </Link>
        <CopyLink path={path} />
      </div>
    </div>
  );
}
