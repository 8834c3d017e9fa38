import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "Ways to put the session into a calendar of one's own." })
export class CalendarLinks {
  @Field(() => String, { description: "Path of an iCalendar file on this server; it needs no sign-in." })
  file!: string;

  @Field(() => String, { description: "Opens Google Calendar with the session filled in." })
  google!: string;

  @Field(() => String, { description: "Opens Outlook on the web with the session filled in." })
  outlook!: string;
}
