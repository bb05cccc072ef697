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
  /** Indices of the machines thought healthy, ascending; the first `healthyCount` count. */
  declare readonly healthy: Int32Array;
  declare healthyCount: number;
  /** In rotation: thought healthy, and a machine that is there to be sent requests. */
  readonly #isHealthy: Uint8Array;
  readonly #passes: Uint8Array;
  readonly #isThere: Uint8Array;

  constructor(count: number) {
    this.count = count;
    this.connections = new Int32Array(count);
    this.latencySeconds = new Float64Array(count);
    this.healthy = Int32Array.from({ length: count }, (_, i) => i);
    this.healthyCount = count;
    this.#isHealthy = new Uint8Array(count).fill(1);
    this.#passes = new Uint8Array(count).fill(1);
    this.#isThere = new Uint8Array(count).fill(1);
  }

  /** Whether requests may be sent there. */
  isHealthy(backend: number): boolean {
    return this.#isHealthy[backend] === 1;
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
    this.#update(backend);
  }

  /** A new machine, about which nothing is known and which is thought healthy, takes requests. */
  register(backend: number): void {
    this.#isThere[backend] = 1;
    this.#passes[backend] = 1;
    this.latencySeconds[backend] = 0;
    this.#update(backend);
  }

  /** A machine takes no new requests; those that it has are still counted until they are answered. */
  unregister(backend: number): void {
    this.#isThere[backend] = 0;
    this.#update(backend);
  }

  #update(backend: number): void {
    this.#isHealthy[backend] = this.#passes[backend]! & this.#isThere[backend]!;
    this.healthyCount = 0;
    for (let i = 0; i < this.count; i++) {
      if (this.#isHealthy[i] === 1) this.healthy[this.healthyCount++] = i;
    }
  }
}
