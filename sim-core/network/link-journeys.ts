import type { Visit } from '../kernel/visits.ts';
import type { LinkJourney, LinkPhase } from '../metrics/trace-records.ts';

/** What begins at a moment of a call's way over a link, and ends with the next. */
export type Begins = LinkPhase['phase'] | 'callee' | 'end';

interface Journey {
  /** Counts journeys in the order in which they began. */
  readonly number: number;
  readonly link: string;
  readonly begins: Begins[];
  readonly at: number[];
}

/** What recorded calls spend their time with on links, phase by phase. Lesson: The network between. */
export class LinkJourneys {
  #count = 0;
  /** By the row of the visit that calls. */
  readonly #byCaller = new Map<number, Journey[]>();
  readonly #underWay = new Map<number, Journey>();

  /** A recorded call comes to a link, or goes on there. */
  note(link: string, visit: Visit, begins: Begins, now: number): void {
    let journey = this.#underWay.get(visit.number);
    if (journey === undefined) {
      journey = { number: this.#count++, link, begins: [], at: [] };
      this.#underWay.set(visit.number, journey);
      const caller = -2 - visit.row;
      const others = this.#byCaller.get(caller);
      if (others) others.push(journey);
      else this.#byCaller.set(caller, [journey]);
    }
    journey.begins.push(begins);
    journey.at.push(now);
    if (begins === 'end') this.#underWay.delete(visit.number);
  }

  /** Those of calls that were made by one of these rows, in order. */
  of(rows: readonly number[]): LinkJourney[] {
    return rows
      .flatMap((row, parent) => (this.#byCaller.get(row) ?? []).map((journey) => ({ journey, parent })))
      .sort((a, b) => a.journey.number - b.journey.number)
      .map(({ journey, parent }) => ({ link: journey.link, parent, phases: phasesOf(journey) }));
  }
}

/** Phases that took some time; null ends one that was not over by the end of the run. */
function phasesOf({ begins, at }: Journey): LinkPhase[] {
  return begins.flatMap((phase, i): LinkPhase[] => {
    const endSeconds = at[i + 1] ?? null;
    if (phase === 'callee' || phase === 'end' || endSeconds === at[i]) return [];
    return [{ phase, startSeconds: at[i]!, endSeconds }];
  });
}
