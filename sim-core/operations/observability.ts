import type { System, VisitObserver } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import type { ObservabilityResult } from '../metrics/observability-result.ts';
import type { Construction } from '../scenario/construction.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { RunningAlert } from './alerts.ts';
import { faultEpisodes, fullDisks } from './fault-episodes.ts';
import type { FaultSchedule } from './faults.ts';
import { Logging } from './logging.ts';
import { MetricsCollector } from './metrics-collection.ts';
import { OnCallPerson } from './on-call.ts';
import type { ServiceLog } from './service-log.ts';

/** All that watches a system: logs, metrics, alerts and the person whom they call. */
export class Observability implements VisitObserver {
  declare private readonly system: System;
  declare private readonly scenario: Scenario;
  declare private readonly logLines: number;
  declare private readonly logging: Logging | null;
  /** By index of the node. */
  private readonly logs: (ServiceLog | null)[] = [];
  private collector: MetricsCollector | null = null;
  private alerts: readonly RunningAlert[] = [];
  private onCall: OnCallPerson | null = null;
  private faults: FaultSchedule | null = null;

  constructor(
    construction: Pick<Construction, 'system' | 'scenario' | 'seed' | 'indexOf'>,
    logLines: number,
  ) {
    this.system = construction.system;
    this.scenario = construction.scenario;
    this.logLines = logLines;
    this.logging = construction.scenario.logging ? new Logging(construction, logLines) : null;
  }

  /** What the machines of this node write; null when they write nothing. */
  logOf(node: string): ServiceLog | null {
    return this.logging?.of(node) ?? null;
  }

  /** The nodes are all there: it begins to look on. */
  begin(faults: FaultSchedule): void {
    const { metricsCollection, alerts = {}, onCall } = this.scenario;
    const system = this.system;
    this.faults = faults;
    for (const { id } of system.nodes) this.logs.push(this.logOf(id));
    system.observer = this;
    if (metricsCollection === undefined) return;
    const collector = new MetricsCollector(system, metricsCollection);
    this.collector = collector;
    this.alerts = Object.entries(alerts).map(
      ([name, alert]) => new RunningAlert(system, collector, metricsCollection, name, alert),
    );
    const nodes = system.nodes.map(({ id }) => id);
    const remedies = {
      endFaults: (node: string) => faults.endFaultsOf(node),
      freeDisks: (node: string) => this.logging?.freeDisks(node) ?? 0,
    };
    this.onCall = onCall ? new OnCallPerson(system, onCall, this.alerts, nodes, remedies) : null;
    collector.then((now) => {
      for (const alert of this.alerts) if (alert.judge(now)) this.onCall?.call(alert);
    });
  }

  visitEnds(visit: Visit, failure: number): void {
    const node = visit.node!;
    const { index } = node;
    // Nobody reads or writes what lies between nodes, or within one.
    if (node !== this.system.nodes[index]) return;
    this.collector?.visitEnds(index, visit, failure);
    const log = this.logs[index]!;
    if (log !== null) log.visitEnds(visit, failure);
  }

  /** The parts of the result that the scenario asks for. */
  results(): ObservabilityResult {
    const { alerts, onCall } = this.scenario;
    const { events, simulation } = this.system;
    const faults = faultEpisodes(this.scenario, simulation.now, this.faults!.endedEarly);
    const episodes = [...faults, ...fullDisks(events.list)];
    const byName = this.alerts.map((alert) => [alert.name, alert.metrics(episodes)] as const);
    return {
      ...(this.logging && { logging: this.logging.metrics() }),
      ...(this.logging && this.logLines > 0 && { log: this.logging.sample() }),
      ...(this.collector && { collected: this.collector.collected() }),
      ...(alerts && { alerts: Object.fromEntries(byName) }),
      ...(onCall && this.onCall && { onCall: this.onCall.metrics() }),
    };
  }
}
