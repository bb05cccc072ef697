import { requireInteger, requireNotNegative, requirePositive, SERVERS_MAXIMUM } from './range.ts';

/** What the formulas for one queue have in common: how often requests come, how long each takes. */
export interface QueueLoad {
  /** Mean arrival rate λ, requests a second, from 0. */
  readonly arrivalRatePerSecond: number;
  /** Mean service time E[S] = 1/μ, seconds, above 0. */
  readonly serviceSecondsMean: number;
}

/** The same with several equal servers that share one queue. */
export interface SharedQueueLoad extends QueueLoad {
  /** Servers c, an integer from 1 to 1,000,000; default 1. */
  readonly servers?: number;
}

/** Refuses a load that no queue can have; an overloaded queue is not refused, for it is a result. */
export function requireLoad(model: string, load: SharedQueueLoad): void {
  requireNotNegative(model, 'arrivalRatePerSecond', load.arrivalRatePerSecond);
  requirePositive(model, 'serviceSecondsMean', load.serviceSecondsMean);
  requireInteger(model, 'servers', load.servers ?? 1, 1, SERVERS_MAXIMUM);
}

/**
 * Work that arrives each second, in seconds of one server: a = λ E[S], in erlangs, from 0.
 * @throws RangeError when the load is out of range.
 */
export function offeredErlangs(load: QueueLoad): number {
  requireLoad('offered load', load);
  return load.arrivalRatePerSecond * load.serviceSecondsMean;
}
