import type { System, Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { LatencyHistogram } from '../metrics/latency-histogram.ts';
import { MachineStatistics } from '../metrics/machine-statistics.ts';
import type { BalancerQueueMetrics } from '../metrics/result.ts';
import type { LimitedBalancer } from '../scenario/nodes/load-balancer.ts';
import { DisciplinedQueue, type WaitingLine } from '../services/disciplined-queue.ts';
import { VisitQueue } from '../services/visit-queue.ts';

/**
 * Where requests wait at a balancer, first come first served, while every healthy machine
 * has as many connections as it may (`maxconn` of a server in HAProxy). One line for all
 * machines: whoever is done takes the next, so a slow machine keeps few waiting.
 * Lesson: Load balancing.
 */
export class BalancerQueue {
  /** Most requests that a machine may have, waiting or in service. */
  declare readonly connectionsPerMachine: number;
  declare private readonly limit: number;
  declare private readonly timeoutSeconds: number;
  declare private readonly system: System;
  declare private readonly line: WaitingLine;
  declare private readonly load: MachineStatistics;
  declare private readonly timedOut: number;
  private readonly waits = new LatencyHistogram();

  /**
   * @param balancer who sends the visits on
   * @param gaveUp a visit has waited too long, and has left the line
   */
  constructor(system: System, node: LimitedBalancer, balancer: Visitable, gaveUp: (visit: Visit) => void) {
    const { connectionsPerMachine, queueLimit = 1_000_000, queueTimeoutSeconds } = node;
    this.connectionsPerMachine = connectionsPerMachine;
    this.limit = queueLimit;
    this.timeoutSeconds = queueTimeoutSeconds ?? Infinity;
    this.system = system;
    // Only a line that can be left from the middle knows who stands before whom.
    this.line =
      queueTimeoutSeconds === undefined
        ? new VisitQueue()
        : new DisciplinedQueue(
            'fifo',
            system.classes.map(() => 0),
          );
    this.load = new MachineStatistics(system.simulation);
    this.timedOut = system.simulation.register((number) => {
      const visit = system.visits.at(number);
      // It may have been sent, and be somebody else's by now.
      if (visit.node !== balancer || visit.deadline !== system.simulation.now) return;
      this.leave(visit);
      (this.line as DisciplinedQueue).remove(visit);
      gaveUp(visit);
    });
  }

  get isEmpty(): boolean {
    return this.load.waiting === 0;
  }

  get isFull(): boolean {
    return this.load.waiting >= this.limit;
  }

  push(visit: Visit): void {
    this.load.settle();
    this.load.wait();
    this.line.push(visit);
    if (this.timeoutSeconds === Infinity) return;
    const { simulation } = this.system;
    visit.deadline = simulation.now + this.timeoutSeconds;
    simulation.schedule(visit.deadline, this.timedOut, visit.number);
  }

  /** Takes off who is next; there must be somebody. */
  shift(): Visit {
    const visit = this.line.shift()!;
    this.leave(visit);
    return visit;
  }

  /** A visit is sent to a machine, whether it had to wait or not. */
  send({ arrivedAt }: Visit): void {
    const { simulation, warmUpSeconds } = this.system;
    if (arrivedAt >= warmUpSeconds) this.waits.record(simulation.now - arrivedAt);
  }

  /** Nobody waits any more; who did is told by whoever empties the line. */
  clear(): void {
    this.load.settle();
    for (let visit = this.line.shift(); visit !== null; visit = this.line.shift()) visit.deadline = NaN;
    this.load.waiting = 0;
  }

  private leave(visit: Visit): void {
    this.load.settle();
    this.load.waiting--;
    visit.deadline = NaN;
  }

  warmUpEnds(): void {
    this.load.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.load.tick(bucketSeconds, 1);
  }

  metrics(measuredSeconds: number): BalancerQueueMetrics {
    const { queueLengthMean, queueLengthMaximum } = this.load.metrics(measuredSeconds, 1, 1);
    return {
      queueLengthMean,
      queueLengthMaximum,
      waitingSecondsMean: this.waits.mean,
      waitingSecondsP99: this.waits.quantile(0.99),
      waitingProbability: this.waits.shareAboveZero,
    };
  }

  /** Mean number of those waiting, by bucket of the time series. */
  get queueLengthSeries(): readonly number[] {
    return this.load.queueLengthSeries;
  }
}
