import type { HoldSlotMutation, HoldSlotMutationVariables } from "../../generated/client.ts";
import type { Slot } from "../slots/slot-board.ts";
import { expiryByOwnClock, type HoldEvent, proofMs } from "./hold.ts";
import { endHold, type HeldPlace, leaveHold, type OwnHold, ownHold, shareHold, watchHold } from "./own-holds.ts";
import { keepUnproven, keptUnproven, type Unproven } from "./unproven.ts";

export type Where = { coach: string; link: string; timeZone: string; minutes: number | null };
type Answer = HoldSlotMutation["holdSlot"];
type Held = Extract<Answer, { __typename: "SlotHeld" }>;

export type KeeperPorts = {
  /** Asks the server for a hold; null when no answer came. */
  ask: (input: HoldSlotMutationVariables["input"]) => Promise<Answer | null>;
  giveBack: (token: string) => void;
  tell: (event: HoldEvent) => void;
  /** Free times near a start, as far as the page knows them. */
  nearest: (startAt: string) => readonly Slot[];
};

/** Takes and gives up holds for one page, and shares them with the visitor's other tabs. */
export class HoldKeeper {
  private readonly ports: KeeperPorts;
  private turn = 0;
  private chosen: HeldPlace | null = null;
  private mine: { place: HeldPlace; token: string } | null = null;
  private unwatch: () => void = () => undefined;

  constructor(ports: KeeperPorts) {
    this.ports = ports;
  }

  /** Keeps a time for this visitor, giving up the one before. */
  async take({ timeZone, ...link }: Where, startAt: string, slot: Slot | null): Promise<void> {
    const turn = ++this.turn;
    const place = { ...link, startAt };
    this.watch(place);
    this.ports.tell({ type: "asked", startAt, slot });
    const waiting = keptUnproven(place);
    if (waiting) return this.resume(place, waiting, timeZone);
    const known = ownHold(place);
    if (known?.token && known.tabs.length > 0) return this.adopt(place, known, timeZone);
    const before = this.letGo();
    if (before && known?.token) this.ports.giveBack(before);
    const replaces = known?.token ?? before;
    const answer = await this.ports.ask({ ...place, timeZone, ...(replaces && { replaces }) });
    if (turn === this.turn) return this.settleAnswer(place, timeZone, answer);
    if (answer?.__typename === "SlotHeld") this.ports.giveBack(answer.holdToken);
  }

  release(): void {
    this.turn += 1;
    if (this.chosen) keepUnproven(this.chosen, null);
    this.drop();
    this.ports.tell({ type: "released" });
  }

  /** The booking found out that the time is gone. */
  lose(message: string, alternatives: readonly Slot[]): void {
    const { chosen } = this;
    if (!chosen) return;
    keepUnproven(chosen, null);
    this.letGo();
    this.ports.tell({
      type: "lost",
      message,
      alternatives: alternatives.length > 0 ? alternatives : this.ports.nearest(chosen.startAt),
    });
  }

  /** The hold became a booking: there is nothing left to give back. */
  settle(): void {
    this.turn += 1;
    if (this.chosen) keepUnproven(this.chosen, null);
    if (this.mine) endHold(this.mine.place);
    this.mine = null;
    this.unwatch();
    this.ports.tell({ type: "released" });
  }

  /** A code was sent: the time is kept until it is entered. */
  awaitProof({ token, email, expiresAt }: { token: string; email: string; expiresAt: string }, where: Where): void {
    const { chosen } = this;
    if (!chosen) return;
    const until = expiryByOwnClock(expiresAt, Date.now(), proofMs);
    keepUnproven(chosen, { token, email, expiresAt: until });
    this.resume(chosen, { token, email, expiresAt: until }, where.timeZone);
  }

  giveUpProof(): void {
    if (this.chosen) keepUnproven(this.chosen, null);
    this.ports.tell({ type: "proofGivenUp" });
  }

  /** The time of the hold is over. */
  expire(): void {
    if (this.chosen) keepUnproven(this.chosen, null);
    this.mine = null;
    this.ports.tell({ type: "expired" });
  }

  /**
   * The page is being left, for now or for good; says whether it has to take the time again when it comes back. What
   * waits for a code stays: reading the message is a reason to leave.
   */
  leave(mayComeBack: boolean): boolean {
    if (!mayComeBack) this.unwatch();
    if (!this.mine) return false;
    if (mayComeBack && keptUnproven(this.mine.place)) leaveHold(this.mine.place, true);
    else this.drop(mayComeBack);
    return true;
  }

  private resume(place: HeldPlace, { token, email, expiresAt }: Unproven, timeZone: string): void {
    if (this.mine?.token !== token) this.drop();
    shareHold(place, { token, expiresAt, slot: ownHold(place)?.slot ?? null, timeZone });
    this.mine = { place, token };
    this.ports.tell({ type: "unproven", email, token, expiresAt });
  }

  /** Another tab of this visitor holds it: that is as good as holding it here. */
  private adopt(place: HeldPlace, known: OwnHold, timeZone: string): void {
    if (!known.token) return;
    if (this.mine?.token !== known.token) this.drop();
    shareHold(place, { ...known, token: known.token });
    this.mine = { place, token: known.token };
    const slot = known.timeZone === timeZone ? known.slot : null;
    this.ports.tell({ type: "held", slot, token: known.token, expiresAt: known.expiresAt });
  }

  private settleAnswer(place: HeldPlace, timeZone: string, answer: Answer | null): void {
    const known = ownHold(place);
    if (answer?.__typename === "SlotHeld") this.hold(place, timeZone, answer);
    else if (known?.token && known.tabs.length > 0) this.adopt(place, known, timeZone);
    else {
      const event = toEvent(answer);
      const booked = event.type === "lost" && known?.token === null;
      this.ports.tell(booked ? { ...event, message: bookedElsewhere } : event);
    }
  }

  private hold(place: HeldPlace, timeZone: string, { holdToken: token, expiresAt: end, slot }: Held): void {
    const expiresAt = expiryByOwnClock(end, Date.now());
    shareHold(place, { token, expiresAt, slot, timeZone });
    this.mine = { place, token };
    this.ports.tell({ type: "held", slot, token, expiresAt });
  }

  /** Out of the hands of this tab; the token, where no other tab has it and it may be given back. */
  private letGo(mayComeBack = false): string | null {
    const { mine } = this;
    this.mine = null;
    if (!mine) return null;
    return leaveHold(mine.place, mayComeBack).shared ? null : mine.token;
  }

  private drop(mayComeBack = false): void {
    const token = this.letGo(mayComeBack);
    if (token) this.ports.giveBack(token);
  }

  private watch(place: HeldPlace): void {
    this.unwatch();
    this.chosen = place;
    this.unwatch = watchHold(place, (hold) => {
      if (!hold || !this.mine) return;
      if (hold.token === null) return this.lose(bookedElsewhere, []);
      // Another tab prolonged it by asking for a code.
      if (hold.token === this.mine.token && !keptUnproven(place))
        this.ports.tell({ type: "held", slot: null, token: hold.token, expiresAt: hold.expiresAt });
    });
  }
}

const bookedElsewhere = "You have booked this time in another tab of this browser.";

function toEvent(answer: Exclude<Answer, { __typename: "SlotHeld" }> | null): HoldEvent {
  switch (answer?.__typename) {
    case "SlotTaken":
    case "SlotNotOffered":
      return { type: "lost", message: answer.message, alternatives: answer.alternatives };
    case "TooManyHolds":
      return {
        type: "loose",
        why: "tooMany",
        message: `${answer.message} Until then you can still book this time while it is free.`,
      };
    case "TooManyAttempts":
      return {
        type: "loose",
        why: "wait",
        message: `This time is not kept for you. ${answer.message} You can still book it while it is free.`,
      };
    case "LinkUnavailable":
    case "InvalidInput":
      return { type: "loose", why: "refused", message: answer.message };
    default:
      return {
        type: "loose",
        why: "offline",
        message: "This time could not be kept for you: the connection failed. You can still book it while it is free.",
      };
  }
}
