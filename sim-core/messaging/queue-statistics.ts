import type { System } from '../kernel/system.ts';
import { MachineStatistics } from '../metrics/machine-statistics.ts';
import type { NodeSeries } from '../metrics/result.ts';
import { VisitStatistics } from '../metrics/visit-statistics.ts';
import { MessageCounts } from './message-counts.ts';
import type { QueueMetrics } from './queue-metrics.ts';
import type { ReadyMessages } from './ready-messages.ts';

/** All that is counted at a queue. */
export class QueueStatistics {
  /** Held are the consumers at work; waiting are the messages not in work. */
  readonly load: MachineStatistics;
  /** Puts. */
  readonly visits: VisitStatistics;
  readonly messages: MessageCounts;
  readonly #system: System;
  readonly #ready: ReadyMessages;
  readonly #consumers: number;
  readonly #ageSeries: number[] = [];
  #oldestAgeSeconds = -0;
  /** The same of the bucket that is open. */
  #oldestInBucketSeconds = -0;

  constructor(system: System, ready: ReadyMessages, consumers: number) {
    this.#system = system;
    this.#ready = ready;
    this.#consumers = consumers;
    this.load = new MachineStatistics(system.simulation);
    this.visits = new VisitStatistics(system);
    this.messages = new MessageCounts(system);
  }

  /** Age of the message whose turn is next. */
  get #ageSeconds(): number {
    return this.#ready.oldestAgeSeconds(this.#system.simulation.now);
  }

  /** A message is taken that was put at this time: then it is as old as it gets at the head. */
  take(putAtSeconds: number): void {
    const age = this.#system.simulation.now - putAtSeconds;
    if (age > this.#oldestAgeSeconds) this.#oldestAgeSeconds = age;
    if (age > this.#oldestInBucketSeconds) this.#oldestInBucketSeconds = age;
  }

  warmUpEnds(): void {
    this.visits.warmUpEnds();
    this.load.warmUpEnds();
    this.#oldestAgeSeconds = -0;
  }

  tick(bucketSeconds: number): void {
    this.visits.tick(bucketSeconds);
    this.load.tick(bucketSeconds, 1);
    this.#ageSeries.push(Math.max(0, this.#ageSeconds, this.#oldestInBucketSeconds));
    this.#oldestInBucketSeconds = -0;
  }

  metrics(measuredSeconds: number): QueueMetrics {
    const load = this.load.metrics(measuredSeconds, 1, this.#consumers);
    return {
      kind: 'queue',
      ...this.visits.metrics(measuredSeconds),
      ...this.messages.metrics(),
      queueLengthMean: load.queueLengthMean,
      queueLengthMaximum: load.queueLengthMaximum,
      oldestAgeSecondsMaximum: Math.max(0, this.#ageSeconds, this.#oldestAgeSeconds),
      consumerUtilisation: load.workerUtilisation,
    };
  }

  series(): NodeSeries {
    return {
      ...this.visits.series,
      queueLengthMean: this.load.queueLengthSeries,
      oldestAgeSeconds: this.#ageSeries,
    };
  }
}
