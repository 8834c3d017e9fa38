import { useCallback, useEffect } from "react";
import { useBookingPageQuery } from "../../generated/client.ts";
import { tellHost, useHostAccent } from "../../lib/host-page.ts";
import { useRetry } from "../../lib/use-retry.ts";
import { NotFoundPage } from "../../ui/NotFoundPage.tsx";
import { useAccent } from "../../ui/use-accent.ts";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { BookingFlow } from "./BookingFlow.tsx";

const closedMs = 10_000;

/** An unknown, expired or used-up link: all look alike from outside. */
export function BookingPage({ coach, link }: { coach: string; link: string }) {
  const { data, error, refetch, startPolling, stopPolling } = useBookingPageQuery({ variables: { coach, link } });
  useRetry(
    error !== undefined && !data,
    useCallback(() => refetch().catch(() => undefined), [refetch]),
  );
  const page = data?.bookingPage.__typename === "BookingPage" ? data.bookingPage : null;
  useAccent(useHostAccent() ?? page?.coach.accent);
  usePageTitle(page ? `${page.sessionType.name} with ${page.coach.name}` : undefined);
  const unavailable = data?.bookingPage.__typename === "LinkUnavailable" ? data.bookingPage.message : null;
  // A link may be opened again while somebody looks at its closed door.
  useEffect(() => {
    if (unavailable) startPolling(closedMs);
    else stopPolling();
  }, [unavailable, startPolling, stopPolling]);
  useEffect(() => {
    if (unavailable) tellHost({ type: "error", code: "LINK_UNAVAILABLE", message: unavailable });
  }, [unavailable]);
  if (unavailable) {
    return (
      <NotFoundPage title="This booking link is not open">
        <p>It may be mistyped, or it is no longer in use. Ask your coach for a new one.</p>
      </NotFoundPage>
    );
  }
  return <BookingFlow coach={coach} link={link} page={page} unreachable={error !== undefined} />;
}
