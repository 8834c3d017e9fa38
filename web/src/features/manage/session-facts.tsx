import { formatDuration } from "../../lib/time.ts";
import { placeFact, type SessionSummaryProps } from "../session/SessionSummary.tsx";
import type { Access } from "./ManagePage.tsx";

type Facts = SessionSummaryProps["facts"];

/** Where, how long, for whom, and with whom. */
export function factsOf({ booking, attendee }: Access): Facts {
  const minutes = (Date.parse(booking.endAt) - Date.parse(booking.startAt)) / 60_000;
  const { capacity } = booking.sessionType;
  const guests = attendee.guests.map(({ name, email }) => name ?? email);
  return [
    placeOf(booking),
    { icon: "clock", label: "Length", text: formatDuration(minutes) },
    { icon: "user", label: "Booked for", text: `${attendee.name}, ${attendee.email}` },
    ...(guests.length > 0 ? [{ icon: "plus" as const, label: "Guests", text: `With ${guests.join(", ")}` }] : []),
    ...(capacity > 1
      ? [
          {
            icon: "info" as const,
            label: "Group",
            text: `A group of up to ${capacity}. Nobody sees the others’ details.`,
          },
        ]
      : []),
  ];
}

/** Links and numbers are told once the session stands: until then the page says that they will come. */
function placeOf({ place, status }: Access["booking"]): Facts[number] {
  const fact = placeFact(place, status !== "CANCELLED");
  if (status !== "PENDING" || place.kind === "ADDRESS") return fact;
  return { ...fact, text: place.kind === "VIDEO" ? "Video call: the link appears here once confirmed" : fact.text };
}
