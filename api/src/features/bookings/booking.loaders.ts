import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import { Attendee, Booking } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import { groupedBy, inOrderOf } from "../../platform/graphql/batch.ts";
import { asOf } from "./booking.policy.ts";
import { readUndos } from "./undo.service.ts";
import type { Undo } from "./undo-offer.inputs.ts";

export interface BookingLoaders {
  readonly booking: DataLoader<string, Booking>;
  /** Taken seats of a booking in order of taking; neither holds nor cancelled ones. */
  readonly attendees: DataLoader<string, Attendee[]>;
  /** The way back of the coach's last change; null where there is none, or none any more. */
  readonly undo: DataLoader<string, Undo | null>;
}

export function bookingLoaders(em: EntityManager, clock: Clock): BookingLoaders {
  return {
    booking: new DataLoader(async (ids) => {
      const bookings = await em.find(Booking, { id: { $in: [...ids] } });
      return inOrderOf(
        ids,
        bookings.map((booking) => asOf(booking, clock.now())),
      );
    }),
    attendees: new DataLoader(async (ids) => {
      const seats = await em.find(
        Attendee,
        { booking: { $in: [...ids] }, holdExpiresAt: null },
        { orderBy: { createdAt: "asc", id: "asc" } },
      );
      return groupedBy(ids, seats, (seat) => seat.booking.id);
    }),
    undo: new DataLoader(async (ids) => {
      const undos = await readUndos(em, ids, clock.now());
      return ids.map((id) => undos.get(id) ?? null);
    }),
  };
}
