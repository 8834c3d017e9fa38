import { expect } from "vitest";
import type { Database } from "../src/platform/db.ts";
import { countFaults } from "./calendar-truth.ts";

/** What must never be after a race, counted over all of its rounds. */
interface Faults {
  /** Sessions of a coach that lie in each other's time. */
  overlaps: number;
  /** People who were told yes, or still wait, and have nothing; time taken by nobody. */
  lost: number;
  /** Places given twice, or twice to one. */
  doubled: number;
  /** Rounds at whose end a place was free and somebody who wanted it had been refused, or waits on. */
  starved: number;
}

/** Counts what became of the rounds of a race, tells it in one line, and wants every fault to be zero. */
export class RaceTally {
  private readonly name: string;
  private readonly outcomes: Record<string, number> = {};
  private readonly faults: Faults = { overlaps: 0, lost: 0, doubled: 0, starved: 0 };
  private rounds = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** At the end of each round: how its attempts ended, what else was seen to be wrong, and what the database says. */
  async add(db: Database, outcomes: Readonly<Record<string, number>>, seen: Partial<Faults> = {}): Promise<void> {
    this.rounds++;
    for (const [outcome, count] of Object.entries(outcomes)) {
      this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + count;
    }
    const { overlaps, doubled, lost, empty } = await countFaults(db);
    const found: Faults = {
      starved: 0,
      ...seen,
      overlaps,
      doubled: doubled + (seen.doubled ?? 0),
      lost: lost + empty + (seen.lost ?? 0),
    };
    for (const fault of ["overlaps", "lost", "doubled", "starved"] as const) this.faults[fault] += found[fault];
  }

  end(rounds: number): void {
    const told = (counts: object) =>
      Object.entries(counts)
        .map(([name, count]) => `${name} ${count}`)
        .join(", ");
    console.log(`${this.name}, ${this.rounds} rounds: ${told(this.faults)} (${told(this.outcomes)})`);
    expect([this.rounds, this.faults]).toEqual([rounds, { overlaps: 0, lost: 0, doubled: 0, starved: 0 }]);
  }
}
