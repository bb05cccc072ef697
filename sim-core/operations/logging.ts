import type { System } from '../kernel/system.ts';
import type { LogEntry, LogMetrics, LogSample } from '../metrics/observability-result.ts';
import type { RunEvent } from '../metrics/result.ts';
import type { Log, LogLevel } from '../scenario/observability.ts';
import type { Construction } from '../scenario/construction.ts';
import { LogLines } from './log-lines.ts';
import { MONTH_SECONDS } from './month.ts';
import { ServiceLog } from './service-log.ts';

/** What machines, or those who run them, write about themselves. */
const levelOfEvent: Partial<Readonly<Record<RunEvent['kind'], LogLevel>>> = {
  crash: 'error',
  'disk-full': 'error',
  unhealthy: 'warning',
  failover: 'warning',
  restart: 'info',
  healthy: 'info',
  'disk-freed': 'info',
};

/** All logs of a run. Lesson: Logging. */
export class Logging {
  readonly #system: System;
  readonly #logs: readonly { readonly name: string; readonly log: Log; readonly services: ServiceLog[] }[];
  readonly #lines: LogLines;
  readonly #of = new Map<string, ServiceLog>();

  /** @param logLines lines to keep for a reader, at most. */
  constructor(
    { system, scenario, seed, indexOf }: Pick<Construction, 'system' | 'scenario' | 'seed' | 'indexOf'>,
    logLines: number,
  ) {
    this.#system = system;
    this.#lines = new LogLines(logLines);
    this.#logs = Object.entries(scenario.logging ?? {}).map(([name, log]) => {
      const services = log.nodes.map(
        (node) => new ServiceLog(system, seed, name, log, node, indexOf(node), this.#lines),
      );
      for (const service of services) this.#of.set(service.node, service);
      if (log.destination === 'local') this.#rotate(services, log.local?.rotateEverySeconds);
      return { name, log, services };
    });
  }

  /** What the machines of this service write; null when they write nothing. */
  of(node: string): ServiceLog | null {
    return this.#of.get(node) ?? null;
  }

  /** Makes room on the full disks of a service. Returns how many machines work again. */
  freeDisks(node: string): number {
    return this.#of.get(node)?.rotate(true) ?? 0;
  }

  #rotate(services: readonly ServiceLog[], everySeconds: number | undefined): void {
    if (everySeconds === undefined) return;
    const { simulation, durationSeconds } = this.#system;
    const handler = simulation.register((turn) => {
      for (const service of services) service.rotate(false);
      schedule(turn + 1);
    });
    const schedule = (turn: number): void => {
      const at = turn * everySeconds;
      if (at <= durationSeconds) simulation.schedule(at, handler, turn);
    };
    schedule(1);
  }

  metrics(): Record<string, LogMetrics> {
    return Object.fromEntries(
      this.#logs.map(({ name, log, services }) => [name, this.#metricsOf(log, services)]),
    );
  }

  /** Lines that a reader can search, those about the machines included. */
  sample(): LogSample {
    return this.#lines.sample(this.#system.simulation.now, this.#aboutMachines());
  }

  #metricsOf(log: Log, services: readonly ServiceLog[]): LogMetrics {
    const { simulation } = this.#system;
    const sum = (of: (service: ServiceLog) => number): number =>
      services.reduce((total, service) => total + of(service), 0);
    const counts = services.map((service) => service.lineCounts());
    const sent = counts.reduce((total, each) => total + each.sent, 0);
    const onDisks = counts.reduce((total, each) => total + each.onDisks, 0);
    const shippedGigabytes = (sent * (log.bytesPerLine ?? 200)) / 1e9;
    const months = simulation.now / MONTH_SECONDS;
    return {
      written: sum(({ written }) => written),
      readable: onDisks + sent,
      unsent: counts.reduce((total, each) => total + each.unsent, 0),
      lostInCrashes: sum(({ lostInCrashes }) => lostInCrashes),
      rotatedAway: sum(({ rotatedAway }) => rotatedAway),
      dropped: sum(({ dropped }) => dropped),
      shippedGigabytes,
      costDollarsPerMonth:
        months === 0 ? 0 : (shippedGigabytes * (log.shipped?.dollarsPerGigabyte ?? 0)) / months,
    };
  }

  #aboutMachines(): LogEntry[] {
    const order: readonly LogLevel[] = ['error', 'warning', 'info', 'debug'];
    return this.#system.events.list.flatMap(({ atSeconds, kind, node, instance }): LogEntry[] => {
      const level = levelOfEvent[kind];
      const written = this.#logs.find(({ log }) => log.nodes.includes(node));
      if (level === undefined || written === undefined) return [];
      if (order.indexOf(level) > order.indexOf(written.log.level)) return [];
      const none = { request: null, requestClass: null, failure: null, latencySeconds: null };
      return [{ atSeconds, log: written.name, level, message: kind, node, instance, ...none }];
    });
  }
}
