import type { System, Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { ReshardingPlan } from '../scenario/nodes/database.ts';
import type { Placement } from './placement/placement.ts';
import type { Servers } from './servers.ts';
import type { Shard } from './shard.ts';
import type { Versions } from './versions.ts';

/**
 * Moves keys, one after the other, to where another placement has them, while the database
 * serves: each is read from the primary that has it and written to the one that shall have
 * it, in the same queues as everybody's requests. Lesson: Sharding.
 */
export class Resharding implements Visitable {
  declare readonly index: number;
  readonly isBetween = true;
  readonly #system: System;
  readonly #servers: Servers;
  readonly #versions: Versions;
  readonly #shards: readonly Shard[];
  readonly #before: Placement;
  readonly #after: Placement;
  readonly #intervalSeconds: number;
  readonly #moved: Uint8Array;
  readonly #handler: number;
  readonly #readClass: number;
  readonly #writeClass: number;
  #next = 0;
  #movedKeys = 0;

  constructor(
    parts: { system: System; index: number; servers: Servers; versions: Versions; shards: readonly Shard[] },
    plan: ReshardingPlan,
    placements: { before: Placement; after: Placement },
    keys: number,
  ) {
    this.index = parts.index;
    this.#system = parts.system;
    this.#servers = parts.servers;
    this.#versions = parts.versions;
    this.#shards = parts.shards;
    this.#before = placements.before;
    this.#after = placements.after;
    this.#intervalSeconds = 1 / plan.keysPerSecond;
    this.#moved = new Uint8Array(keys);
    const { classes, simulation } = parts.system;
    this.#readClass = Math.max(
      0,
      classes.findIndex(({ writes }) => !writes),
    );
    this.#writeClass = classes.findIndex(({ writes }) => writes);
    if (this.#writeClass < 0) this.#writeClass = this.#readClass;
    // 0 for the next key; else one more than the number of a move that starts again.
    this.#handler = simulation.register((argument) => {
      if (argument === 0) this.#moveNext();
      else this.#work(parts.system.visits.at(argument - 1));
    });
    if (plan.atSeconds <= parts.system.durationSeconds) simulation.schedule(plan.atSeconds, this.#handler, 0);
  }

  /** Share of all keys that have moved. */
  get movedRatio(): number {
    return this.#movedKeys / this.#moved.length;
  }

  /** Where a key is now. */
  shardOf(key: number): number {
    return (this.#moved[key] === 1 ? this.#after : this.#before).shardOf(key);
  }

  #moveNext(): void {
    const { simulation, visits, warmUpSeconds } = this.#system;
    const keys = this.#moved.length;
    while (this.#next < keys && this.#before.shardOf(this.#next) === this.#after.shardOf(this.#next))
      this.#next++;
    if (this.#next === keys) return;
    if (!visits.isFull) {
      const move = visits.open(this);
      move.requestClass = this.#readClass;
      move.client = 0;
      move.region = -1;
      move.key = this.#next++;
      move.arrivedAt = Math.max(simulation.now, warmUpSeconds);
      move.step = this.#before.shardOf(move.key);
      this.#work(move);
    }
    simulation.schedule(simulation.now + this.#intervalSeconds, this.#handler, 0);
  }

  #work(move: Visit): void {
    const { first, failover } = this.#shards[move.step]!;
    const server = first + failover.primary;
    if (!this.#servers.isUp(server) || !this.#servers.work(move, server, -1)) this.#tryAgain(move);
  }

  answered(move: Visit, failure: number): void {
    if (failure !== SERVED) return this.#tryAgain(move);
    const after = this.#after.shardOf(move.key);
    if (move.requestClass !== this.#writeClass || move.step !== after) {
      move.requestClass = this.#writeClass;
      move.step = after;
      return this.#work(move);
    }
    this.#moved[move.key] = 1;
    this.#movedKeys++;
    this.#versions.move(move.key, after);
    this.#system.visits.release(move);
  }

  #tryAgain(move: Visit): void {
    const { simulation } = this.#system;
    simulation.schedule(simulation.now + this.#intervalSeconds, this.#handler, move.number + 1);
  }

  arrive(): void {
    throw new Error('a request arrived at the resharding of a database; expected calls to its shards');
  }
}
