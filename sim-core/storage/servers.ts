import type { System, Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import type { NodeSeries, ServiceMetrics } from '../metrics/result.ts';
import type { Construction } from '../scenario/construction.ts';
import type { DatabaseNode } from '../scenario/nodes/database.ts';
import type { Distribution } from '../scenario/distribution.ts';
import type { PlanStep } from '../scenario/nodes/service.ts';
import { Service } from '../services/service.ts';
import { BufferPools } from './buffer-pools.ts';

/**
 * The machines of a database, all shards together: each has cores, connections as workers,
 * and a disk of its own with a queue before it. A read or a write keeps its connection
 * while it waits for the disk.
 */
export class Servers {
  declare readonly count: number;
  declare private readonly system: System;
  declare private readonly machines: Service;
  private readonly disk: Service | null = null;
  private readonly pools: BufferPools | null = null;
  declare private readonly connections: number;
  declare private readonly queueLimit: number;

  constructor(construction: Construction, id: string, node: DatabaseNode, count: number) {
    const { cores = 1, connections = 100, readTime, writeTime, disk } = node;
    this.count = count;
    this.system = construction.system;
    this.connections = connections;
    this.queueLimit = node.queueLimit ?? 1_000_000;
    const classNames = construction.system.classes.filter(({ writes }) => writes).map(({ name }) => name);
    const serviceOf = (
      name: string,
      limits: { cores: number; workers: number },
      plans: { read: readonly PlanStep[]; write: readonly PlanStep[] },
      target: Visitable | null,
    ): Service => {
      const inside = { ...construction, indexOf: () => construction.indexOf(id), route: () => target! };
      const classes = Object.fromEntries(classNames.map((each) => [each, { plan: plans.write }]));
      const described = { kind: 'service' as const, instances: count, ...limits, plan: plans.read, classes };
      return new Service(inside, `${id}/${name}`, described);
    };
    const work = (time: Distribution): readonly PlanStep[] => [{ work: time }];
    if (disk) {
      const { channels = 1, readTime: read, flushTime = read } = disk;
      const limits = { cores: channels, workers: channels };
      this.disk = serviceOf('disk', limits, { read: work(read), write: work(flushTime) }, null);
      this.pools = new BufferPools(construction, id, node, this.disk, count);
    }
    const steps = (time: Distribution): readonly PlanStep[] =>
      disk ? [{ work: time }, { call: 'disk' }] : [{ work: time }];
    const plans = { read: steps(readTime), write: steps(writeTime ?? readTime) };
    this.machines = serviceOf('servers', { cores, workers: connections }, plans, this.pools);
  }

  isUp(server: number): boolean {
    return !this.machines.machine(server).isDown;
  }

  /** True when no connection is free and nobody more may wait for one. */
  isFull(server: number): boolean {
    const { held, waiting } = this.machines.machine(server);
    return held >= this.connections && waiting >= this.queueLimit;
  }

  /**
   * A visit reads or writes at a server; its node is told the answer.
   * @param row of the recorder, where the visit to the database stands; −1 for none
   * @returns false when there is no room for one more visit
   */
  work(visit: Visit, server: number, row: number): boolean {
    const { visits, simulation } = this.system;
    if (visits.isFull) return false;
    const inside = visits.call(visit, this.machines);
    inside.arrivedAt = simulation.now;
    inside.machine = server;
    inside.row = row;
    this.machines.arrive(inside);
    return true;
  }

  crash(server: number): void {
    this.machines.crash(server);
    this.disk?.crash(server);
    this.pools?.clear(server);
  }

  restart(server: number): void {
    this.machines.restart(server);
    this.disk?.restart(server);
  }

  slowDown(server: number, share: number): void {
    this.machines.slowDown(server, share);
    this.disk?.slowDown(server, share);
  }

  warmUpEnds(): void {
    this.machines.warmUpEnds();
    this.disk?.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.machines.tick(bucketSeconds);
    this.disk?.tick(bucketSeconds);
  }

  metrics(measuredSeconds: number): ServiceMetrics {
    return this.machines.metrics(measuredSeconds);
  }

  /** Share of the disks' channels at work, time average; null without disks. */
  diskUtilisation(measuredSeconds: number): number | null {
    return this.disk?.metrics(measuredSeconds).utilisation ?? null;
  }

  get hitRatio(): number | null {
    return this.pools?.hitRatio ?? null;
  }

  series(): NodeSeries {
    const series = this.machines.series();
    if (this.disk === null || !this.system.details) return series;
    return { ...series, diskUtilisation: this.disk.series().utilisation ?? [] };
  }
}
