import type { Simulation } from '../kernel/simulation.ts';
import type { System } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import { LatencyHistogram } from '../metrics/latency-histogram.ts';
import type { NodeSeries, ServiceMetrics } from '../metrics/result.ts';
import { withExtras } from '../metrics/service-extras.ts';
import { serviceMetrics, serviceSeries } from '../metrics/service-metrics.ts';
import { VisitStatistics } from '../metrics/visit-statistics.ts';
import type { ServiceNode } from '../scenario/nodes/service.ts';
import type { Disks } from './disks.ts';
import { isElastic } from './elastic.ts';
import type { Fleet } from './fleet.ts';
import type { Machine } from './machine.ts';

/** What a service counts of its visits and machines. */
export class ServiceStatistics {
  declare readonly visits: VisitStatistics;
  declare private readonly node: ServiceNode;
  declare private readonly machines: readonly Machine[];
  declare private readonly cores: number;
  declare private readonly workers: number;
  declare private readonly simulation: Simulation;
  private readonly warmUpSeconds = NaN;
  private readonly waitingTimes = new LatencyHistogram();
  private rejected = 0;

  constructor(
    system: System,
    node: ServiceNode,
    machines: readonly Machine[],
    cores: number,
    workers: number,
  ) {
    this.visits = new VisitStatistics(system);
    this.node = node;
    this.machines = machines;
    this.cores = cores;
    this.workers = workers;
    this.simulation = system.simulation;
    this.warmUpSeconds = system.warmUpSeconds;
  }

  /** A visit got a worker. */
  begin({ arrivedAt }: Visit): void {
    if (arrivedAt >= this.warmUpSeconds) this.waitingTimes.record(this.simulation.now - arrivedAt);
  }

  /** A visit was refused because the queue was full. */
  reject(visit: Visit): void {
    if (visit.arrivedAt >= this.warmUpSeconds) this.rejected++;
  }

  /** A visit to the machine is over. */
  end(visit: Visit, machine: Machine, failure: number): void {
    const counts = visit.arrivedAt >= this.warmUpSeconds;
    if (failure === SERVED) {
      this.visits.serve(visit);
      if (counts) machine.served++;
    } else {
      this.visits.fail(visit);
      if (counts) machine.failed++;
    }
  }

  warmUpEnds(): void {
    this.visits.warmUpEnds();
    for (const machine of this.machines) machine.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.visits.tick(bucketSeconds);
    for (const machine of this.machines) machine.tick(bucketSeconds, this.cores);
  }

  metrics(measuredSeconds: number, disks: Disks | null, fleet: Fleet | null): ServiceMetrics {
    const plain = serviceMetrics(
      this.visits.metrics(measuredSeconds),
      this.machines.map((machine) => machine.metrics(measuredSeconds, this.cores, this.workers)),
      this.waitingTimes,
      this.rejected,
    );
    return withExtras(plain, this.node, this.workers, this.present(fleet), disks, measuredSeconds);
  }

  series(fleet: Fleet | null): NodeSeries {
    return serviceSeries(this.visits.series, this.machines, this.present(fleet)?.series);
  }

  private present(fleet: Fleet | null): Fleet['present'] | null {
    return fleet !== null && isElastic(this.node) ? fleet.present : null;
  }
}
