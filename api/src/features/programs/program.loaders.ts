import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import { Booking, Program, ProgramBooking } from "../../entities/index.ts";
import { groupedBy, inOrderOf } from "../../platform/graphql/batch.ts";

export interface ProgramLoaders {
  readonly program: DataLoader<string, Program>;
  readonly programBooking: DataLoader<string, ProgramBooking>;
  /** The sessions of what was booked from a program, in order, cancelled ones included. */
  readonly programSessions: DataLoader<string, Booking[]>;
}

export function programLoaders(em: EntityManager): ProgramLoaders {
  return {
    program: new DataLoader(async (ids) => inOrderOf(ids, await em.find(Program, { id: { $in: [...ids] } }))),
    programBooking: new DataLoader(async (ids) =>
      inOrderOf(ids, await em.find(ProgramBooking, { id: { $in: [...ids] } })),
    ),
    programSessions: new DataLoader(async (ids) => {
      const bookings = await em.find(
        Booking,
        { programBooking: { $in: [...ids] } },
        { orderBy: { programSession: "asc" } },
      );
      return groupedBy(ids, bookings, ({ programBooking }) => programBooking?.id ?? "");
    }),
  };
}
