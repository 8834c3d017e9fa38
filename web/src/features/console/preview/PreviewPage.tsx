import { useState } from "react";
import { useBookingLinksQuery } from "../../../generated/console.ts";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { CalendarLoading } from "../calendar/CalendarLoading.tsx";
import { isOpen } from "../links/link-words.ts";
import { PageEmpty, PageError } from "../shell/PageStates.tsx";
import { PreviewBoard } from "./PreviewBoard.tsx";

/** Her booking pages as somebody elsewhere sees them, with the reason for whatever is not there. */
export function PreviewPage() {
  usePageTitle("View as client · Kairos");
  const { data, error, refetch } = useBookingLinksQuery({ fetchPolicy: "cache-and-network" });
  const [chosen, setChosen] = useState<string | null>(null);
  const links = data?.viewer?.bookingLinks?.filter(isOpen);
  const elsewhere = links?.find(({ sessionType }) => sessionType.place.kind !== "ADDRESS");
  const link = links?.find(({ id }) => id === chosen) ?? elsewhere ?? links?.[0];
  if (links && link) return <PreviewBoard key={link.id} link={link} links={links} onLink={setChosen} />;
  if (links) {
    return (
      <PageEmpty title="Clients see nothing yet">
        A booking link that is open leads to a page. Create a session type, or switch one on.
      </PageEmpty>
    );
  }
  if (error) return <PageError alone what="The preview" error={error} onRetry={() => void refetch()} />;
  return <CalendarLoading />;
}
