/** A video meeting of its own for one session. */
interface Meeting {
  /** Where everybody meets, https; who does not know it cannot guess it. */
  readonly url: string;
}

/** Makes video meetings. */
export interface MeetingProvider {
  /** Called before the booking is made and outside of any transaction: a meeting that nobody comes to must cost nothing. */
  create(): Promise<Meeting>;
}
