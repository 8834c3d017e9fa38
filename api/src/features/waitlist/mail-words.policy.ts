import { parseDate, weekdayOfDay } from "../../core/local-date.ts";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** "Tuesday, 2 June 2026". */
export function dayWords(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${weekdays[weekdayOfDay(parseDate(date))]}, ${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** "16:00", of a local date and time. */
export function timeWords(local: string): string {
  return local.slice(11, 16);
}

/** "Lisbon time", as the pages call it. */
export function zoneWords(timeZone: string): string {
  return `${timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ")} time`;
}

/** Where a session takes place; how to get into a call or to a number is told once it is booked. */
export function placeWords({ kind, detail }: { readonly kind: string; readonly detail: string }): string {
  if (kind === "address") return detail;
  return kind === "phone" ? "By phone" : "By video call";
}
