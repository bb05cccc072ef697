import type { Simulation } from '../kernel/simulation.ts';
import type { Visit } from '../kernel/visits.ts';
import { DrawsAhead, RandomStream } from '../random/index.ts';
import { type Of } from './arrivals/kind.ts';
import { SHORTEST_CYCLE_SECONDS } from './arrivals/closed.ts';

/**
 * People of a closed workload: each thinks, asks, waits for the answer, and thinks again.
 * All of them are thinking when the run begins. Lesson: The single server.
 */
export class ClosedCrowd {
  readonly #simulation: Simulation;
  readonly #durationSeconds: number;
  readonly #think: DrawsAhead;
  readonly #leaveProbability: number;
  readonly #leaving: RandomStream;
  readonly #ask: number;
  /** People who have left for good. */
  left = 0;

  /**
   * @param id of the users node, for the names of its random streams
   * @param ask lets the person of this number, from 0, send a request
   */
  constructor(
    { simulation, durationSeconds }: { readonly simulation: Simulation; readonly durationSeconds: number },
    id: string,
    { users, thinkTime, leaveProbability = 0 }: Of<'closed'>,
    seed: number,
    ask: (person: number) => void,
  ) {
    this.#simulation = simulation;
    this.#durationSeconds = durationSeconds;
    this.#think = new DrawsAhead(thinkTime, new RandomStream(seed, `${id}/think time`));
    this.#leaveProbability = leaveProbability;
    this.#leaving = new RandomStream(seed, `${id}/leaving`);
    this.#ask = simulation.register(ask);
    for (let person = 0; person < users; person++) this.#thinkUntil(person, 0);
  }

  /** The person's request was answered; the visit is theirs. */
  answered(visit: Visit, isWell: boolean): void {
    const leaves =
      !isWell && this.#leaveProbability > 0 && this.#leaving.nextUniform() < this.#leaveProbability;
    if (leaves) this.left++;
    else this.#thinkUntil(visit.note, visit.arrivedAt + SHORTEST_CYCLE_SECONDS);
  }

  /** Thinks, and longer if the last request was sent only just now. */
  #thinkUntil(person: number, earliest: number): void {
    const at = Math.max(this.#simulation.now + this.#think.next(), earliest);
    if (at <= this.#durationSeconds) this.#simulation.schedule(at, this.#ask, person);
  }
}
