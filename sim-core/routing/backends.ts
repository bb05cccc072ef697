/**
 * What a load balancer knows of the machines behind it. Policies read it; they see a
 * crash only once the health checks have.
 */
export class Backends {
  declare readonly count: number;
  /** Requests sent to each and not answered yet: those waiting there and those in service. */
  declare readonly connections: Int32Array;
  /** Moving average of each one's response times, seconds; 0 before the first answer. */
  declare readonly latencySeconds: Float64Array;
  /** Indices of the machines that a request may be sent to, ascending; the first `availableCount` count. */
  declare readonly available: Int32Array;
  declare availableCount: number;
  /** Machines in rotation, thought healthy, whether or not they have room for a request. */
  declare healthyCount: number;
  /** Is told when there may be a machine for a request that found none. */
  becomesAvailable: () => void = () => undefined;
  /** In rotation, thought healthy, and with room for another connection. */
  readonly #isAvailable: Uint8Array;
  readonly #passes: Uint8Array;
  readonly #isThere: Uint8Array;
  readonly #hasRoom: Uint8Array;

  constructor(count: number) {
    this.count = count;
    this.connections = new Int32Array(count);
    this.latencySeconds = new Float64Array(count);
    this.available = Int32Array.from({ length: count }, (_, i) => i);
    this.availableCount = count;
    this.healthyCount = count;
    this.#isAvailable = new Uint8Array(count).fill(1);
    this.#passes = new Uint8Array(count).fill(1);
    this.#isThere = new Uint8Array(count).fill(1);
    this.#hasRoom = new Uint8Array(count).fill(1);
  }

  /** Whether a request may be sent there. */
  isAvailable(backend: number): boolean {
    return this.#isAvailable[backend] === 1;
  }

  /** What the health checks think of it, in rotation or not. */
  passes(backend: number): boolean {
    return this.#passes[backend] === 1;
  }

  /** Whether there is a machine that takes new requests. */
  isThere(backend: number): boolean {
    return this.#isThere[backend] === 1;
  }

  /** A verdict of the health checks: takes a machine out of rotation, or back in. */
  setHealthy(backend: number, healthy: boolean): void {
    this.#passes[backend] = healthy ? 1 : 0;
    this.#update();
    this.becomesAvailable();
  }

  /** A new machine, about which nothing is known and which is thought healthy, takes requests. */
  register(backend: number): void {
    this.#isThere[backend] = 1;
    this.#passes[backend] = 1;
    this.latencySeconds[backend] = 0;
    this.#update();
    this.becomesAvailable();
  }

  /** A machine takes no new requests; those that it has are still counted until they are answered. */
  unregister(backend: number): void {
    this.#isThere[backend] = 0;
    this.#update();
  }

  /** Whether a machine may have another connection, where their number is limited. */
  setRoom(backend: number, hasRoom: boolean): void {
    const room = hasRoom ? 1 : 0;
    if (this.#hasRoom[backend] === room) return;
    this.#hasRoom[backend] = room;
    if ((this.#passes[backend]! & this.#isThere[backend]!) === 0) return;
    this.#isAvailable[backend] = room;
    // Happens with every request where machines are full: one place of the list changes, the others only move.
    let place = 0;
    for (let end = this.availableCount; place < end;) {
      const middle = (place + end) >>> 1;
      if (this.available[middle]! < backend) place = middle + 1;
      else end = middle;
    }
    this.available.copyWithin(place + room, place + 1 - room, this.availableCount);
    this.availableCount += 2 * room - 1;
    if (hasRoom) this.available[place] = backend;
  }

  #update(): void {
    this.availableCount = 0;
    this.healthyCount = 0;
    for (let i = 0; i < this.count; i++) {
      const healthy = this.#passes[i]! & this.#isThere[i]!;
      this.healthyCount += healthy;
      this.#isAvailable[i] = healthy & this.#hasRoom[i]!;
      if (this.#isAvailable[i] === 1) this.available[this.availableCount++] = i;
    }
  }
}
