import { type BookingLinksQuery, useBookingLinksQuery } from "../../../generated/console.ts";
import { formatDateOn } from "../../../lib/calendar.ts";
import { formatDuration } from "../../../lib/time.ts";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { useCoach } from "../shell/coach.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { Swatch } from "../shell/Swatch.tsx";
import styles from "./LinksPage.module.css";

type Link = NonNullable<NonNullable<BookingLinksQuery["viewer"]>["bookingLinks"]>[number];

export function LinksPage() {
  const { data, error, refetch } = useBookingLinksQuery({ fetchPolicy: "cache-and-network" });
  const links = data?.viewer?.bookingLinks;
  return (
    <PageFrame
      title="Booking links"
      lead="Send one to a client, or put it on your own page. Free times are shown live in the client’s time zone."
    >
      {links ? (
        <LinkList links={links} />
      ) : error ? (
        <PageError what="The links" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={4} />
      )}
    </PageFrame>
  );
}

function LinkList({ links }: { readonly links: readonly Link[] }) {
  if (links.length === 0) {
    return (
      <PageEmpty title="No links yet">
        A link leads clients to one session type. Create a session type to get its link.
      </PageEmpty>
    );
  }
  return (
    <ul className={styles.list}>
      {inOrder(links).map((link) => (
        <LinkRow key={link.id} link={link} />
      ))}
    </ul>
  );
}

/** The links of one session type together, the types by name. */
function inOrder(links: readonly Link[]): Link[] {
  return links.toSorted((a, b) => a.sessionType.name.localeCompare(b.sessionType.name) || a.slug.localeCompare(b.slug));
}

function LinkRow({ link }: { readonly link: Link }) {
  const url = `${location.origin}${link.path}`;
  const { name, minutes, colour } = link.sessionType;
  const { offsetMinutes } = useCoach();
  const closed = closedBecause(link, offsetMinutes);
  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      toast({ tone: "success", message: `The link to ${name} is copied.` });
    } catch {
      toast({
        tone: "warning",
        message: "The browser did not allow copying. Select the address and copy it yourself.",
      });
    }
  }
  return (
    <li className={styles.row}>
      <Swatch colour={colour} />
      <div className={styles.text}>
        <p className={styles.name}>
          {name} <span className={styles.minutes}>{minutes.map(formatDuration).join(", ")}</span>
        </p>
        <p className={styles.url}>{url.replace(/^https?:\/\//, "")}</p>
        <p className={styles.state} data-closed={closed !== null || undefined}>
          {closed ?? usesOf(link, offsetMinutes)}
        </p>
      </div>
      <div className={styles.actions}>
        <a
          className={buttonClass({ variant: "quiet", size: "s" })}
          href={link.path}
          target="_blank"
          rel="noreferrer"
          aria-label={`Open the page of ${name}`}
        >
          Open
        </a>
        <Button size="s" icon="copy" onPress={() => void copy()} aria-label={`Copy the link to ${name}`}>
          Copy
        </Button>
      </div>
    </li>
  );
}

function closedBecause({ active, expiresAt, maxUses, uses, sessionType }: Link, offsetMinutes: number): string | null {
  if (!sessionType.active) return "Closed: its session type is switched off";
  if (active === false) return "Switched off";
  if (expiresAt && Date.parse(expiresAt) <= Date.now()) return `Expired on ${formatDateOn(expiresAt, offsetMinutes)}`;
  return maxUses && (uses ?? 0) >= maxUses ? `Used up: ${maxUses} of ${maxUses}` : null;
}

function usesOf({ uses, maxUses, expiresAt }: Link, offsetMinutes: number): string {
  const used = uses ?? 0;
  const count = maxUses
    ? `Used ${used} of ${maxUses} times`
    : used === 0
      ? "Not used yet"
      : used === 1
        ? "Used once"
        : `Used ${used} times`;
  return expiresAt ? `${count}, until ${formatDateOn(expiresAt, offsetMinutes)}` : count;
}
