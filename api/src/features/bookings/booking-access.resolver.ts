import { FieldResolver, Resolver, Root } from "type-graphql";
import { BookingAccess } from "./booking.inputs.ts";
import type { CalendarFileService } from "./calendar-file.service.ts";
import { CalendarLinks } from "./calendar-link.inputs.ts";

@Resolver(() => BookingAccess)
export class BookingAccessResolver {
  private readonly files: CalendarFileService;

  constructor(files: CalendarFileService) {
    this.files = files;
  }

  @FieldResolver(() => CalendarLinks)
  async calendarLinks(@Root() access: BookingAccess): Promise<CalendarLinks> {
    return Object.assign(new CalendarLinks(), await this.files.addressesOf(access));
  }
}
