import type { System, Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import { LatencyHistogram } from '../metrics/latency-histogram.ts';
import { RandomStream, type Sampler, samplerOf } from '../random/index.ts';
import type { Construction } from '../scenario/construction.ts';
import type { DatabaseNode } from '../scenario/nodes/database.ts';
import type { Distribution } from '../scenario/distribution.ts';
import type { Servers } from './servers.ts';
import { keyOf, type Versions } from './versions.ts';

/** The shard that an operation is made on. */
export interface Operated {
  readonly number: number;
  /** Its first server. */
  readonly first: number;
  /** Enough copies have answered, or too few ever will. */
  settled(visit: Visit, operation: Operation, failure: number): void;
}

/** A read or a write that several copies take part in. Used again when all their answers are in. */
export class Operation {
  declare readonly number: number;
  shard: Operated | null = null;
  /** Who waits for enough answers; null when nobody does (any more). */
  visit: Visit | null = null;
  isWrite = false;
  /** The primary is gone that was to send it on. */
  isCut = false;
  /** Whoever wrote was told that it is kept. */
  isCommitted = false;
  /** Answers that suffice, and those that are in. */
  need = 0;
  confirmed = 0;
  /** Messages under way, and whoever else needs the operation to be here. */
  outstanding = 0;
  /** A bit a copy that has got the message. */
  received = 0;
  key = 0;
  /** What is written, or the newest found so far. */
  version = -0;
  startedAt = -0;

  constructor(number: number) {
    this.number = number;
  }
}

/** Stage of a message: on its way to a copy, or back. */
const THERE = 0;
const BACK = 1;

/**
 * The messages between the copies of a database. Each is a visit on nobody's behalf: it
 * travels, works at the server of its copy, and may travel back. Lesson: Read replicas.
 */
export class Replication implements Visitable {
  declare readonly index: number;
  readonly isBetween = true;
  /** From a write at the primary until a replica has it, a value a replica, after warm-up. */
  readonly lag = new LatencyHistogram();
  /** The same, warm-up included: their sum, seconds, and how many there were. */
  lagSeconds = -0;
  lags = 0;
  declare readonly isLeaderless: boolean;
  readonly #system: System;
  readonly #servers: Servers;
  readonly #versions: Versions;
  readonly #replays: boolean;
  readonly #writeThere: Sampler | null;
  readonly #writeBack: Sampler | null;
  readonly #readThere: Sampler | null;
  readonly #readBack: Sampler | null;
  readonly #travelled: number;
  readonly #operations: Operation[] = [];
  readonly #free: Operation[] = [];
  readonly #drawn = new Float64Array(1);

  constructor(
    construction: Construction,
    id: string,
    node: DatabaseNode,
    servers: Servers,
    versions: Versions,
  ) {
    const { system, seed } = construction;
    const { replication } = node;
    this.index = construction.indexOf(id);
    this.#system = system;
    this.#servers = servers;
    this.#versions = versions;
    this.isLeaderless = replication?.kind === 'leaderless';
    const sampler = (name: string, delay: Distribution | undefined): Sampler | null =>
      delay ? samplerOf(delay, new RandomStream(seed, `${id}/${name}`)) : null;
    const delays = replication?.kind === 'leaderless' ? replication : null;
    const withPrimary = replication?.kind === 'leaderless' ? undefined : replication;
    this.#replays = delays !== null || (withPrimary?.replay ?? true);
    this.#writeThere = sampler('lag', withPrimary?.lag ?? delays?.writeDelay);
    this.#writeBack = sampler('confirmations', delays?.confirmDelay);
    this.#readThere = sampler('read messages', delays?.readDelay);
    this.#readBack = sampler('answers', delays?.answerDelay);
    this.#travelled = system.simulation.register((message) => this.#arrived(system.visits.at(message)));
  }

  /** Opens an operation; `send` follows for each copy, then `seal`. */
  open(shard: Operated, from: Visit, isWrite: boolean, need: number): Operation {
    const operation = this.#free.pop() ?? this.#add();
    operation.shard = shard;
    operation.visit = from;
    operation.isWrite = isWrite;
    operation.isCut = operation.isCommitted = false;
    operation.need = need;
    operation.confirmed = operation.received = 0;
    operation.outstanding = 1;
    operation.key = keyOf(from);
    operation.version = 0;
    operation.startedAt = this.#system.simulation.now;
    return operation;
  }

  /** Sends a message to a copy, on behalf of this visit. */
  send(operation: Operation, from: Visit, copy: number): void {
    const { visits, simulation } = this.#system;
    const sampler = operation.isWrite ? this.#writeThere : this.#readThere;
    // Drawn whether there is room or not, so that later messages find the same delays.
    sampler?.drawInto(this.#drawn, 0);
    if (visits.isFull) return;
    operation.outstanding++;
    const message = visits.open(this);
    message.requestClass = from.requestClass;
    message.client = from.client;
    message.region = from.region;
    message.key = from.key;
    message.arrivedAt = simulation.now;
    message.note = operation.number;
    message.step = copy;
    message.pending = THERE;
    message.work = 0;
    if (sampler === null) this.#reach(message);
    else {
      const at = simulation.now + this.#drawn[0]!;
      const inOrder = operation.isWrite && !this.isLeaderless;
      simulation.schedule(
        inOrder ? this.#versions.inOrder(copy, operation.key, at) : at,
        this.#travelled,
        message.number,
      );
    }
  }

  /** All messages are sent. */
  seal(operation: Operation): void {
    operation.outstanding--;
    this.#settle(operation);
  }

  /** The primary of a shard is gone: what a replica has not got by now it will not get. */
  cut(shard: Operated): Operation[] {
    const cut = this.#operations.filter(
      (each) => each.shard === shard && each.isWrite && !each.isCut && each.outstanding > 0,
    );
    for (const operation of cut) {
      operation.isCut = true;
      operation.outstanding++;
    }
    return cut;
  }

  /** Nobody needs to know any more what became of an operation that was cut. */
  forget(operation: Operation): void {
    operation.outstanding--;
    this.#settle(operation);
  }

  arrive(): void {
    throw new Error('a request arrived at the messages between copies; expected calls to shards');
  }

  /** The server has done a message's work. */
  answered(message: Visit, failure: number): void {
    if (failure === SERVED) this.#worked(message);
    else this.#end(message);
  }

  #arrived(message: Visit): void {
    if (message.pending === THERE) this.#reach(message);
    else this.#confirm(message);
  }

  #reach(message: Visit): void {
    const operation = this.#operations[message.note]!;
    const server = operation.shard!.first + message.step;
    const isReplay = operation.isWrite && !this.isLeaderless;
    if (operation.isCut || !this.#servers.isUp(server)) return this.#end(message);
    if (!isReplay && this.#servers.isFull(server)) return this.#end(message);
    operation.received |= 1 << message.step;
    if (isReplay && !this.#replays) this.#worked(message);
    else if (!this.#servers.work(message, server, -1)) this.#end(message);
  }

  #worked(message: Visit): void {
    const { simulation, warmUpSeconds } = this.#system;
    const operation = this.#operations[message.note]!;
    const { key, version, isWrite, shard, startedAt } = operation;
    if (isWrite) {
      this.#versions.apply(shard!.number, message.step, key, version);
      const lagSeconds = simulation.now - startedAt;
      this.lagSeconds += lagSeconds;
      this.lags++;
      if (startedAt >= warmUpSeconds) this.lag.record(lagSeconds);
    } else message.work = this.#versions.heldBy(message.step, key);
    const sampler = isWrite ? this.#writeBack : this.#readBack;
    if (sampler === null) return this.#confirm(message);
    message.pending = BACK;
    sampler.drawInto(this.#drawn, 0);
    simulation.schedule(simulation.now + this.#drawn[0]!, this.#travelled, message.number);
  }

  #confirm(message: Visit): void {
    const operation = this.#operations[message.note]!;
    operation.confirmed++;
    if (!operation.isWrite && message.work > operation.version) operation.version = message.work;
    this.#end(message);
  }

  #end(message: Visit): void {
    const operation = this.#operations[message.note]!;
    this.#system.visits.release(message);
    operation.outstanding--;
    this.#settle(operation);
  }

  #settle(operation: Operation): void {
    const { visit, confirmed, need, outstanding, shard } = operation;
    if (visit !== null && (confirmed >= need || confirmed + outstanding < need)) {
      const { failures } = this.#system;
      const failure = confirmed >= need ? SERVED : failures.numberOf(this.index, 'no-quorum');
      operation.visit = null;
      operation.outstanding++;
      shard!.settled(visit, operation, failure);
      operation.outstanding--;
    }
    if (operation.outstanding > 0) return;
    operation.shard = null;
    this.#free.push(operation);
  }

  #add(): Operation {
    const operation = new Operation(this.#operations.length);
    this.#operations.push(operation);
    return operation;
  }
}
