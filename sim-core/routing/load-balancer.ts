import {
  answer,
  type Breakable,
  breakOff,
  call,
  lend,
  type Lender,
  mayLend,
  type RunningNode,
  type System,
  type Visitable,
} from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { BalancerMetrics, FailureCause, NodeSeries } from '../metrics/result.ts';
import { VisitCounts } from '../metrics/visit-counts.ts';
import { RandomStream } from '../random/index.ts';
import type { Construction } from '../scenario/construction.ts';
import { limitsConnections, type LoadBalancerNode } from '../scenario/nodes/load-balancer.ts';
import type { Service } from '../services/service.ts';
import { Backends } from './backends.ts';
import { BalancerQueue } from './balancer-queue.ts';
import { HealthChecks } from './health-checks.ts';
import { type Chooser, chooserOf } from './policy.ts';

/** Share of the newest response time in the moving average of a machine. */
const NEWEST_SHARE = 0.1;

/**
 * Hands each request to one machine of its targets and waits for the answer, which it
 * passes back. It adds no time of its own, unless the connections of a machine are limited:
 * then requests wait here while no machine has room. Of several balancers one is active; when it
 * crashes a standby takes over after a while, and until then there is nobody to call.
 * Lesson: Load balancing.
 */
export class LoadBalancer implements RunningNode, Breakable, Lender {
  declare readonly id: string;
  declare readonly index: number;
  readonly isBetween = false;
  declare readonly machines: number;
  declare private readonly system: System;
  declare private readonly routes: readonly Visitable[];
  declare private readonly machineOf: Int32Array;
  declare private readonly backendIds: readonly string[];
  declare private readonly backends: Backends;
  declare private readonly chooser: Chooser;
  declare private readonly health: HealthChecks | null;
  declare private readonly queue: BalancerQueue | null;
  declare private readonly failoverSeconds: number;
  declare private readonly failover: number;
  declare private readonly visits: VisitCounts;
  declare private readonly sent: Float64Array;
  declare private readonly down: Uint8Array;
  private active = 0;
  /** True while it sends those who waited. */
  private isSending = false;
  /** When a standby is to take over, seconds; −1 when none is called. */
  private takeOverAt = -1;

  constructor(construction: Construction, id: string, node: LoadBalancerNode) {
    const { system, seed } = construction;
    this.id = id;
    this.index = construction.indexOf(id);
    this.machines = node.instances ?? 1;
    this.system = system;
    const backends = node.targets.flatMap((target) => {
      const service = construction.node(target) as Service;
      const route = construction.route(id, target);
      return Array.from({ length: service.machines }, (_, machine) => ({ service, route, machine }));
    });
    this.routes = backends.map(({ route }) => route);
    this.machineOf = Int32Array.from(backends, ({ machine }) => machine);
    this.backendIds = backends.map(({ service }) => service.id);
    this.backends = new Backends(backends.length);
    this.sent = new Float64Array(backends.length);
    this.chooser = chooserOf(node.policy, this.backends, new RandomStream(seed, `${id}/policy`));
    this.health = node.healthCheck
      ? new HealthChecks(system, node.healthCheck, this.backends, backends)
      : null;
    this.queue = limitsConnections(node)
      ? new BalancerQueue(system, node, this, (visit) => this.fail(visit, 'gave-up'))
      : null;
    if (this.queue !== null) this.backends.becomesAvailable = () => this.sendWaiting();
    backends.forEach(({ service, machine }, first) => {
      if (machine === 0) this.follow(service, first);
    });
    this.failoverSeconds = node.failoverSeconds ?? 3;
    this.failover = system.simulation.register(() => this.takeOver());
    this.visits = new VisitCounts(system);
    this.down = new Uint8Array(this.machines);
  }

  /** Knows at once which machines of a service there are; the first of them stands in that place. */
  private follow(service: Service, first: number): void {
    service.watch({
      joins: (machine) => {
        this.health?.registers(first + machine);
        this.backends.register(first + machine);
      },
      leaves: (machine) => this.backends.unregister(first + machine),
    });
  }

  arrive(visit: Visit): void {
    const { recorder } = this.system;
    visit.machine = this.active;
    if (visit.row >= 0) recorder.atMachine(visit.row, this.active);
    this.visits.arrive();
    if (this.down[this.active] === 1) return this.fail(visit, 'refused');
    if (this.backends.availableCount === 0) this.wait(visit);
    else this.send(visit);
  }

  /** There is a machine for the visit. */
  private send(visit: Visit): void {
    const { simulation, recorder, warmUpSeconds } = this.system;
    const chosen = this.chooser.choose(visit.client);
    if (visit.row >= 0) recorder.start(visit.row, simulation.now);
    visit.backend = chosen;
    this.backends.connections[chosen]!++;
    if (this.queue !== null) this.takeRoom(this.queue, chosen, visit);
    if (simulation.now >= warmUpSeconds) this.sent[chosen]!++;
    const route = this.routes[chosen]!;
    // A visit that has waited came here earlier than it comes there.
    const isNew = visit.arrivedAt === simulation.now;
    if (isNew && !route.isBetween && mayLend(this.system, visit))
      lend(this.system, visit, this, route, this.machineOf[chosen]!);
    else call(this.system, visit, route, this.machineOf[chosen]!);
  }

  /** No machine may have the visit: it waits for one, if there are any and there is a line. */
  private wait(visit: Visit): void {
    const { queue } = this;
    if (queue === null || this.backends.healthyCount === 0) this.fail(visit, 'no-healthy-target');
    else if (queue.isFull) this.fail(visit, 'queue-full');
    else queue.push(visit);
  }

  private takeRoom(queue: BalancerQueue, chosen: number, visit: Visit): void {
    queue.send(visit);
    if (this.backends.connections[chosen]! >= queue.connectionsPerMachine)
      this.backends.setRoom(chosen, false);
  }

  /** A machine may have room: those who waited are sent, in the order in which they came. */
  private sendWaiting(): void {
    const queue = this.queue!;
    // A request that fails at once gives its room back within `send`: the loop further out goes on then.
    if (this.isSending) return;
    this.isSending = true;
    while (!queue.isEmpty && this.backends.availableCount > 0) this.send(queue.shift());
    this.isSending = false;
  }

  returned(visit: Visit, failure: number): void {
    visit.machine = this.active;
    this.answered(visit, failure);
  }

  answered(visit: Visit, failure: number): void {
    const chosen = visit.backend;
    const { connections, latencySeconds } = this.backends;
    connections[chosen]!--;
    if (failure === SERVED) {
      const latency = this.system.simulation.now - visit.arrivedAt;
      const average = latencySeconds[chosen]!;
      latencySeconds[chosen] = average === 0 ? latency : average + NEWEST_SHARE * (latency - average);
      this.visits.serve(visit);
    } else this.visits.fail(visit);
    if (this.queue !== null) {
      this.backends.setRoom(chosen, true);
      this.sendWaiting();
    }
    answer(this.system, visit, failure);
  }

  private fail(visit: Visit, cause: FailureCause): void {
    this.visits.fail(visit);
    answer(this.system, visit, this.system.failures.numberOf(this.index, cause));
  }

  crash(machine: number): void {
    const { simulation, visits, failures } = this.system;
    this.down[machine] = 1;
    if (machine !== this.active) return;
    const struck = visits.inFlight((visit) => visit.node === this && visit.machine === machine);
    for (const visit of struck) this.visits.fail(visit);
    // The connections die with the balancer; its standby starts with none.
    this.backends.connections.fill(0);
    if (this.queue !== null) {
      this.queue.clear();
      for (let backend = 0; backend < this.backends.count; backend++) this.backends.setRoom(backend, true);
    }
    breakOff(this.system, struck, failures.numberOf(this.index, 'crashed'));
    this.callStandby(simulation.now);
  }

  restart(machine: number): void {
    this.down[machine] = 0;
    if (this.down[this.active] === 1 && this.takeOverAt < 0) this.callStandby(this.system.simulation.now);
  }

  private callStandby(now: number): void {
    this.takeOverAt = now + this.failoverSeconds;
    this.system.simulation.schedule(this.takeOverAt, this.failover, 0);
  }

  private takeOver(): void {
    const atSeconds = this.system.simulation.now;
    // The active one came back and fell again: a later call counts.
    if (atSeconds !== this.takeOverAt) return;
    this.takeOverAt = -1;
    const standby = this.down.indexOf(0);
    if (this.down[this.active] === 0 || standby < 0) return;
    this.active = standby;
    this.system.events.push({ atSeconds, kind: 'failover', node: this.id, instance: standby + 1 });
  }

  warmUpEnds(): void {
    this.visits.warmUpEnds();
    this.queue?.warmUpEnds();
    this.health?.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.visits.tick(bucketSeconds);
    this.queue?.tick(bucketSeconds);
  }

  metrics(measuredSeconds: number): BalancerMetrics {
    return {
      kind: 'load-balancer',
      ...this.visits.countMetrics(measuredSeconds),
      ...this.queue?.metrics(measuredSeconds),
      backends: this.backendIds.map((node, backend) => ({
        node,
        instance: this.machineOf[backend]! + 1,
        sent: this.sent[backend]!,
        healthyRatio: this.health?.healthyRatio(backend, measuredSeconds) ?? 1,
      })),
    };
  }

  series(): NodeSeries {
    if (this.queue === null) return this.visits.series;
    return { ...this.visits.series, queueLengthMean: this.queue.queueLengthSeries };
  }
}
