import { addDays, type LocalDate } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import type { BookingLink } from "../../entities/index.ts";
import { refuseInput, requireLine } from "../../platform/validation.ts";
import { LinkState } from "./link-saving.inputs.ts";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_SLUG = 60;
const MAX_HOSTS = 20;
const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** Whether there can be such an address at all; what else people type is not looked for. */
export function isAddress(...parts: readonly string[]): boolean {
  return parts.every((part) => SLUG.test(part) && part.length <= MAX_SLUG);
}

/** First parts of addresses that are Kairos's own, or may become it. */
const reserved = new Set([
  ...["about", "account", "admin", "api", "app", "assets", "auth", "blog", "book", "booking", "bookings", "calendar"],
  ...[
    "client",
    "clients",
    "coach",
    "coaches",
    "console",
    "demo",
    "dashboard",
    "docs",
    "embed",
    "embed-demo",
    "favicon",
  ],
  ...["graphql", "health", "help", "home", "index", "kairos", "legal", "login", "logout", "mail", "mailbox", "manage"],
  ...[
    "manifest",
    "metrics",
    "new",
    "offer",
    "offers",
    "privacy",
    "public",
    "robots",
    "session",
    "sessions",
    "settings",
  ],
  ...[
    "sign-in",
    "sign-out",
    "sign-up",
    "signin",
    "signup",
    "static",
    "status",
    "support",
    "terms",
    "waiting",
    "waitlist",
    "webhook",
  ],
  ...["webhooks", "well-known", "www"],
]);

/** Part of an address. */
export function requireSlug(field: string, value: string): string {
  const slug = value.trim().toLowerCase();
  if (slug.length > MAX_SLUG || !SLUG.test(slug)) {
    refuseInput(
      field,
      `Use small letters, digits and single hyphens between them, at most ${MAX_SLUG}, like first-call.`,
    );
  }
  return slug;
}

/** The first part of a coach's addresses. */
export function requireCoachSlug(field: string, value: string): string {
  const slug = requireSlug(field, value);
  if (slug.length < 3) refuseInput(field, "This is too short; use at least 3 characters.");
  if (reserved.has(slug)) refuseInput(field, `The address /${slug} is Kairos's own. Choose another one.`);
  return slug;
}

export function requireHosts(field: string, values: readonly string[]): string[] {
  if (values.length > MAX_HOSTS) refuseInput(field, `These are ${values.length} hosts; allow at most ${MAX_HOSTS}.`);
  return [...new Set(values.map((value, index) => requireHost(`${field}.${index}`, value)))];
}

function requireHost(field: string, value: string): string {
  const host = value.trim().toLowerCase();
  if (!HOST.test(host)) refuseInput(field, "This is not the name of a host; write it alone, like www.example.com.");
  return host;
}

/** An address to send a visitor to; refuses one that the coach has not allowed. */
export function requireRedirect(field: string, value: string, hosts: readonly string[]): string {
  const url = allowedRedirect(requireLine(field, value, 2000), hosts);
  if (!url) {
    const allowed = hosts.length === 0 ? "You have allowed no host yet." : `Allowed hosts: ${hosts.join(", ")}.`;
    refuseInput(field, `Use an address that begins with https:// and lies on a host that you have allowed. ${allowed}`);
  }
  return url;
}

/** The address in its normal form if it lies on an allowed host, else null. */
export function allowedRedirect(value: string | null | undefined, hosts: readonly string[]): string | null {
  const url = value && value.length <= 2000 ? URL.parse(value) : null;
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "") return null;
  return hosts.includes(url.hostname) ? url.href : null;
}

/** What a link leaves open of a session type; null where it restricts nothing. */
export interface LinkRestrictions {
  readonly linkMinutes: readonly number[] | null;
  readonly fromDate: LocalDate | null;
  readonly toDate: LocalDate | null;
}

interface Horizon {
  readonly horizonDays: number;
  readonly bookableFrom: LocalDate | null;
  readonly bookableUntil: LocalDate | null;
}

/** What is offered, narrowed to what the link leaves open. Fixed dates and the rolling horizon then hold together. */
export function restrictTo<
  Offered extends Horizon & { readonly timeZone: string; readonly minutes: readonly number[] },
>(offering: Offered, link: LinkRestrictions, now: number): Offered {
  const { linkMinutes } = link;
  const minutes = linkMinutes ? offering.minutes.filter((length) => linkMinutes.includes(length)) : offering.minutes;
  if (link.fromDate === null && link.toDate === null) return { ...offering, minutes };
  const { firstDate, lastDate } = bookableDates(offering, link, zone(offering.timeZone).localDate(now));
  return { ...offering, minutes, bookableFrom: firstDate, bookableUntil: lastDate };
}

/** The first and the last date that can be booked, on the coach's calendar. */
export function bookableDates(
  { bookableFrom, bookableUntil, horizonDays }: Horizon,
  { fromDate, toDate }: Pick<LinkRestrictions, "fromDate" | "toDate">,
  today: LocalDate,
): { firstDate: LocalDate; lastDate: LocalDate } {
  const last = bookableUntil ?? addDays(today, horizonDays);
  const firsts = [today, bookableFrom ?? today, fromDate ?? today].sort();
  return { firstDate: firsts.at(-1) ?? today, lastDate: toDate !== null && toDate < last ? toDate : last };
}

/** Why a link cannot be booked through now, if it cannot. */
export function linkState(
  { active, expiresAt, maxUses }: Pick<BookingLink, "active" | "expiresAt" | "maxUses">,
  uses: number,
  now: number,
): LinkState {
  if (!active) return LinkState.OFF;
  if (expiresAt && expiresAt.getTime() <= now) return LinkState.EXPIRED;
  return maxUses !== null && uses >= maxUses ? LinkState.USED_UP : LinkState.OPEN;
}
