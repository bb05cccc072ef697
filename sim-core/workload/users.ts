import { call, close, type RunningNode, type System, type Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { NodeSeries, UsersMetrics } from '../metrics/result.ts';
import { UserStatistics } from '../metrics/user-statistics.ts';
import { VisitStatistics } from '../metrics/visit-statistics.ts';
import { RegionMix } from '../network/region-mix.ts';
import { type KeySampler, keySamplerOf, Popularity, RandomStream } from '../random/index.ts';
import type { Construction } from '../scenario/construction.ts';
import type { UsersNode } from '../scenario/nodes/users.ts';
import { type ArrivalProcess, arrivalProcessOf } from './arrival-process.ts';
import { ClosedCrowd } from './closed-crowd.ts';

/**
 * People who send requests, whatever the answers do (an open workload), or each of them
 * when the last one is answered (a closed one). Each arrival is a request of some class
 * by some client; its latency runs until its answer is back.
 * Lesson: The single server.
 */
export class Users implements RunningNode {
  declare readonly id: string;
  declare readonly index: number;
  readonly isBetween = false;
  /** Of all classes together. */
  declare readonly statistics: UserStatistics;
  declare private readonly system: System;
  declare private readonly target: Visitable;
  declare private readonly process: ArrivalProcess;
  declare private readonly classes: ClassMix;
  declare private readonly clients: Popularity | null;
  declare private readonly keys: KeySampler | null;
  declare private readonly regions: RegionMix;
  declare private readonly clientStream: RandomStream;
  declare private readonly arrivalHandler: number;
  declare private readonly crowd: ClosedCrowd | null;
  private stale = 0;

  constructor(construction: Construction, id: string, node: UsersNode) {
    const { system, seed } = construction;
    this.id = id;
    this.index = construction.indexOf(id);
    this.system = system;
    this.target = construction.route(id, node.target, node.policy);
    this.process = arrivalProcessOf(node.arrivals, new RandomStream(seed, `${id}/arrivals`));
    this.classes = new ClassMix(node, system, new RandomStream(seed, `${id}/classes`));
    this.clients = node.clients ? new Popularity(node.clients.count, node.clients.skew ?? 0) : null;
    this.keys = node.keys ? keySamplerOf(node.keys, new RandomStream(seed, `${id}/keys`)) : null;
    this.regions = new RegionMix(id, node, { table: construction.network.regions, system, seed });
    this.clientStream = new RandomStream(seed, `${id}/clients`);
    this.statistics = new UserStatistics(system);
    this.arrivalHandler = system.simulation.register(this);
    this.crowd =
      node.arrivals.kind === 'closed'
        ? new ClosedCrowd(system, id, node.arrivals, seed, (person) => this.send(person))
        : null;
    this.scheduleNext();
  }

  /** Somebody comes. */
  happens(): void {
    this.scheduleNext();
    this.send(0);
  }

  private scheduleNext(): void {
    const { simulation, durationSeconds } = this.system;
    this.process.advance();
    if (this.process.time <= durationSeconds) simulation.schedule(this.process.time, this.arrivalHandler, 0);
  }

  /** @param person who asks, in a closed workload; 0 in an open one, where nobody asks twice. */
  private send(person: number): void {
    const { simulation, visits, recorder, failures } = this.system;
    const requestClass = this.classes.draw();
    const client = this.clients === null ? person : this.clients.draw(this.clientStream);
    this.statistics.arrive();
    if (this.classes.isMixed) this.classes.statistics[requestClass]!.arrive();
    const visit = visits.open(this);
    visit.requestClass = requestClass;
    visit.client = client;
    visit.note = person;
    visit.region = this.regions.draw();
    this.regions.statisticsOf(visit)?.arrive();
    visit.key = this.keys === null ? -1 : this.keys.draw(simulation.now);
    visit.request = visits.requests++;
    visit.arrivedAt = simulation.now;
    if (recorder.nextIsWanted())
      visit.row = recorder.openRequest(this.index, requestClass, client, simulation.now);
    if (visits.hasRoom) call(this.system, visit, this.target, -1);
    else this.answered(visit, failures.numberOf(this.index, 'too-many-in-flight'));
  }

  arrive(): void {
    throw new Error(`users "${this.id}": a request arrived here; expected calls to nodes that answer`);
  }

  answered(visit: Visit, failure: number): void {
    const { failures, warmUpSeconds } = this.system;
    const ofClass = this.classes.isMixed ? this.classes.statistics[visit.requestClass]! : null;
    if (failure === SERVED) {
      if (visit.key !== -1) this.noteKey(visit);
      this.statistics.serve(visit);
      ofClass?.serve(visit);
      this.regions.statisticsOf(visit)?.serve(visit);
    } else {
      this.statistics.fail(visit);
      ofClass?.fail(visit);
      this.regions.statisticsOf(visit)?.fail(visit);
      if (visit.arrivedAt >= warmUpSeconds) failures.count(failure);
    }
    this.crowd?.answered(visit, failure === SERVED);
    close(this.system, visit, failure);
  }

  /** A request that named a key was served: a write makes copies old, a read may have met an old one. */
  private noteKey({ key, requestClass, staleness, arrivedAt }: Visit): void {
    const { classes, failures, simulation, warmUpSeconds, writes } = this.system;
    if (classes[requestClass]!.writes) writes.noteUnlessNoted(key, arrivedAt, simulation.now);
    if (staleness === 0 || arrivedAt < warmUpSeconds) return;
    this.stale++;
    failures.countWrong(staleness);
  }

  warmUpEnds(): void {
    this.statistics.warmUpEnds();
    for (const ofClass of this.classes.statistics) ofClass?.warmUpEnds();
    this.regions.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.statistics.tick(bucketSeconds);
  }

  metrics(measuredSeconds: number): UsersMetrics {
    const all = this.statistics.metrics(measuredSeconds);
    const classes = this.classes.metrics(all, measuredSeconds);
    return {
      kind: 'users',
      ...all,
      ...(this.system.mayBeStale && { staleRatio: all.served === 0 ? null : this.stale / all.served }),
      classes,
      ...(this.regions.isMixed && { regions: this.regions.metrics(measuredSeconds) }),
      ...(this.crowd !== null && { peopleLeft: this.crowd.left }),
    };
  }

  series(): NodeSeries {
    return {
      ...this.statistics.series,
      latencySecondsP50: this.statistics.p50,
      latencySecondsP99: this.statistics.p99,
    };
  }
}

/** Which classes the users send, in which shares, and how each of them fares. */
class ClassMix {
  /** By index of the class; empty when there is only one, which needs no book of its own. */
  readonly statistics: (VisitStatistics | undefined)[] = [];
  /** Whether there is more than one. */
  declare readonly isMixed: boolean;
  declare private readonly indices: readonly number[];
  declare private readonly cumulative: readonly number[];
  declare private readonly names: readonly string[];
  declare private readonly stream: RandomStream;

  constructor(node: UsersNode, system: System, stream: RandomStream) {
    const mix = Object.entries(node.classes ?? { request: { share: 1 } });
    const total = mix.reduce((sum, [, { share }]) => sum + share, 0);
    let sum = 0;
    this.stream = stream;
    this.names = mix.map(([name]) => name);
    this.indices = this.names.map((name) => system.classes.findIndex((known) => known.name === name));
    this.cumulative = mix.map(([, { share }]) => (sum += share / total));
    this.isMixed = mix.length > 1;
    if (this.isMixed) for (const index of this.indices) this.statistics[index] = new VisitStatistics(system);
  }

  draw(): number {
    if (!this.isMixed) return this.indices[0]!;
    const uniform = this.stream.nextUniform();
    const last = this.indices.length - 1;
    let chosen = 0;
    while (chosen < last && uniform >= this.cumulative[chosen]!) chosen++;
    return this.indices[chosen]!;
  }

  metrics(all: UsersMetrics['classes'][string], measuredSeconds: number): UsersMetrics['classes'] {
    return Object.fromEntries(
      this.names.map((name, i) => [name, this.statistics[this.indices[i]!]?.metrics(measuredSeconds) ?? all]),
    );
  }
}
