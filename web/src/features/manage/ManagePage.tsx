import { useCallback } from "react";
import type { ManagedBookingQuery } from "../../generated/manage.ts";
import { useRetry } from "../../lib/use-retry.ts";
import { classes } from "../../ui/classes.ts";
import { NotFoundPage } from "../../ui/NotFoundPage.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useAccent } from "../../ui/use-accent.ts";
import { usePageTitle } from "../../ui/use-page-title.ts";
import card from "../session/Card.module.css";
import { ManagedSession } from "./ManagedSession.tsx";
import styles from "./manage.module.css";
import { useManagedBooking } from "./use-managed-booking.ts";

export type Access = Extract<ManagedBookingQuery["booking"], { __typename: "BookingAccess" }>;

/** A booking seen with its secret link: the client's own page. */
export function ManagePage({ token }: { token: string }) {
  const { result, failed, refetch } = useManagedBooking(token);
  useRetry(
    failed && !result,
    useCallback(() => refetch(), [refetch]),
  );
  const access = result?.__typename === "BookingAccess" ? result : null;
  useAccent(access?.booking.coach.accent);
  usePageTitle(access ? `${access.booking.sessionType.name} with ${access.booking.coach.name}` : undefined);
  if (result?.__typename === "BookingNotFound") {
    return (
      <NotFoundPage title="There is no session behind this link">
        <p>The link may be cut off or mistyped. Open it again from where you kept it, or ask your coach.</p>
      </NotFoundPage>
    );
  }
  if (access) return <ManagedSession token={token} access={access} />;
  return (
    <main className={card["page"]} aria-busy="true">
      <div className={classes(card["card"], card["narrow"], card["about"], styles["stack"])}>
        {failed && (
          <Notice tone="warning" live>
            The page cannot be reached right now. Trying again…
          </Notice>
        )}
        <Skeleton width="50%" height="2.5rem" />
        <Skeleton width="70%" height="1.75rem" />
        <Skeleton width="60%" height="4rem" />
      </div>
    </main>
  );
}
