import { answer, type RunningNode, type System } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import { MachineStatistics } from '../metrics/machine-statistics.ts';
import type { NodeSeries } from '../metrics/result.ts';
import { VisitStatistics } from '../metrics/visit-statistics.ts';
import { DrawsAhead, RandomStream } from '../random/index.ts';
import { TokenBucket } from '../resilience/token-bucket.ts';
import { MONTH_SECONDS } from '../operations/month.ts';
import type { Construction } from '../scenario/construction.ts';
import type { ExternalApiNode } from '../scenario/nodes/external-api.ts';
import { VisitQueue } from '../services/visit-queue.ts';
import { Executions } from './executions.ts';
import type { ExternalApiMetrics } from './external-api-metrics.ts';
import { type Ailment, Outages } from './outages.ts';

/**
 * Someone else's service. We see how long it takes, how often it fails and how much it
 * lets in, and nothing of what is behind. It goes on with a call whose caller has given
 * up: nobody tells it. Lesson: Other people’s services.
 */
export class ExternalApi implements RunningNode {
  readonly id: string;
  readonly index: number;
  readonly isBetween = false;
  readonly #system: System;
  readonly #latency: DrawsAhead;
  readonly #concurrency: number;
  readonly #errorProbability: number;
  readonly #errorStream: RandomStream;
  readonly #bucket: TokenBucket | null;
  readonly #dollarsPerCall: number;
  readonly #executions: Executions;
  readonly #outages = new Outages();
  /** Calls that wait for their turn. */
  readonly #waiting = new VisitQueue();
  /** Calls whose answer is held back. */
  readonly #held = new VisitQueue();
  readonly #load: MachineStatistics;
  readonly #visits: VisitStatistics;
  readonly #workDone: number;
  #calls = 0;
  #rateLimited = 0;
  #errors = 0;
  #hung = 0;

  constructor(construction: Construction, id: string, node: ExternalApiNode) {
    const { system, seed } = construction;
    this.id = id;
    this.index = construction.indexOf(id);
    this.#system = system;
    this.#latency = new DrawsAhead(node.latency, new RandomStream(seed, `${id}/latency`));
    this.#concurrency = node.concurrency ?? Infinity;
    this.#errorProbability = node.errorProbability ?? 0;
    this.#errorStream = new RandomStream(seed, `${id}/errors`);
    const { rateLimit } = node;
    this.#bucket = rateLimit ? new TokenBucket(rateLimit.ratePerSecond, rateLimit.burst ?? 1) : null;
    this.#dollarsPerCall = (node.dollarsPerThousandCalls ?? 0) / 1000;
    this.#executions = new Executions(node.idempotency ?? false);
    this.#load = new MachineStatistics(system.simulation);
    this.#visits = new VisitStatistics(system);
    this.#workDone = system.simulation.register((number) => this.#endWork(system.visits.at(number)));
  }

  arrive(visit: Visit): void {
    const { simulation } = this.#system;
    this.#visits.arrive();
    // Drawn on arrival, let in or not: the same call has the same luck under every limit.
    visit.work = this.#latency.next();
    visit.note =
      this.#errorProbability > 0 && this.#errorStream.nextUniform() < this.#errorProbability ? 1 : 0;
    const counts = this.#counts(visit);
    if (this.#bucket !== null && !this.#bucket.tryTake(simulation.now)) {
      if (counts) this.#rateLimited++;
      return this.#answer(visit, this.#system.failures.numberOf(this.index, 'rate-limited'));
    }
    if (counts) this.#calls++;
    this.#load.settle();
    if (this.#load.held < this.#concurrency) return this.#begin(visit);
    this.#load.wait();
    this.#waiting.push(visit);
  }

  #begin(visit: Visit): void {
    const { simulation, recorder } = this.#system;
    this.#load.held++;
    if (visit.row >= 0) recorder.start(visit.row, simulation.now);
    simulation.schedule(simulation.now + visit.work * this.#outages.slowness, this.#workDone, visit.number);
  }

  #endWork(visit: Visit): void {
    if (!this.#outages.hangs) return this.#finish(visit);
    if (this.#counts(visit)) this.#hung++;
    this.#held.push(visit);
  }

  #finish(visit: Visit): void {
    const { simulation, failures, classes } = this.#system;
    this.#load.settle();
    this.#load.held--;
    const next = this.#waiting.shift();
    if (next !== null) {
      this.#load.waiting--;
      this.#begin(next);
    }
    const counts = this.#counts(visit);
    if (this.#outages.fails || visit.note === 1) {
      if (counts) this.#errors++;
      return this.#answer(visit, failures.numberOf(this.index, 'error'));
    }
    if (classes[visit.requestClass]!.writes && visit.request >= 0)
      this.#executions.carryOut(visit.request, simulation.now, counts);
    this.#answer(visit, SERVED);
  }

  #answer(visit: Visit, failure: number): void {
    if (failure === SERVED) this.#visits.serve(visit);
    else this.#visits.fail(visit);
    answer(this.#system, visit, failure);
  }

  #counts({ arrivedAt }: Visit): boolean {
    return arrivedAt >= this.#system.warmUpSeconds;
  }

  answered(): void {
    throw new Error(`external-api "${this.id}": an answer came here; expected none, for it calls nobody`);
  }

  /** An outage begins or ends. What hung is answered when the last that makes hang is over. */
  outage(outage: Ailment, begins: boolean): void {
    this.#outages.change(outage, begins);
    while (!this.#outages.hangs && this.#held.first !== null) this.#finish(this.#held.shift()!);
  }

  warmUpEnds(): void {
    this.#visits.warmUpEnds();
    this.#load.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.#visits.tick(bucketSeconds);
    this.#load.tick(bucketSeconds, 1);
  }

  metrics(measuredSeconds: number): ExternalApiMetrics {
    const load = this.#load.metrics(measuredSeconds, 1, 1);
    return {
      kind: 'external-api',
      ...this.#visits.metrics(measuredSeconds),
      calls: this.#calls,
      rateLimited: this.#rateLimited,
      errors: this.#errors,
      hung: this.#hung,
      doubleExecutions: this.#executions.doubles,
      repeatsRecognized: this.#executions.repeatsRecognized,
      inProgressMean: load.inSystemMean,
      queueLengthMean: load.queueLengthMean,
      queueLengthMaximum: load.queueLengthMaximum,
      costDollarsPerMonth: (this.#calls / measuredSeconds) * MONTH_SECONDS * this.#dollarsPerCall,
    };
  }

  series(): NodeSeries {
    return { ...this.#visits.series, queueLengthMean: this.#load.queueLengthSeries };
  }
}
