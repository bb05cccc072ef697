import type { Visit } from '../kernel/visits.ts';
import { LatencyHistogram } from '../metrics/latency-histogram.ts';
import type { Observed } from '../metrics/visit-counts.ts';
import type { QueueMetrics } from './queue-metrics.ts';

/** Where a message stands. */
export const WAITING = 0;
export const IN_WORK = 1;
export const DONE = 2;
export const DEAD = 3;
export const LOST = 4;

/** Counts the messages that were put after warm-up, by where they stand. */
export class MessageCounts {
  readonly #observed: Observed;
  readonly #standing = [0, 0, 0, 0, 0];
  readonly #waitingTimes = new LatencyHistogram();
  readonly #completionTimes = new LatencyHistogram();
  #put = 0;
  #delivered = 0;
  #redelivered = 0;
  #duplicates = 0;

  constructor(observed: Observed) {
    this.#observed = observed;
  }

  #counts({ arrivedAt }: Visit): boolean {
    return arrivedAt >= this.#observed.warmUpSeconds;
  }

  /** A message is there. */
  put(message: Visit): void {
    if (!this.#counts(message)) return;
    this.#put++;
    this.#standing[WAITING]!++;
  }

  /** A message goes from where it stands to somewhere else. */
  move(message: Visit, to: number): void {
    const from = message.step;
    message.step = to;
    if (!this.#counts(message)) return;
    this.#standing[from]!--;
    this.#standing[to]!++;
    if (to === DONE) this.#completionTimes.record(this.#observed.simulation.now - message.arrivedAt);
  }

  /** A message is delivered for the so-manyeth time, its `note`. */
  deliver(message: Visit): void {
    if (!this.#counts(message)) return;
    this.#delivered++;
    if (message.note > 1) this.#redelivered++;
    else this.#waitingTimes.record(this.#observed.simulation.now - message.arrivedAt);
  }

  /** What had been done was done again. */
  duplicate(message: Visit): void {
    if (this.#counts(message)) this.#duplicates++;
  }

  metrics() {
    const [waiting, inWork, done, deadLetters, lost] = this.#standing as [
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      put: this.#put,
      done,
      deadLetters,
      lost,
      waiting,
      inWork,
      delivered: this.#delivered,
      redelivered: this.#redelivered,
      duplicates: this.#duplicates,
      waitingSecondsMean: this.#waitingTimes.mean,
      waitingSecondsP95: this.#waitingTimes.quantile(0.95),
      waitingSecondsP99: this.#waitingTimes.quantile(0.99),
      completionSecondsMean: this.#completionTimes.mean,
      completionSecondsP95: this.#completionTimes.quantile(0.95),
      completionSecondsP99: this.#completionTimes.quantile(0.99),
    } satisfies Partial<QueueMetrics>;
  }
}
