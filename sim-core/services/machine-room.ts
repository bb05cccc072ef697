import type { System, Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import type { NodeSeries, ServiceMetrics } from '../metrics/result.ts';
import type { Gauged, Gauges } from '../operations/gauges.ts';
import type { ServiceLog } from '../operations/service-log.ts';
import type { Construction } from '../scenario/construction.ts';
import { placesOf, type ServiceNode } from '../scenario/nodes/service.ts';
import type { Disks } from './disks.ts';
import type { Fleet, FleetOwner, RotationWatcher } from './fleet.ts';
import { lineFactoryOf } from './line-factory.ts';
import type { MachineTroubles } from './machine-troubles.ts';
import { Machine } from './machine.ts';
import { ServiceStatistics } from './service-statistics.ts';

/** The machines of a service, what may strike them, and what is counted; how they serve is for `Service`. */
export abstract class MachineRoom implements Visitable, FleetOwner, Gauged {
  declare readonly id: string;
  declare readonly index: number;
  readonly isBetween = false;
  declare protected readonly system: System;
  declare protected readonly cores: number;
  declare protected readonly workers: number;
  declare protected readonly rack: readonly Machine[];
  declare protected readonly statistics: ServiceStatistics;
  declare protected readonly log: ServiceLog | null;
  private readonly diskUse: number[] = [];
  protected disks: Disks | null = null;
  protected fleet: Fleet | null = null;
  protected troubles: MachineTroubles | null = null;

  constructor(construction: Construction, id: string, node: ServiceNode) {
    this.id = id;
    const { system } = construction;
    this.index = construction.indexOf(id);
    this.system = system;
    this.log = construction.logOf(id);
    this.cores = node.cores ?? 1;
    this.workers = node.workers ?? (node.discipline === 'processor-sharing' ? 1_000_000 : this.cores);
    const newLine = lineFactoryOf(node, system.classes);
    this.rack = Array.from(
      { length: placesOf(node) },
      () => new Machine(system.simulation, node.speed ?? 1, newLine),
    );
    this.statistics = new ServiceStatistics(system, node, this.rack, this.cores, this.workers);
  }

  abstract arrive(visit: Visit): void;
  abstract answered(visit: Visit, failure: number, child: Visit): void;

  get machines(): number {
    return this.rack.length;
  }

  machine(machine: number): Machine {
    return this.rack[machine]!;
  }

  /** Tells whoever sends requests to its machines which there are, now and later. */
  watch(watcher: RotationWatcher): void {
    if (this.fleet === null) return;
    this.fleet.watch(watcher);
    for (let machine = 0; machine < this.machines; machine++)
      if (!this.fleet.isInRotation(machine)) watcher.leaves(machine);
  }

  /** Whether there is a machine in that place at present. */
  isPresent(machine: number): boolean {
    return this.fleet === null || this.fleet.isPresent(machine);
  }

  crash(index: number): void {
    this.breakDown(index);
    this.fleet?.crashed(index);
  }

  breakDown(index: number): void {
    this.log?.crash(index);
    this.troubles!.breakDown(index);
  }

  restart(index: number): void {
    const machine = this.rack[index]!;
    machine.settle();
    if (this.fleet === null) machine.isDown = false;
    else this.fleet.repaired(index);
  }

  /** Sets a machine's speed to this share of its own; work under way goes on at the new speed. */
  slowDown(index: number, share: number): void {
    this.rack[index]!.faultSpeed = share;
    this.speedChanges(index);
  }

  speedChanges(index: number): void {
    this.troubles!.speedChanges(index);
  }

  readGauges(gauges: Gauges): void {
    gauges.busySeconds = gauges.queueLength = gauges.instances = 0;
    let present = 0;
    for (let index = 0; index < this.rack.length; index++) {
      const machine = this.rack[index]!;
      gauges.busySeconds += machine.busySeconds;
      gauges.queueLength += machine.waiting;
      if (!machine.isDown) gauges.instances++;
      if (this.isPresent(index)) present++;
    }
    gauges.cores = this.cores * present;
  }

  warmUpEnds(): void {
    this.statistics.warmUpEnds();
    this.disks?.warmUpEnds();
    this.fleet?.present.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.statistics.tick(bucketSeconds);
    this.fleet?.present.tick(bucketSeconds);
    if (!this.system.details) return;
    this.disks?.tick(bucketSeconds);
    const use = this.log?.diskUseRatio;
    if (typeof use === 'number') this.diskUse.push(use);
  }

  metrics(measuredSeconds: number): ServiceMetrics {
    return this.statistics.metrics(measuredSeconds, this.disks, this.fleet);
  }

  series(): NodeSeries {
    const { disks, diskUse } = this;
    return {
      ...this.statistics.series(this.fleet),
      ...(diskUse.length > 0 && { diskUseRatio: diskUse }),
      ...(disks !== null &&
        disks.utilisationSeries.length > 0 && { diskUtilisation: disks.utilisationSeries }),
    };
  }
}
