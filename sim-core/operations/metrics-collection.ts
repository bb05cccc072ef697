import type { System } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { CollectedMetrics } from '../metrics/observability-result.ts';
import type { MetricsCollection } from '../scenario/observability.ts';
import { CollectedNode } from './collected-node.ts';

/** Prometheus's default buckets, seconds. */
const STANDARD_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Readings that a window spans: as many as fit, one at least. */
export function windowReadings({ scrapeIntervalSeconds, windowSeconds }: MetricsCollection): number {
  const wanted = windowSeconds === undefined ? 4 : windowSeconds / scrapeIntervalSeconds;
  // A window of 0.3 s is three intervals of 0.1 s, whatever binary fractions say.
  return Math.max(1, Math.floor(wanted + 1e-6));
}

/**
 * A metrics system: at regular times it reads the counters of every node. What it knows of the
 * time between is how much they rose. Lesson: Metrics.
 *
 * Source: Prometheus, 'Metric types' and 'Histograms and summaries' in its documentation.
 */
export class MetricsCollector {
  declare private readonly system: System;
  declare private readonly intervalSeconds: number;
  declare private readonly retentionSeconds: number;
  declare private readonly nodes: readonly CollectedNode[];
  /** By node: failures that a machine cannot count, because it is down. */
  declare private readonly uncounted: readonly (readonly [refused: number, crashed: number])[];
  private readonly timesSeconds: number[] = [];
  declare private readonly scrape: number;
  private readonly afterwards: ((now: number) => void)[] = [];

  /** @param system whose nodes are all there. */
  constructor(system: System, options: MetricsCollection) {
    const bounds = [...(options.bucketBoundsSeconds ?? STANDARD_BOUNDS), Infinity];
    this.system = system;
    this.intervalSeconds = options.scrapeIntervalSeconds;
    this.retentionSeconds = options.retentionSeconds ?? Infinity;
    this.nodes = system.nodes.map((node) => new CollectedNode(node, bounds, windowReadings(options)));
    this.uncounted = system.nodes.map(({ index }) => [
      system.failures.numberOf(index, 'refused'),
      system.failures.numberOf(index, 'crashed'),
    ]);
    this.scrape = system.simulation.register((turn) => this.read(turn));
    this.schedule(1);
  }

  /** What is to happen after each reading. */
  then(afterwards: (now: number) => void): void {
    this.afterwards.push(afterwards);
  }

  node(index: number): CollectedNode {
    return this.nodes[index]!;
  }

  /** @param index of the node visited. */
  visitEnds(index: number, visit: Visit, failure: number): void {
    const node = this.nodes[index]!;
    if (failure === SERVED) return node.serve(this.system.simulation.now - visit.arrivedAt, visit.machine);
    const [refused, crashed] = this.uncounted[index]!;
    if (failure !== refused && failure !== crashed) node.fail();
  }

  collected(): CollectedMetrics {
    const known = this.system.simulation.now - this.retentionSeconds;
    const first = this.timesSeconds.findIndex((time) => time >= known);
    const from = first < 0 ? this.timesSeconds.length : first;
    return {
      timesSeconds: this.timesSeconds.slice(from),
      nodes: Object.fromEntries(
        this.system.nodes.map(({ id }, index) => [id, this.nodes[index]!.series(from)]),
      ),
    };
  }

  private read(turn: number): void {
    const { now } = this.system.simulation;
    this.timesSeconds.push(now);
    for (const node of this.nodes) node.scrape(this.intervalSeconds);
    for (const afterwards of this.afterwards) afterwards(now);
    this.schedule(turn + 1);
  }

  private schedule(turn: number): void {
    const { simulation, durationSeconds } = this.system;
    const at = turn * this.intervalSeconds;
    if (at <= durationSeconds) simulation.schedule(at, this.scrape, turn);
  }
}
