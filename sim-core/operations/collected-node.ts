import type { RunningNode } from '../kernel/system.ts';
import type { CollectedSeries } from '../metrics/observability-result.ts';
import type { CollectedMetric } from '../scenario/observability.ts';
import type { Gauged, Gauges } from './gauges.ts';
import { ScrapedCounters } from './scraped-counters.ts';

/** Percentiles of single machines are kept up to this many of them. */
export const MOST_MACHINE_COUNTERS = 32;

const requestMetrics = [
  'requestsPerSecond',
  'failuresPerSecond',
  'failureRatio',
  'latencySecondsMean',
  'latencySecondsP50',
  'latencySecondsP95',
  'latencySecondsP99',
] as const;
const instancesMean = 'latencySecondsP95OfInstancesMean';
const machineMetrics = ['utilisation', 'queueLength', 'instances', instancesMean] as const;
type Column = CollectedMetric | typeof instancesMean;

/** What a metrics system sees of one node. Lesson: Metrics. */
export class CollectedNode {
  readonly total: ScrapedCounters;
  readonly #node: RunningNode & Partial<Gauged>;
  readonly #bounds: readonly number[];
  readonly #windowReadings: number;
  readonly #machines: ScrapedCounters[] = [];
  readonly #gauges: Gauges = { busySeconds: -0, cores: 0, queueLength: 0, instances: 0 };
  readonly #series: Partial<Record<Column, (number | null)[]>> = {};

  constructor(node: RunningNode & Partial<Gauged>, bounds: readonly number[], windowReadings: number) {
    this.#node = node;
    this.#bounds = bounds;
    this.#windowReadings = windowReadings;
    this.total = new ScrapedCounters(bounds, windowReadings);
    const hasMachines = node.readGauges !== undefined;
    for (const metric of requestMetrics) this.#series[metric] = [];
    if (hasMachines) for (const metric of machineMetrics) this.#series[metric] = [];
  }

  serve(latencySeconds: number, machine: number): void {
    this.total.serve(latencySeconds);
    if (this.#node.readGauges !== undefined && machine >= 0 && machine < MOST_MACHINE_COUNTERS)
      this.#machineOf(machine).serve(latencySeconds);
  }

  fail(): void {
    this.total.fail();
  }

  /** Reads everything; the readings are so far apart. */
  scrape(intervalSeconds: number): void {
    const { total } = this;
    this.#node.readGauges?.(this.#gauges);
    total.busySeconds = this.#gauges.busySeconds;
    total.scrape();
    for (const machine of this.#machines) machine.scrape();
    const seconds = total.spannedReadings * intervalSeconds;
    const { requests, failures } = total;
    const served = requests - failures;
    this.#push('requestsPerSecond', requests / seconds);
    this.#push('failuresPerSecond', failures / seconds);
    this.#push('failureRatio', requests === 0 ? null : failures / requests);
    this.#push('latencySecondsMean', served === 0 ? null : total.latencySeconds / served);
    this.#push('latencySecondsP50', total.quantile(0.5));
    this.#push('latencySecondsP95', total.quantile(0.95));
    this.#push('latencySecondsP99', total.quantile(0.99));
    if (this.#node.readGauges === undefined) return;
    const { cores, queueLength, instances } = this.#gauges;
    this.#push('utilisation', cores === 0 ? null : total.busySecondsInWindow / seconds / cores);
    this.#push('queueLength', queueLength);
    this.#push('instances', instances);
    this.#push(instancesMean, this.#meanOfPercentiles());
  }

  /** The value at the last reading; null when there was none. */
  latest(metric: CollectedMetric): number | null {
    return this.#series[metric]?.at(-1) ?? null;
  }

  /** @param from index of the first reading that is still known. */
  series(from: number): CollectedSeries {
    return Object.fromEntries(
      Object.entries(this.#series).map(([column, values]) => [column, values.slice(from)]),
    ) as unknown as CollectedSeries;
  }

  #meanOfPercentiles(): number | null {
    let sum = 0;
    let count = 0;
    for (const machine of this.#machines) {
      const percentile = machine.quantile(0.95);
      if (percentile === null) continue;
      sum += percentile;
      count++;
    }
    return count === 0 ? null : sum / count;
  }

  #push(column: Column, value: number | null): void {
    this.#series[column]!.push(value);
  }

  #machineOf(machine: number): ScrapedCounters {
    while (this.#machines.length <= machine)
      this.#machines.push(new ScrapedCounters(this.#bounds, this.#windowReadings));
    return this.#machines[machine]!;
  }
}
